/** Signs payloads as KMS would, with a key made for the occasion. */
import { createHash } from "node:crypto";
import type { Nip } from "#shared/employee/nip.ts";
import { parseNip } from "#shared/employee/nip.ts";
import { sealed, toBeSigned } from "#shared/signed-qr/envelope.ts";
import type { KeyList, ListedKey } from "#shared/signed-qr/key-list.ts";
import { lowS } from "#shared/signed-qr/low-s.ts";
import { kidOf } from "#shared/signed-qr/p256.ts";
import { encodePayload, type SignedPayload } from "#shared/signed-qr/payload.ts";

/** As the browser's types and Node's say it alike. */
type Key = Parameters<typeof crypto.subtle.sign>[1];

export interface CardSigner {
  readonly key: ListedKey;
  readonly privateKey: Key;
  readonly publicKey: Key;
  /** The code of a payload, or of any bytes in its place. */
  sign(payload: SignedPayload | Uint8Array): Promise<Uint8Array>;
}

export async function aSigner(different: Partial<ListedKey> = {}): Promise<CardSigner> {
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const { privateKey, publicKey } = await crypto.subtle.generateKey(curve, true, [
    "sign",
    "verify",
  ]);
  const { x = "", y = "" } = await crypto.subtle.exportKey("jwk", publicKey);
  const days = { from: "2026-01-01", until: "2027-12-31" };
  const key: ListedKey = { kid: await kidOf({ x, y }), x, y, alg: "ES256", ...days, ...different };
  return {
    key,
    privateKey,
    publicKey,
    async sign(payload) {
      const bytes = payload instanceof Uint8Array ? payload : encodePayload(payload);
      const signature = lowS(await rawSignature(privateKey, toBeSigned(bytes, key.kid)));
      return sealed({ payload: bytes, kid: key.kid, signature });
    },
  };
}

/** r and s, of 32 bytes each; s is the lower or the upper one, by chance. */
export async function rawSignature(key: Key, text: Uint8Array): Promise<Uint8Array> {
  const how = { name: "ECDSA", hash: "SHA-256" };
  return new Uint8Array(await crypto.subtle.sign(how, key, new Uint8Array(text)));
}

export function aList(...keys: ListedKey[]): KeyList {
  return {
    version: 1,
    issued: "2026-11-29T00:00:00Z",
    host: "kartu-asn.example",
    keys,
    statusKeys: [],
    instansi: ["Pemerintah Kabupaten Contoh"],
  };
}

export function aPayload(different: Partial<SignedPayload> = {}): SignedPayload {
  return {
    name: "Dr. Siti Rahma, S.Kom., M.T.",
    isShortened: false,
    nip: nip("198502122010011004"),
    instansi: 0,
    kind: "PNS",
    tmt: "2010-01-01",
    serial: "A20100000123",
    issued: "2026-11-29",
    expires: "2028-11-28",
    status: 70_000,
    ...different,
  };
}

/** Everything as long as it can be. */
export const longest = aPayload({
  name: "Prof. Dr. Ir. Raden Ajeng Kusumaningtyas",
  isShortened: true,
  instansi: 65_535,
  kind: "PPPK-PW",
  serial: "B20249999999",
  status: 2 ** 32 - 1,
});

/** The n-th of as many payloads as one likes: random, and the same in each run. */
export function payloadAt(index: number): SignedPayload {
  const random = createHash("sha256").update(`payload ${index}`).digest();
  const two = (at: number, span: number) =>
    String(1 + (random.readUInt16BE(at) % span)).padStart(2, "0");
  const number = random.readUInt32BE(0);
  const day = (first: number, at: number) =>
    `${first + ((random[at] ?? 0) % 20)}-${two(at, 12)}-${two(at + 2, 28)}`;
  return aPayload({
    name: random.toString("base64url").slice(0, 3 + (number % 38)),
    isShortened: number % 5 === 0,
    nip: nip(
      `${day(1965, 4).replaceAll("-", "")}2010${two(8, 12)}${1 + (number % 2)}${two(10, 9)}${number % 9}`,
    ),
    instansi: number % 700,
    kind: (["PNS", "PPPK", "PPPK-PW"] as const)[number % 3] ?? "PNS",
    tmt: day(1995, 12),
    serial: `${number % 2 ? "A" : "B"}2010${String(number % 10_000_000).padStart(7, "0")}`,
    status: number % 7_000_000,
  });
}

export function nip(digits: string): Nip {
  const parsed = parseNip(digits);
  if (!parsed) throw new Error(`${digits} is no NIP.`);
  return parsed;
}
