import { deflateSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { fromHex, fromNumber, toHex, toNumber } from "#shared/signed-qr/bytes.ts";
import { decodedOnce, encodeCbor } from "#shared/signed-qr/cbor.ts";
import { openSigned } from "#shared/signed-qr/envelope.ts";
import type { KeyList } from "#shared/signed-qr/key-list.ts";
import {
  encodeStatusList,
  maxStatusBytes,
  openStatusList,
  type StatusClaims,
  type StatusRefusal,
  statusRefusals,
} from "#shared/signed-qr/status-list.ts";
import { aList, aPayload, aSigner, type CardSigner } from "../../support/card-signer.ts";
import { deflatedStates, someClaims, statusAt, statusFile } from "../../support/status-list.ts";

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const part = 1;
const now = new Date(statusAt.getTime() + 3_600_000);
const later = (ms: number) => new Date(statusAt.getTime() + ms);

let status: CardSigner;
let card: CardSigner;
let keys: KeyList;
beforeAll(async () => {
  [status, card] = [await aSigner(), await aSigner()];
  keys = { ...aList(card.key), statusKeys: [status.key] };
});

const open = (bytes: Uint8Array, asked: { part?: number; now?: Date; keys?: KeyList } = {}) =>
  openStatusList(bytes, asked.keys ?? keys, { part, now, ...asked });

const fileOf = (different: Partial<StatusClaims> = {}) => statusFile(status, someClaims(different));

test("a list says of each place what was put there, when it was made, and until when it says it", async () => {
  const places = { 70000: "suspended", 65536: "ended", 131071: "replaced" } as const;
  const opened = await open(await fileOf({ deflated: deflatedStates(places) }));
  if ("refusal" in opened) throw new Error(opened.refusal);

  expect(opened.issuedAt).toEqual(statusAt);
  expect(opened.until).toEqual(later(36 * 3_600_000));
  expect([70_000, 65_536, 131_071, 65_537].map(opened.stateOf)).toEqual([
    "suspended",
    "ended",
    "replaced",
    "valid",
  ]);
  expect(() => opened.stateOf(65_535)).toThrow(RangeError);
});

test("what is signed is the standard's: its type, its claims by their numbers, in the one encoding", async () => {
  const payload = encodeStatusList(someClaims({ deflated: fromHex("78da3be9f2130003df0207") }));
  const file = await statusFile(status, payload);

  const address = "https://kartu-asn.example/.well-known/kartu-asn/status/1";
  const states = "a2636c73744b78da3be9f2130003df0207646269747302";
  expect(toHex(payload)).toBe(
    `a5027838${inHex(address)}041a${seconds(36)}061a${seconds(0)}19fffd${states}19fffe195460`,
  );
  const header = `a301260442${status.key.kid}10781a${inHex("application/statuslist+cwt")}`;
  expect(toHex(file).startsWith(`d2845824${header}a0`)).toBe(true);
});

describe("refuses", () => {
  const refusals: readonly [string, StatusRefusal, () => Promise<unknown>][] = [
    ["an empty file", "not-ours", () => open(new Uint8Array())],
    ["a page of the site", "not-ours", () => open(new TextEncoder().encode("<!doctype html>"))],
    [
      "a file that is longer than any list",
      "not-ours",
      async () => open(Uint8Array.from([...(await fileOf()), ...new Uint8Array(maxStatusBytes)])),
    ],
    ["its last byte lost", "truncated", async () => open((await fileOf()).subarray(0, -1))],
    ["one byte more", "re-encoded", async () => open(Uint8Array.from([...(await fileOf()), 0]))],
    [
      "signed claims that are none",
      "damaged",
      async () => open(await statusFile(status, encodeCbor(new Map()))),
    ],
    [
      "one bit a place",
      "damaged",
      async () =>
        open(
          await changedClaim((claims) =>
            claims.set(
              65_533,
              new Map<string, unknown>([
                ["lst", new Uint8Array(9)],
                ["bits", 1],
              ]),
            ),
          ),
        ),
    ],
    [
      "a time that is none",
      "damaged",
      async () => open(await changedClaim((claims) => claims.set(6, "now"))),
    ],
    ["no end", "damaged", async () => open(await changedClaim((claims) => claims.delete(4)))],
    [
      "one claim more",
      "damaged",
      async () => open(await changedClaim((claims) => claims.set(1, "BKN"))),
    ],
    [
      "an address that is no text",
      "damaged",
      async () => open(await changedClaim((claims) => claims.set(2, 7))),
    ],
    [
      "states that are not compressed",
      "damaged",
      async () => open(await fileOf({ deflated: new Uint8Array(16_384) })),
    ],
    [
      "compressed states that end early",
      "damaged",
      async () => open(await fileOf({ deflated: deflatedStates({}).subarray(0, -5) })),
    ],
    [
      "bytes behind the compressed states",
      "damaged",
      async () => open(await fileOf({ deflated: Uint8Array.from([...deflatedStates({}), 0]) })),
    ],
    ["the key of cards", "unknown-key", async () => open(await statusFile(card, someClaims()))],
    [
      "a list of keys that has none for this",
      "unknown-key",
      async () => open(await fileOf(), { keys: { ...keys, statusKeys: [] } }),
    ],
    [
      "a key that signed no more on that day",
      "unknown-key",
      async () => open(await fileOf(), { keys: until("2027-02-28") }),
    ],
    [
      "a revoked key",
      "revoked-key",
      async () => open(await fileOf(), { keys: withKey({ revoked: "2027-02-01" }) }),
    ],
    ["the upper s", "malleable", async () => open(upper(await fileOf()))],
    ["a changed state", "bad-signature", async () => open(changed(await fileOf(), 120))],
    ["another part", "another-part", async () => open(await fileOf(), { part: 2 })],
    [
      "another site",
      "another-part",
      async () => open(await fileOf({ host: "kartu-asn.example.com" })),
    ],
    [
      "a list of tomorrow",
      "not-yet-valid",
      async () => open(await fileOf(), { now: later(-300_001) }),
    ],
    ["an old list", "expired", async () => open(await fileOf(), { now: later(36 * 3_600_000) })],
    [
      "one state too many",
      "wrong-size",
      async () => open(await fileOf({ deflated: deflateSync(new Uint8Array(16_385)) })),
    ],
    [
      "one byte of states too few",
      "wrong-size",
      async () => open(await fileOf({ deflated: deflateSync(new Uint8Array(16_383)) })),
    ],
    [
      "a few bytes that stand for sixteen million",
      "wrong-size",
      async () => open(await fileOf({ deflated: deflateSync(new Uint8Array(15_000_000)) })),
    ],
  ];

  test.each(refusals)("%s: %s", async (_, refusal, opened) => {
    expect(await opened()).toMatchObject({ refusal });
  });

  test("each in a way of its own", () => {
    const told = refusals.map(([, refusal]) => refusal);
    // An algorithm other than ES256 is in the last test: nothing of ours makes such a header.
    expect(new Set([...told, "wrong-alg"])).toEqual(new Set(statusRefusals));
  });

  test("another algorithm in the header, whatever the key", async () => {
    const file = await fileOf();
    const at = toHex(file).indexOf("0126") / 2 + 1;

    expect(await open(file.with(at, 0x27))).toEqual({ refusal: "wrong-alg" });
  });
});

test("of an old list it is said from when it is, and what it said; a clock may be five minutes slow", async () => {
  const old = await open(await fileOf(), { now: later(36 * 3_600_000) });
  expect(old).toMatchObject({ refusal: "expired", issuedAt: statusAt });
  expect(old).toHaveProperty("stateOf");
  expect(await open(await fileOf(), { now: later(-300_000) })).toHaveProperty("stateOf");
  expect(await open(await fileOf(), { now: later(36 * 3_600_000 - 1) })).toHaveProperty("stateOf");
});

test("no key signs both: a card's code is refused of the key of the list, and so is its text as a list's", async () => {
  const code = await status.sign(aPayload());

  expect(await openSigned(code, keys, now)).toEqual({ ok: false, refusal: "unknown-key" });
  // Were the key in both places by mistake, the kinds would still tell them apart.
  const both = { ...keys, keys: [status.key, card.key], statusKeys: [status.key, card.key] };
  expect(await openSigned(await fileOf(), both, now)).toEqual({ ok: false, refusal: "not-ours" });
  expect(await open(code, { keys: both })).toEqual({ refusal: "not-ours" });
  expect(await openSigned(code, both, now)).toMatchObject({ ok: true });
});

test("each byte of a file counts", async () => {
  const file = await fileOf({ deflated: deflatedStates({ 70000: "ended" }) });
  const accepted: number[] = [];
  for (let at = 0; at < file.length; at++)
    if (!("refusal" in (await open(changed(file, at))))) accepted.push(at);

  expect(accepted).toEqual([]);
  expect(file.length).toBeGreaterThan(200);
});

const inHex = (text: string) => Buffer.from(text).toString("hex");
const seconds = (hours: number) => (later(hours * 3_600_000).getTime() / 1000).toString(16);

const withKey = (different: Partial<CardSigner["key"]>): KeyList => ({
  ...keys,
  statusKeys: [{ ...status.key, ...different }],
});
const until = (day: string) => withKey({ until: day });

function changed(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.with(at, (bytes[at] ?? 0) ^ 1);
}

function upper(bytes: Uint8Array): Uint8Array {
  const s = toNumber(bytes.subarray(-32));
  return Uint8Array.from([...bytes.subarray(0, -32), ...fromNumber(order - s, 32)]);
}

/** A list that differs in a claim, signed well. */
async function changedClaim(change: (claims: Map<unknown, unknown>) => void): Promise<Uint8Array> {
  const decoded = decodedOnce(encodeStatusList(someClaims()));
  const claims = "value" in decoded ? decoded.value : undefined;
  if (!(claims instanceof Map)) throw new Error("Claims are a map.");
  change(claims);
  return await statusFile(status, encodeCbor(claims));
}
