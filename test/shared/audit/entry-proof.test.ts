import { expect, test } from "vitest";
import {
  digestOf,
  erasedIn,
  flawOf,
  type Proof,
  proofOf,
  prove,
  type StoredEntry,
  sealShardOf,
  sealShards,
} from "#shared/audit/entry-proof.ts";
import { anEntry } from "../../support/audit-table-contract.ts";

const writtenAt = new Date("2026-11-21T03:00:01.000Z");
const item = prove({ ...anEntry() }, { writtenAt, previous: "before" });
const known = proofIn(item);

function proofIn(stored: StoredEntry): Proof {
  const proof = proofOf(stored);
  if (!proof) throw new Error("It has no proof.");
  return proof;
}

/** The item without a value, and with what is left of its proof. */
function without(place: string) {
  const { reason: _, ...rest } = item;
  const { salt: _salt, ...salted } = { ...item.salted[place] };
  const erased = { ...rest, salted: { ...item.salted, [place]: salted } };
  return { erased, proof: proofIn(erased) };
}

test("an entry as it was written has no flaw, in whatever order its attributes come back", () => {
  const turned = Object.fromEntries(Object.entries(item).reverse());

  expect(flawOf(turned, known)).toBeUndefined();
  expect(digestOf(turned)).toBe(item.digest);
  expect(digestOf({ ...item, absent: undefined })).toBe(item.digest);
});

test("a value that was erased with its salt is no flaw, one without the other is", () => {
  const { erased, proof } = without("reason");

  expect(flawOf(erased, proof)).toBeUndefined();
  expect(erasedIn(proof)).toBe(1);
  expect(flawOf({ ...item, reason: undefined }, known)).toBe("value-altered");
  expect(flawOf({ ...erased, reason: "SK 12/2026" }, proof)).toBe("value-altered");
});

test("an attribute of tomorrow is covered without a word in the proof", () => {
  const later = prove({ ...anEntry(), decisionId: "dec_1" }, { writtenAt });

  expect(flawOf(later, proofIn(later))).toBeUndefined();
  expect(flawOf({ ...later, decisionId: "dec_2" }, proofIn(later))).toBe("entry-altered");
});

test("who writes 2,000 entries a second of many people writes to all parts of the index alike", () => {
  const parts = new Map<string, number>();
  for (let i = 0; i < 8000; i++) {
    const shard = sealShardOf(`emp_${i}`);
    parts.set(shard, (parts.get(shard) ?? 0) + 1);
  }
  expect([...parts.keys()].sort()).toEqual([...sealShards]);
  // Of 2,000 a second this is 300 in one part, which takes 1,000.
  expect(Math.max(...parts.values())).toBeLessThan(1200);
});
