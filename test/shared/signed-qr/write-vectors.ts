/**
 * `node test/shared/signed-qr/write-vectors.ts`: writes docs/qr-payload.json anew, with keys that are made for it and thrown away. Needed only
 * when the form of codes changes, or a vector is added.
 */
import { generateKeyPairSync, sign } from "node:crypto";
import { writeFileSync } from "node:fs";
import { Tagged } from "cborg";
import { fromHex, fromNumber, toNumber } from "#shared/signed-qr/bytes.ts";
import { encodeCbor } from "#shared/signed-qr/cbor.ts";
import { toDigits } from "#shared/signed-qr/digits.ts";
import { type Refusal, toBeSigned } from "#shared/signed-qr/envelope.ts";
import { listToBeSigned, publishedList } from "#shared/signed-qr/key-list.ts";
import { isLowS, lowS } from "#shared/signed-qr/low-s.ts";
import { cutName, encodePayload, type SignedPayload } from "#shared/signed-qr/payload.ts";
import { aList, aPayload, aSigner, longest, nip, rawSignature } from "../../support/card-signer.ts";
import { statusVectors } from "./status-vectors.ts";

const at = "2027-03-01T05:00:00Z";
const address = "https://KARTU-ASN.EXAMPLE/V/7K2Q9MXB4TZD8RFWJ3H5VYNPC6";
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const [root, one, two, stranger] = await Promise.all([aSigner(), aSigner(), aSigner(), aSigner()]);
const revoked = await aSigner({ revoked: "2027-02-01" });
const retired = await aSigner({ from: "2025-01-01", until: "2026-06-30" });
const [status, revokedStatus] = [await aSigner(), await aSigner({ revoked: "2027-02-01" })];
const list = {
  ...aList(one.key, two.key, revoked.key, retired.key),
  statusKeys: [status.key, revokedStatus.key],
  instansi: ["Pemerintah Kabupaten Contoh", "Kementerian Contoh"],
};
const json = publishedList(list, lowS(await rawSignature(root.privateKey, listToBeSigned(list))));

const usual = aPayload();
const code = await one.sign(usual);
const payload = encodePayload(usual);
const [kid, alg, header] = [fromHex(one.key.kid), -7, headerOf(-7)];

function headerOf(name: unknown): Uint8Array {
  return encodeCbor(
    new Map<number, unknown>([
      [1, name],
      [4, fromHex(one.key.kid)],
    ]),
  );
}

/** A message with any header, signed well. */
async function sealedWith(protectedHeader: Uint8Array, unprotected = new Map(), content = payload) {
  const text = encodeCbor(["Signature1", protectedHeader, new Uint8Array(), content]);
  const signature = lowS(await rawSignature(one.privateKey, text));
  return encodeCbor(new Tagged(18, [protectedHeader, unprotected, content, signature]));
}

function bySecp256k1(): Uint8Array {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "secp256k1" });
  for (;;) {
    const key = { key: privateKey, dsaEncoding: "ieee-p1363" } as const;
    const signature = sign("sha256", toBeSigned(payload, one.key.kid), key);
    if (isLowS(signature)) return Uint8Array.from([...code.subarray(0, -64), ...signature]);
  }
}

function changed(place: number): Uint8Array {
  return code.with(place, (code[place] ?? 0) ^ 1);
}

const upperS = fromNumber(order - toNumber(code.subarray(-32)), 32);
const reordered = Uint8Array.from([0xa2, 0x04, 0x42, ...kid, 0x01, 0x26]);

const valid: readonly [what: string, SignedPayload, signer?: typeof one][] = [
  ["a usual card", usual],
  ["everything as long as it can be", longest],
  ["the second key, while one follows the other", aPayload({ instansi: 1 }), two],
  [
    "a key that signs no more, of a card from its time",
    aPayload({ issued: "2026-05-01" }),
    retired,
  ],
  [
    "a name that is cut before a letter of two bytes",
    aPayload(cutName(`${"A".repeat(39)}\u00e9ta`)),
  ],
  [
    "a PPPK, on the last day",
    aPayload({
      kind: "PPPK",
      nip: nip("199105172024211003"),
      serial: "B20240000398",
      expires: "2027-03-01",
    }),
  ],
];

const wrong: readonly [what: string, Refusal, string | Uint8Array][] = [
  ["an address with nothing behind it", "unsigned", address],
  [
    "digits behind the address of another site",
    "not-ours",
    `${address.replace("ASN", "ASM")}#${toDigits(code)}`,
  ],
  ["letters among the digits", "not-ours", `${toDigits(code)}a`],
  ["a COSE_Mac0", "not-ours", Uint8Array.from([0xd1, ...code.subarray(1)])],
  ["an unprotected header", "not-ours", await sealedWith(header, new Map([[4, kid]]))],
  [
    "one more protected header",
    "not-ours",
    await sealedWith(
      encodeCbor(
        new Map<number, unknown>([
          [1, alg],
          [4, kid],
          [15, 0],
        ]),
      ),
    ),
  ],
  ["the last digit lost", "damaged", toDigits(code).slice(0, -1)],
  ["the last byte lost", "truncated", code.subarray(0, -1)],
  ["half of it", "truncated", code.subarray(0, code.length / 2)],
  ["one byte more", "re-encoded", Uint8Array.from([...code, 0])],
  ["the header in another order", "re-encoded", await sealedWith(reordered)],
  ["the tag in a longer form", "re-encoded", Uint8Array.from([0xd8, 0x12, ...code.subarray(1)])],
  [
    "the four parts without a number",
    "re-encoded",
    Uint8Array.from([0xd2, 0x9f, ...code.subarray(2), 0xff]),
  ],
  ["a tag within the tag", "damaged", Uint8Array.from([0xd2, ...code])],
  [
    "a signed payload with one item more",
    "damaged",
    await sealedWith(header, new Map(), encodeCbor(["Siti", 1])),
  ],
  ["ES384 in the header", "wrong-alg", await sealedWith(headerOf(-35))],
  ["HMAC in the header", "wrong-alg", await sealedWith(headerOf(5))],
  ["a key that nobody published", "unknown-key", await stranger.sign(usual)],
  ["a key that signed no more on that day", "unknown-key", await retired.sign(usual)],
  ["a revoked key", "revoked-key", await revoked.sign(usual)],
  [
    "the upper s of a right signature",
    "malleable",
    Uint8Array.from([...code.subarray(0, -32), ...upperS]),
  ],
  ["a letter of the name changed", "bad-signature", changed(20)],
  ["a bit of r changed", "bad-signature", changed(code.length - 40)],
  ["a signature by secp256k1", "bad-signature", bySecp256k1()],
  [
    "a day before it is issued",
    "not-yet-valid",
    await one.sign(aPayload({ issued: "2027-03-02" })),
  ],
  ["the day after the last one", "expired", await one.sign(aPayload({ expires: "2027-02-28" }))],
];

const textOf = (said: string | Uint8Array) =>
  typeof said === "string" ? said : `${address}#${toDigits(said)}`;
const vectors = {
  about: "Test vectors of docs/qr-payload.md. Nobody has the private keys.",
  root: { x: root.key.x, y: root.key.y },
  keyList: JSON.parse(json),
  now: at,
  valid: await Promise.all(
    valid.map(async ([what, signed, signer = one]) => ({
      what,
      text: textOf(await signer.sign(signed)),
      kid: signer.key.kid,
      payload: signed,
    })),
  ),
  statusLists: await statusVectors({ status, revoked: revokedStatus, ofCards: one }, new Date(at)),
  refused: wrong.map(([what, refusal, said]) => ({ what, text: textOf(said), refusal })),
};
writeFileSync("docs/qr-payload.json", `${JSON.stringify(vectors, null, 2)}\n`);
