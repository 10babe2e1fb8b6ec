import { beforeAll, describe, expect, test } from "vitest";
import { fromHex, toHex } from "#shared/signed-qr/bytes.ts";
import { encodeCbor } from "#shared/signed-qr/cbor.ts";
import { openSigned, type Refusal } from "#shared/signed-qr/envelope.ts";
import type { KeyList } from "#shared/signed-qr/key-list.ts";
import { aList, aPayload, aSigner, type CardSigner, longest } from "../../support/card-signer.ts";

const now = new Date("2027-03-01T05:00:00Z");

let signer: CardSigner;
let list: KeyList;
let good: Uint8Array;
beforeAll(async () => {
  signer = await aSigner();
  list = aList(signer.key);
  good = await signer.sign(aPayload());
});

async function refusalOf(bytes: Uint8Array, keys = list, at = now): Promise<Refusal | "accepted"> {
  const opened = await openSigned(bytes, keys, at);
  return opened.ok ? "accepted" : opened.refusal;
}

test("what was sealed is opened", async () => {
  expect(await openSigned(good, list, now)).toEqual({
    ok: true,
    payload: aPayload(),
    kid: signer.key.kid,
  });
  expect(await signer.sign(longest)).toHaveLength(159);
});

test("two keys sign at the same time, while one follows the other", async () => {
  const next = await aSigner();
  const both = aList(signer.key, next.key);

  expect(await openSigned(good, both, now)).toMatchObject({ ok: true, kid: signer.key.kid });
  const later = await next.sign(aPayload());
  expect(await openSigned(later, both, now)).toMatchObject({ ok: true, kid: next.key.kid });
});

describe("by the published list", () => {
  test("a key that is not in it is unknown", async () => {
    const other = await aSigner();

    expect(await refusalOf(good, aList(other.key))).toBe("unknown-key");
  });

  test("a revoked key proves nothing, whatever day its codes say", async () => {
    const revoked = aList({ ...signer.key, revoked: "2027-02-01" });

    expect(await refusalOf(good, revoked)).toBe("revoked-key");
  });

  test.each([
    ["2026-11-30", "2027-12-31", "unknown-key"],
    ["2026-11-29", "2026-11-29", "accepted"],
    ["2026-01-01", "2026-11-28", "unknown-key"],
  ])("a key that signed from %s until %s: %s", async (from, until, outcome) => {
    expect(await refusalOf(good, aList({ ...signer.key, from, until }))).toBe(outcome);
  });
});

test.each([
  ["the moment before it is issued in Papua", "2026-11-28T14:59:59Z", "not-yet-valid"],
  ["the first moment of that day there", "2026-11-28T15:00:00Z", "accepted"],
  ["the last moment of the last day in Jakarta", "2028-11-28T16:59:59Z", "accepted"],
  ["a moment later", "2028-11-28T17:00:00Z", "expired"],
])("%s: %s %s", async (_, at, outcome) => {
  expect(await refusalOf(good, list, new Date(at))).toBe(outcome);
});

test.each([
  ["nothing", new Uint8Array()],
  ["an untagged COSE_Sign1", fromHex("84430126a0")],
  ["a COSE_Mac0", fromHex("d184430126a0")],
  ["a text", new TextEncoder().encode("HC1:6BF")],
  ["three parts", fromHex("d28340a040")],
  ["a payload that stands elsewhere", fromHex("d28443a10126a0f640")],
])("%s is not ours", async (_, bytes) => {
  expect(await refusalOf(bytes)).toBe("not-ours");
});

test("a code that ends early is truncated, wherever, and one that goes on was written anew", async () => {
  for (let length = 1; length < good.length; length++)
    expect(await refusalOf(good.subarray(0, length))).toBe("truncated");
  for (const more of ["00", "d2", toHex(good)])
    expect(await refusalOf(fromHex(toHex(good) + more))).toBe("re-encoded");
});

test("the same code written in other bytes is told as such", async () => {
  const hex = toHex(good);
  const header = `a2012604 42${signer.key.kid}`.replace(" ", "");
  const rewritten = {
    "a longer number for the parts": hex.replace(/^d284/, "d29804"),
    "a longer number for the header": hex.replace(`47${header}`, `5807${header}`),
    "parts without a number": `${hex.replace(/^d284/, "d29f")}ff`,
    "the tag in a longer form": hex.replace(/^d2/, "d812"),
    "the header in another order": hex.replace(header, `a20442${signer.key.kid}0126`),
    "a key twice": hex.replace(
      `47${header}`,
      `49a301260126 0442${signer.key.kid}`.replace(" ", ""),
    ),
  };
  for (const [how, text] of Object.entries(rewritten)) {
    expect(text, how).not.toBe(hex);
    expect(await refusalOf(fromHex(text)), how).toBe("re-encoded");
  }
  expect(await refusalOf(fromHex(`d2${hex}`))).toBe("damaged");
});

test("a payload that is signed and not in its one form is damaged", async () => {
  const more = encodeCbor(new Map([[1, "Siti"]]));

  expect(await refusalOf(await signer.sign(more))).toBe("damaged");
});
