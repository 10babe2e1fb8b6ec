import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOf, type Key, RowIndex } from "#shared/import/row-index.ts";

test("the first row of a key is found, and no other key", () => {
  const word = fc.nat(0xffffffff);
  const entry = fc.record({ row: fc.integer({ min: 1, max: 0xffffffff }), digest: word });
  // Few different halves: many keys fall on one place.
  const key = fc.tuple(fc.oneof(word, fc.nat(3)), fc.oneof(word, fc.nat(3)));
  let found = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(key, entry), { maxLength: 100, size: "max" }), (all) => {
      const index = new RowIndex();
      const known = new Map<string, unknown>();
      for (const [each, said] of all) {
        const before = known.get(`${each}`);
        expect(index.add(each, said)).toEqual(before);
        if (before === undefined) known.set(`${each}`, said);
      }
      for (const [each] of all) expect(index.find(each)).toEqual(known.get(`${each}`));
      found += known.size;
      expect(index.size).toBe(known.size);
    }),
  );
  expect(found).toBeGreaterThan(1000);
});

test("it grows, and a hundred thousand keys are all found", () => {
  const index = new RowIndex();
  const keyOf = (i: number): Key => [198502122 + (i >> 9), 10_012_000 + i];
  for (let i = 0; i < 100_000; i++) index.add(keyOf(i), { row: i + 1, digest: i });

  expect(index.size).toBe(100_000);
  for (let i = 0; i < 100_000; i += 7)
    expect(index.find(keyOf(i))).toEqual({ row: i + 1, digest: i });
  expect(index.find(keyOf(100_000))).toBeUndefined();
});

test("digests tell texts apart", () => {
  const digests = Array.from(
    { length: 20_000 },
    (_, i) => `${digestOf(`pegawai.${i}@contoh.example`)}`,
  );

  expect(new Set(digests).size).toBe(20_000);
  expect(digestOf("a")).toEqual(digestOf("a"));
});
