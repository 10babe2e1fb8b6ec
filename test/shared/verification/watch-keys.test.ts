import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import type { ListedKey } from "#shared/signed-qr/key-list.ts";
import { watchKeys } from "#shared/verification/watch-keys.ts";
import { aList, aSigner } from "../../support/card-signer.ts";

const now = new Date("2026-11-29T03:00:00.000Z");
let ofCards: ListedKey;
let ofStatus: ListedKey;

beforeEach(async () => {
  vi.spyOn(logger, "warn").mockReturnValue();
  [ofCards, ofStatus] = [(await aSigner()).key, (await aSigner()).key];
});

afterEach(() => vi.restoreAllMocks());

/** @returns what was told while this is kept, and that lies beside the pages */
async function whys(kept: string | undefined, found = kept): Promise<unknown[]> {
  const lies = found === undefined ? undefined : { json: found, tag: "1" };
  const dependencies = {
    published: { read: async () => lies },
    kept: { read: async () => kept },
    signer: { kid: async () => ofStatus.kid },
  };
  await watchKeys(dependencies, now);
  return vi.mocked(logger.warn).mock.calls.map(([message, fields]) => {
    expect(message).toBe("keys.wrong");
    return Object(fields).why;
  });
}

const listOf = (statusKey: Partial<ListedKey> = {}, until = "2028-11-29") =>
  JSON.stringify({
    ...aList({ ...ofCards, until }),
    statusKeys: [{ ...ofStatus, until, ...statusKey }],
  });

test("a list that lies there as it was published, of keys that sign for long, is nothing to tell of", async () => {
  // The old key is one that the cloud has no more.
  const old = { ...ofCards, kid: "0a1b", until: "2026-12-01" };
  const list = JSON.parse(listOf());
  expect(await whys(JSON.stringify({ ...list, keys: [old, ...list.keys] }))).toEqual([]);
});

test.each([
  ["that is not there", undefined],
  ["that is another one", "{}"],
])("a list %s is told of", async (_, found) => {
  const kept = listOf();
  const lies = found === undefined ? undefined : { json: found, tag: "1" };
  const read = async () => lies;
  const dependencies = { kept: { read: async () => kept }, published: { read } };
  await watchKeys({ ...dependencies, signer: { kid: async () => ofStatus.kid } }, now);
  expect(vi.mocked(logger.warn).mock.calls).toEqual([
    ["keys.wrong", { why: "not-the-list-that-was-published" }],
  ]);
});

test("that nothing was published, or that storage does not say what lies there, is told of", async () => {
  expect(await whys(undefined)).toEqual(["not-the-list-that-was-published"]);
  const read = () => Promise.reject(new Error("AccessDenied"));
  const kept = { read: async () => listOf() };
  await watchKeys({ published: { read }, kept, signer: { kid: async () => ofStatus.kid } }, now);
  expect(logger.warn).toHaveBeenCalledTimes(2);
});

test.each([
  ["2027-01-27", ["keys-end-soon"]],
  ["2027-01-28", []],
])("keys that sign until %s: %j", async (until, told) => {
  expect(await whys(listOf({}, until))).toEqual(told);
});

test("a key that signs the status lists and that no verifier believes is told of", async () => {
  expect(await whys(listOf({ revoked: "2026-11-01" }))).toEqual(["status-key-revoked"]);
  expect(await whys(listOf({ kid: "0a1b" }))).toContain("status-key-not-listed");
});
