import { Tagged } from "cborg";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toHex } from "#shared/signed-qr/bytes.ts";
import { encodeCbor } from "#shared/signed-qr/cbor.ts";
import {
  cutName,
  decodePayload,
  encodePayload,
  maxPayloadBytes,
  type SignedPayload,
} from "#shared/signed-qr/payload.ts";
import { aPayload, longest, nip, payloadAt } from "../../support/card-signer.ts";

const days = fc
  .integer({ min: -5000, max: 40_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

const payloads: fc.Arbitrary<SignedPayload> = fc.record({
  name: fc.string({ unit: "grapheme" }).map((name) => cutName(name).name),
  isShortened: fc.boolean(),
  nip: fc.constantFrom("196801012005032901", "199912312024212999").map(nip),
  instansi: fc.nat(65_535),
  kind: fc.constantFrom("PNS", "PPPK", "PPPK-PW"),
  tmt: days,
  serial: fc
    .tuple(fc.constantFrom("A", "B"), fc.nat(99_999_999_999))
    .map(([letter, number]) => `${letter}${String(number).padStart(11, "0")}`),
  issued: days,
  expires: days,
  status: fc.nat(2 ** 32 - 1),
});

test("what is encoded is decoded again, whatever it is", () => {
  fc.assert(
    fc.property(payloads, (payload) => {
      const bytes = encodePayload(payload);

      expect(decodePayload(bytes)).toEqual(payload);
      expect(bytes.length).toBeLessThanOrEqual(maxPayloadBytes);
    }),
  );
});

test("the longest payload is as long as it may be, and a thousand others are shorter", () => {
  expect(encodePayload(longest)).toHaveLength(maxPayloadBytes);
  const lengths = Array.from(
    { length: 1000 },
    (_, index) => encodePayload(payloadAt(index)).length,
  );

  expect(new Set(lengths).size).toBeGreaterThan(20);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(maxPayloadBytes);
});

test("it is CBOR in its one form, RFC 8949 §4.2.1, and nothing else is in it", () => {
  expect(toHex(encodePayload(aPayload({ name: "Siti", isShortened: true })))).toBe(
    [
      "8a",
      "6453697469",
      "f5",
      "1b02c138a0d591657c",
      "00",
      "01",
      "193912",
      "1b0000001bf684917b",
      "195132",
      "19540c",
      "1a00011170",
    ].join(""),
  );
});

test.each([
  [
    "a name of 40 bytes",
    "Prof. Dr. Ir. Raden Ajeng Kusumaningtyas",
    "Prof. Dr. Ir. Raden Ajeng Kusumaningtyas",
  ],
  [
    "one of 41",
    "Prof. Dr. Ir. Raden Ajeng Kusumaningtyasi",
    "Prof. Dr. Ir. Raden Ajeng Kusumaningtyas",
  ],
  [
    "one that is cut at a blank",
    "Prof. Dr. Ir. Raden Ayu Kusumaningtyasa Putri",
    "Prof. Dr. Ir. Raden Ayu Kusumaningtyasa",
  ],
  ["a letter of two bytes at the edge", `${"a".repeat(39)}éa`, "a".repeat(39)],
  ["a letter and its mark at the edge", `${"a".repeat(39)}e\u0301a`, "a".repeat(39)],
  ["a letter of four bytes at the edge", `${"a".repeat(37)}😀`, "a".repeat(37)],
])("%s is cut at a letter's border", (_, name, kept) => {
  expect(cutName(name)).toEqual({ name: kept, isShortened: kept !== name });
});

test.each([
  { name: "a".repeat(41) },
  { instansi: 65_536 },
  { instansi: -1 },
  { status: 2 ** 32 },
  { status: 0.5 },
  { tmt: "2026-02-30" },
  { expires: "soon" },
  { serial: "C20100000123" },
])("%j cannot be encoded", (different) => {
  expect(() => encodePayload(aPayload(different))).toThrow(RangeError);
});

/** The items of a payload, to be encoded by others. */
const items: readonly unknown[] = [
  "Siti",
  false,
  198502122010011004n,
  0,
  1,
  14_610,
  120_100_000_123,
  20_786,
  21_516,
  70_000,
];
const changed = (place: number, item: unknown) => encodeCbor(items.with(place, item));
const good = encodeCbor(items);
const at = (index: number, removed: number, ...put: number[]) =>
  Uint8Array.from([...good.subarray(0, index), ...put, ...good.subarray(index + removed)]);

test.each<[string, Uint8Array]>([
  ["nothing", new Uint8Array()],
  ["a map", encodeCbor(new Map(items.entries()))],
  ["a name that is none", changed(0, 7)],
  ["a name of 41 bytes", changed(0, "a".repeat(41))],
  ["a flag that is a number", changed(1, 0)],
  ["a NIP of 17 digits", changed(2, 19850212201001100)],
  ["a NIP as text", changed(2, "198502122010011004")],
  ["a NIP with a month 13", changed(2, 198513122010011004n)],
  ["a place that is negative", changed(3, -1)],
  ["a kind that nobody knows", changed(4, 4)],
  ["a day as text", changed(5, "2010-01-01")],
  ["half a day", changed(5, 14_610.5)],
  ["a day that no calendar has", changed(5, 2 ** 50)],
  ["a Nomor Seri of another letter", changed(6, 320_100_000_123)],
  ["one more item", encodeCbor([...items, 0])],
  ["one item less", encodeCbor(items.slice(0, -1))],
  ["a tag", encodeCbor(new Tagged(24, items))],
  ["a number in a longer form", at(16, 1, 0x18, 0x00)],
  ["a text in a longer form", at(1, 1, 0x78, 0x04)],
  ["an indefinite length", Uint8Array.from([0x9f, ...good.subarray(1), 0xff])],
  ["bytes behind it", Uint8Array.from([...good, 0])],
])("%s is damaged", (_, bytes) => {
  expect(decodePayload(good)).toEqual(aPayload({ name: "Siti" }));

  expect(decodePayload(bytes)).toBe("damaged");
});

test("a truncated payload is damaged, wherever it ends", () => {
  for (let length = 0; length < good.length; length++)
    expect(decodePayload(good.subarray(0, length))).toBe("damaged");
});
