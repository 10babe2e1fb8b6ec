import fc from "fast-check";
import { expect, test } from "vitest";
import { fromDigits, toDigits } from "#shared/signed-qr/digits.ts";

test("bytes are found again in their digits, with all zeros before them", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(9), (bytes, zeros) => {
      const all = Uint8Array.from([...Array<number>(zeros).fill(0), ...bytes]);

      expect(fromDigits(toDigits(all)) ?? new Uint8Array()).toEqual(all);
    }),
  );
});

test("a text is some bytes' digits, or nothing's: no two texts are the same bytes", () => {
  const two = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, "0"));

  expect(two.filter((text) => fromDigits(text))).toEqual(two.slice(0, 256));
  expect(fromDigits("65535")).toEqual(Uint8Array.of(255, 255));
  expect(fromDigits("65536")).toBeUndefined();
});

test.each(["", "1", "12", "1234", "12a", "-12", " 12", "１２３", "1".repeat(5597)])(
  "%j is no code's digits",
  (text) => {
    expect(fromDigits(text)).toBeUndefined();
  },
);

test("159 bytes are 383 digits, which a QR holds in a twelfth less than base32", () => {
  const digits = toDigits(new Uint8Array(159).fill(255)).length;
  const numericBits = Math.ceil((digits * 10) / 3);
  const base32Bits = Math.ceil(Math.ceil((159 * 8) / 5) * 5.5);

  expect({ digits, numericBits, base32Bits }).toEqual({
    digits: 383,
    numericBits: 1277,
    base32Bits: 1403,
  });
});
