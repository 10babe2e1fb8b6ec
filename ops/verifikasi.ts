import { parseArgs } from "node:util";
import sharp from "sharp";
import * as z from "zod";
import { groupNip } from "#shared/employee/nip.ts";
import type { Opened, Refusal } from "#shared/signed-qr/envelope.ts";
import { type KeyList, openKeyList } from "#shared/signed-qr/key-list.ts";
import type { PublicKey } from "#shared/signed-qr/p256.ts";
import { openScanned } from "#shared/signed-qr/scanned.ts";
import { sayStatus, statusOf } from "./card-status.ts";
import { type Command, UsageError } from "./command.ts";
import { harmless } from "./import-report.ts";
import { readGiven } from "./read-given.ts";

/** Far more than a phone's picture has. */
const maxPixels = 100_000_000;

const rootKey = z.object({ x: z.string(), y: z.string() });

export const verifikasi: Command = {
  usage: `kartu verifikasi TEKS|BERKAS… --daftar DAFTAR --akar AKAR [--status STATUS] [--pada WAKTU] [--json]

Memeriksa tanda tangan pada QR kartu tanpa jaringan, hanya dengan kunci yang diterbitkan (docs/qr-payload.md).
TEKS: alamat dalam QR, atau angka di belakang tanda #-nya. BERKAS: gambar atau tangkapan layar sebuah kartu.
--daftar: berkas daftar kunci yang diterbitkan situs. --akar: berkas kunci akar, {"x": …, "y": …}.
--status: berkas daftar status yang memuat kartu itu, atau folder dengan berkas semua bagian, masing-masing bernama nomornya.
--pada: memeriksa seolah-olah pada waktu itu, misalnya 2027-03-01T05:00:00Z. --json: satu objek per baris.
Tanda tangan yang benar tidak berarti kartu masih berlaku hari ini: itu dijawab daftar status, atau situs. Yang tidak dapat
dibuktikan, dan menurut daftar status tidak berlaku: kode keluar 1.`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        daftar: { type: "string" },
        akar: { type: "string" },
        status: { type: "string" },
        pada: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    const { daftar, akar, status: statusFile, pada, json } = values;
    if (positionals.length === 0 || daftar === undefined || akar === undefined)
      throw new UsageError("Sebut satu teks atau berkas atau lebih, --daftar, dan --akar.");
    const now = pada === undefined ? new Date() : new Date(pada);
    if (Number.isNaN(now.getTime())) throw new UsageError("--pada bukan waktu.");
    const list = await readList(daftar, akar);
    let unproven = 0;
    for (const given of positionals) {
      for (const text of await textsIn(given)) {
        const { isGood, said, line } = await check({ given, text }, { list, now, statusFile });
        if (!isGood) unproven += 1;
        print(json ? JSON.stringify(said) : line);
      }
    }
    if (unproven > 0) throw new Error(`${unproven} tidak dapat dibuktikan.`);
  },
};

interface Known {
  readonly list: KeyList;
  readonly now: Date;
  /** Of the status list, or the folder of all. */
  readonly statusFile: string | undefined;
}

async function check(
  { given, text }: { readonly given: string; readonly text: string },
  { list, now, statusFile }: Known,
) {
  const opened = await openScanned(text, list, now);
  const line = lineOf(given, opened, list);
  if (!opened.ok || statusFile === undefined)
    return { isGood: opened.ok, said: { given, ...opened }, line };
  const status = await statusOf(opened.payload.status, statusFile, { list, now });
  return {
    isGood: "state" in status && status.state === "valid",
    said: { given, ...opened, status },
    line: `${line} · ${sayStatus(status, now)}`,
  };
}

/** @throws UsageError when a file cannot be read or is no key @throws Error when the root key did not sign the list */
async function readList(listFile: string, rootFile: string): Promise<KeyList> {
  const root = await readRootKey(rootFile);
  const list = await openKeyList((await readGiven(listFile)).toString("utf8"), root);
  if (!("refusal" in list)) return list;
  throw new Error(
    list.refusal === "bad-signature"
      ? "Daftar kunci tidak ditandatangani oleh kunci akar ini."
      : "Berkas itu bukan daftar kunci.",
  );
}

async function readRootKey(file: string): Promise<PublicKey> {
  const text = (await readGiven(file)).toString("utf8");
  try {
    return rootKey.parse(JSON.parse(text));
  } catch {
    throw new UsageError(`${harmless(file)} bukan berkas kunci akar: {"x": …, "y": …}.`);
  }
}

/** What the QRs on a picture say, or the text itself. One that has no QR says nothing, which is no card's code. @throws UsageError when there is no such file */
async function textsIn(given: string): Promise<readonly string[]> {
  if (/^(https?:|\d+$)/i.test(given)) return [given];
  const [{ readCodes }, file] = await Promise.all([import("./read-codes.ts"), readGiven(given)]);
  try {
    const picture = sharp(file, { limitInputPixels: maxPixels }).autoOrient().ensureAlpha().raw();
    const { data, info } = await picture.toBuffer({ resolveWithObject: true });
    const codes = await readCodes({ data, width: info.width, height: info.height });
    return codes.length > 0 ? codes : ["QR tidak ditemukan"];
  } catch {
    throw new Error(`${harmless(given)}: bukan kode, dan bukan gambar yang dapat dibaca.`);
  }
}

const why: Readonly<Record<Refusal, string>> = {
  unsigned: "QR ini tidak bertanda tangan: pindai daring",
  "not-ours": "bukan kode kartu dari situs ini",
  truncated: "kode terpotong",
  "re-encoded": "kode ditulis ulang: bentuknya bukan yang kami buat",
  damaged: "kode rusak",
  "wrong-alg": "tanda tangan tidak sah: algoritmanya bukan ES256",
  "unknown-key":
    "tanda tangan tidak sah: kuncinya tidak ada dalam daftar, atau tidak berlaku pada hari itu",
  "revoked-key": "tanda tangan tidak sah: kuncinya sudah dicabut",
  malleable: "tanda tangan tidak sah: bentuknya bukan yang kami buat",
  "bad-signature": "tanda tangan tidak sah",
  "not-yet-valid": "belum bisa dicek: kode ini baru berlaku kemudian; periksa jam perangkat",
  expired: "belum bisa dicek: kode ini sudah lewat masanya; pindai daring",
};

function lineOf(given: string, opened: Opened, { instansi }: KeyList): string {
  // An address with its digits fills the screen.
  const name = harmless(given.length > 60 ? `${given.slice(0, 57)}…` : given);
  if (!opened.ok) return `${name}: ${why[opened.refusal]} (${opened.refusal})`;
  const { payload, kid } = opened;
  const said = [
    `${harmless(payload.name)}${payload.isShortened ? "… (dipendekkan)" : ""}`,
    groupNip(payload.nip),
    payload.kind,
    harmless(instansi[payload.instansi] ?? `instansi nomor ${payload.instansi}`),
    `TMT ${payload.tmt}`,
    `Nomor Seri ${payload.serial}`,
    `ditandatangani ${payload.issued}, berlaku sampai ${payload.expires}`,
  ];
  return `${name}: tanda tangan sah (kunci ${kid}) · ${said.join(" · ")}`;
}
