import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { fromDigits, toDigits } from "#shared/signed-qr/digits.ts";
import { type KeyList, openKeyList } from "#shared/signed-qr/key-list.ts";
import { openScanned } from "#shared/signed-qr/scanned.ts";

const vectors = JSON.parse(readFileSync("docs/qr-payload.json", "utf8"));
const now = new Date(vectors.now);
const text: string = vectors.valid[0].text;
const whole = fromDigits(text.split("#").at(-1) ?? "") ?? new Uint8Array();

let list: KeyList;
/** Throws what says why. */
let openAsStranger: (code: string, published: object, now: Date) => unknown;
beforeAll(async () => {
  const opened = await openKeyList(JSON.stringify(vectors.keyList), vectors.root);
  if ("refusal" in opened) throw new Error(opened.refusal);
  list = opened;
  ({ open: openAsStranger } = await import(pathToFileURL(resolve("docs/qr-payload.mjs")).href));
});

/** What docs/qr-payload.md lets differ: words of bytes that nobody made like ours. */
const ofNoForm = new Set(["not-ours", "truncated", "re-encoded", "damaged", "wrong-alg"]);
const wordOf = (said: string) => (ofNoForm.has(said) ? "no form" : said);

async function bothSay(code: string): Promise<readonly [string, string]> {
  const opened = await openScanned(code, list, now);
  return [wordOf(opened.ok ? "accepted" : opened.refusal), wordOf(strangerSays(code))];
}

function strangerSays(code: string): string {
  try {
    openAsStranger(code, vectors.keyList, now);
    return "accepted";
  } catch (error) {
    if (error instanceof Error && error.constructor.name === "Refused") return error.message;
    throw error;
  }
}

/** Each byte in some other values, the head's in more, one byte more or less, and cut after each. */
function* changed(): Generator<Uint8Array> {
  for (const at of whole.keys()) {
    for (let flip = 1; flip < 256; flip += at < 24 ? 5 : 41)
      yield whole.map((byte, i) => (i === at ? byte ^ flip : byte));
    const [before, behind] = [whole.subarray(0, at), whole.subarray(at)];
    yield before;
    yield Uint8Array.from([...before, ...behind.subarray(1)]);
    for (const more of [0x00, 0x18, 0x5f, 0x9f, 0xf6, 0xfb, 0xff])
      yield Uint8Array.from([...before, more, ...behind]);
  }
}

test("a stranger's program and ours accept the same and refuse the same, of thousands of changed codes", async () => {
  const said = [];
  for (const bytes of changed()) said.push(await bothSay(toDigits(Uint8Array.from(bytes))));

  expect(said.length).toBeGreaterThan(3_000);
  expect(said.filter(([ours, theirs]) => ours !== theirs)).toEqual([]);
  expect(said.filter(([ours]) => ours === "accepted")).toEqual([]);
  expect(new Set(said.map(([ours]) => ours))).toEqual(
    new Set(["no form", "unknown-key", "malleable", "bad-signature"]),
  );
});

test("both take a code with blanks around it", async () => {
  expect(await bothSay(` ${text}\n`)).toEqual(["accepted", "accepted"]);
});
