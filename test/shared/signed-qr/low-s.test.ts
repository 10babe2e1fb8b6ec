import { generateKeyPairSync, sign } from "node:crypto";
import { expect, test } from "vitest";
import { fromNumber } from "#shared/signed-qr/bytes.ts";
import { isLowS, lowS } from "#shared/signed-qr/low-s.ts";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

test("what KMS answers, a DER, becomes r and the lower s, and both are right", async () => {
  const { verify } = await import("node:crypto");
  let turned = 0;
  for (let index = 0; index < 200; index++) {
    const text = Buffer.from(`text ${index}`);
    const der = sign("sha256", text, privateKey);
    const signature = lowS(der);
    const right = verify("sha256", text, { key: publicKey, dsaEncoding: "ieee-p1363" }, signature);

    expect([signature.length, isLowS(signature), right]).toEqual([64, true, true]);
    expect(lowS(signature)).toEqual(signature);
    if (!Buffer.from(der).includes(Buffer.from(signature.subarray(32)))) turned++;
  }
  expect(turned).toBeGreaterThan(50);
});

test("a number that DER writes shorter, or with a zero before it, is 32 bytes long", () => {
  const der = Uint8Array.of(0x30, 0x07, 0x02, 0x01, 0x05, 0x02, 0x02, 0x00, 0x81);

  expect(lowS(der)).toEqual(Uint8Array.from([...fromNumber(5n, 32), ...fromNumber(0x81n, 32)]));
});

test("the middle is the lower half's last", () => {
  const of = (s: bigint) => Uint8Array.from([...fromNumber(1n, 32), ...fromNumber(s, 32)]);

  expect(isLowS(of(order / 2n))).toBe(true);
  expect(isLowS(of(order / 2n + 1n))).toBe(false);
  expect(lowS(of(order / 2n + 1n))).toEqual(of(order / 2n));
  for (const s of [0n, order, order + 1n]) expect(() => lowS(of(s))).toThrow(RangeError);
});

test.each([
  ["nothing", []],
  ["no SEQUENCE", [0x31, 0x06, 0x02, 0x01, 0x05, 0x02, 0x01, 0x05]],
  ["a length that is not so", [0x30, 0x07, 0x02, 0x01, 0x05, 0x02, 0x01, 0x05]],
  ["one number", [0x30, 0x03, 0x02, 0x01, 0x05]],
  ["bytes behind it", [0x30, 0x07, 0x02, 0x01, 0x05, 0x02, 0x01, 0x05, 0x00]],
])("%s is no signature", (_, bytes) => {
  expect(() => lowS(Uint8Array.from(bytes))).toThrow(RangeError);
});
