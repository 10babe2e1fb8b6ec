import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { KeyList } from "#shared/signed-qr/key-list.ts";
import {
  type CardState,
  openStatusList,
  partOf,
  type StatusRefusal,
} from "#shared/signed-qr/status-list.ts";
import { readGiven } from "./read-given.ts";

/** What a status list says of a card, and from when that is. */
export type CardStatus =
  | { readonly state: CardState; readonly issuedAt: Date }
  | { readonly refusal: StatusRefusal; readonly issuedAt?: Date };

/**
 * @param path the file of the card's part, or the folder of all parts, each under its number
 * @throws UsageError when there is no such file
 */
export async function statusOf(
  place: number,
  path: string,
  { list, now }: { readonly list: KeyList; readonly now: Date },
): Promise<CardStatus> {
  const part = partOf(place);
  const isFolder = await stat(path).then(
    (about) => about.isDirectory(),
    () => false,
  );
  const bytes = await readGiven(isFolder ? join(path, String(part)) : path);
  const opened = await openStatusList(bytes, list, { part, now });
  if ("refusal" in opened) return opened;
  return { state: opened.stateOf(place), issuedAt: opened.issuedAt };
}

const states: Readonly<Record<CardState, string>> = {
  valid: "sah",
  ended: "BERAKHIR",
  suspended: "DITANGGUHKAN",
  replaced: "DIGANTI",
};

const why: Readonly<Record<StatusRefusal, string>> = {
  "not-ours": "berkas itu bukan daftar status",
  truncated: "daftar statusnya terpotong",
  "re-encoded": "daftar statusnya ditulis ulang: bentuknya bukan yang kami buat",
  damaged: "daftar statusnya rusak",
  "wrong-alg": "daftar statusnya tidak sah: algoritmanya bukan ES256",
  "unknown-key": "daftar statusnya tidak sah: kuncinya tidak ada dalam daftar kunci",
  "revoked-key": "daftar statusnya tidak sah: kuncinya sudah dicabut",
  malleable: "daftar statusnya tidak sah: bentuknya bukan yang kami buat",
  "bad-signature": "daftar statusnya tidak sah",
  "another-part": "daftar status itu bukan untuk bagian kartu ini",
  "not-yet-valid": "daftar statusnya baru berlaku kemudian; periksa jam perangkat",
  expired: "daftar statusnya sudah terlalu lama",
  "wrong-size": "daftar statusnya rusak: panjangnya salah",
};

/** For people: the state and how old the list is; beyond its time nothing but that. */
export function sayStatus(status: CardStatus, now: Date): string {
  const age = status.issuedAt
    ? ` (daftar status berumur ${hoursOf(status.issuedAt, now)} jam)`
    : "";
  if ("state" in status) return `status: ${states[status.state]}${age}`;
  return `status: belum bisa dicek: ${why[status.refusal]}${age}`;
}

function hoursOf(issuedAt: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - issuedAt.getTime()) / 3_600_000));
}
