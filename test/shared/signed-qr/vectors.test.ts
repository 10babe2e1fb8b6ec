import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { refusals } from "#shared/signed-qr/envelope.ts";
import { type KeyList, openKeyList } from "#shared/signed-qr/key-list.ts";
import { openScanned } from "#shared/signed-qr/scanned.ts";
import { openStatusList, statusRefusals } from "#shared/signed-qr/status-list.ts";

/** What docs/qr-payload.md gives to strangers. */
const vectors = JSON.parse(readFileSync("docs/qr-payload.json", "utf8"));
const now = new Date(vectors.now);

let list: KeyList;
beforeAll(async () => {
  const opened = await openKeyList(JSON.stringify(vectors.keyList), vectors.root);
  if ("refusal" in opened) throw new Error(opened.refusal);
  list = opened;
});

test.each<{ what: string; text: string; kid: string; payload: object }>(vectors.valid)(
  "accepted: $what",
  async ({ text, kid, payload }) => {
    expect(await openScanned(text, list, now)).toEqual({ ok: true, payload, kid });
  },
);

test.each<{ what: string; text: string; refusal: string }>(vectors.refused)(
  "$refusal: $what",
  async ({ text, refusal }) => {
    expect(await openScanned(text, list, now)).toEqual({ ok: false, refusal });
  },
);

interface StatusVector {
  readonly what: string;
  readonly part: number;
  readonly file: string;
  readonly places?: Readonly<Record<string, string>>;
  readonly refusal?: string;
}
const statusLists: readonly StatusVector[] = vectors.statusLists;

test.each(statusLists)("status list $refusal: $what", async ({ part, file, places, refusal }) => {
  const opened = await openStatusList(Buffer.from(file, "base64url"), list, { part, now });
  if ("refusal" in opened) return expect(opened.refusal).toBe(refusal);
  const said = Object.keys(places ?? {}).map((place) => [place, opened.stateOf(Number(place))]);
  expect(Object.fromEntries(said)).toEqual(places);
});

test("each refusal has a vector", () => {
  const told = vectors.refused.map(({ refusal }: { refusal: string }) => refusal);
  const ofLists = statusLists.flatMap(({ refusal }) => refusal ?? []);

  expect(new Set(told)).toEqual(new Set(refusals));
  expect(new Set(ofLists)).toEqual(new Set(statusRefusals));
});

test("digits alone are as good as the address", async () => {
  const [{ text, payload }] = vectors.valid;
  const digits = text.split("#").at(-1);

  expect(await openScanned(` ${digits}\n`, list, now)).toMatchObject({ ok: true, payload });
});

test("a stranger's program, which shares nothing with ours, says the same of each", () => {
  const { stdout, status } = spawnSync(process.execPath, ["docs/qr-payload.mjs"], {
    encoding: "utf8",
  });

  expect(stdout).toMatch(/^(\d+) of \1 as expected$/m);
  expect(status).toBe(0);
});
