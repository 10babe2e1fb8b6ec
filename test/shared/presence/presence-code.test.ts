import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  deviceOf,
  isOnTime,
  isSignedBy,
  makeCode,
  readCode,
  stepOf,
} from "#shared/presence/presence-code.ts";
import { fromNumber, toNumber } from "#shared/signed-qr/bytes.ts";
import { fromDigits, toDigits } from "#shared/signed-qr/digits.ts";
import { lowS } from "#shared/signed-qr/low-s.ts";
import { presencePhone } from "../../support/presence-phone.ts";

const phone = await presencePhone();
const other = await presencePhone();
const step = stepOf(Date.parse("2026-11-30T00:30:15Z"));
const code = await phone.codeOf(step);
const bytesOf = (text: string) => {
  const bytes = fromDigits(text.slice(4));
  if (!bytes) throw new Error("That is no code.");
  return bytes;
};
const textOf = (bytes: Uint8Array) => `KH1.${toDigits(bytes)}`;
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

async function isRight(text: string, key = phone) {
  const read = readCode(text);
  return read !== undefined && (await isSignedBy(read, key));
}

test("a code says device and step, and is its phone's", async () => {
  expect(readCode(code)).toMatchObject({ device: phone.device, step });
  expect(await isRight(code)).toBe(true);
  expect(await isRight(code, other)).toBe(false);
  expect(code).toMatch(/^KH1\.\d{203}$/);
});

test("Node's own crypto agrees about the name of the device, and about what is signed", () => {
  const { x, y } = phone;
  const bytes = bytesOf(code);
  const thumbprint = JSON.stringify({ crv: "P-256", kty: "EC", x, y });
  const digest = createHash("sha256").update(thumbprint).digest();
  expect(phone.device).toBe(digest.subarray(0, 16).toString("hex"));
  expect(Buffer.from(bytes.subarray(0, 16)).toString("hex")).toBe(phone.device);
  expect(Buffer.from(bytes).readUInt32BE(16)).toBe(step);

  const key = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const text = Buffer.concat([
    Buffer.from("Kartu ASN Virtual, kode hadir 1\n"),
    bytes.subarray(0, 20),
  ]);
  const how = { key, dsaEncoding: "ieee-p1363" } as const;
  expect(verify("sha256", text, how, bytes.subarray(20))).toBe(true);
});

test("a signature without the words that it begins with is none", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const said = Buffer.alloc(20);
  said.write(await deviceOf({ x, y }), "hex");
  said.writeUInt32BE(step, 16);
  const codeOf = (text: Buffer) =>
    textOf(Buffer.concat([said, lowS(sign("sha256", text, privateKey))]));
  const withWords = Buffer.concat([Buffer.from("Kartu ASN Virtual, kode hadir 1\n"), said]);

  const [right, bare] = [readCode(codeOf(withWords)), readCode(codeOf(said))];
  expect(right && (await isSignedBy(right, { x, y }))).toBe(true);
  expect(bare && (await isSignedBy(bare, { x, y }))).toBe(false);
});

test("another step than the one that was signed is refused", async () => {
  const bytes = bytesOf(code);
  bytes.set(fromNumber(BigInt(step + 1), 4), 16);

  expect(readCode(textOf(bytes))).toMatchObject({ step: step + 1 });
  expect(await isRight(textOf(bytes))).toBe(false);
});

test("whichever bit of a code is turned, it is no code any more", async () => {
  const all = bytesOf(code);
  for (let bit = 0; bit < 8 * all.length; bit += 7) {
    const bytes = all.slice();
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(await isRight(textOf(bytes)), String(bit)).toBe(false);
  }
});

test("the upper s, which verifies as well, makes no second text of a code", () => {
  const bytes = bytesOf(code);
  bytes.set(fromNumber(order - toNumber(bytes.subarray(52)), 32), 52);

  expect(readCode(textOf(bytes))).toBeUndefined();
});

test.each([
  ["nothing", ""],
  ["only its beginning", "KH1."],
  ["a code that is cut off", code.slice(0, -1)],
  ["a code with a digit more", `${code}0`],
  ["blanks around it", ` ${code} `],
  ["another version", code.replace("KH1.", "KH2.")],
  ["a byte less", textOf(bytesOf(code).subarray(0, 83))],
  ["a byte more", textOf(Uint8Array.from([...bytesOf(code), 0]))],
  ["the card's address", "https://kartu.example.go.id/v/abc#0123"],
])("%s is no code", (_, text) => {
  expect(readCode(text)).toBeUndefined();
});

test("whatever a camera reads, nothing is thrown", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readCode(`KH1.${text}`)).toBeUndefined();
    }),
  );
});

test.each([
  [0, true],
  [29.999, true],
  [30, true],
  [59.999, true],
  [60, false],
  [-0.001, true],
  [-30, true],
  [-30.001, false],
])("read %f seconds after its half minute began, it counts: %s", (seconds, counts) => {
  expect(isOnTime(step, (30 * step + seconds) * 1000)).toBe(counts);
});

test("a code is made of each step that four bytes hold, and of no other", async () => {
  for (const each of [0, 2 ** 32 - 1]) expect(await isRight(await phone.codeOf(each))).toBe(true);
  await expect(makeCode(phone, 2 ** 32)).rejects.toThrow(RangeError);
});
