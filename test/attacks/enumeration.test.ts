/** Nobody finds out which numbers have an account: not by words, headers or time (issue 11, threats 1 and 2). */
import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import type { Browser } from "../functions/session-api/session-api-under-test.ts";
import { aNip } from "../support/builders.ts";
import type { ApiResponse } from "../support/call-api.ts";
import { solve } from "../support/solve-captcha.ts";
import {
  type AttackedLogin,
  type Stage,
  startAttackedLogin,
  type Victim,
} from "./attacked-login.ts";
import { mannWhitneyP } from "./separable.ts";

/** Longer than our own part and the embedded Cognito's under this load; a real one is the product's `evenMilliseconds`. */
const even = 250;
const tries = 500;
const atOnce = 16;
const stages: readonly Stage[] = ["enrolled", "activated", "imported", "disabled"];

let world: AttackedLogin;
let known: readonly Victim[];
beforeAll(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await startAttackedLogin(even);
  const made: Victim[] = [];
  for (let i = 0; i < 100; i++)
    made.push(await world.person(stages[i % stages.length] ?? "enrolled"));
  known = made;
}, 120_000);
afterAll(() => world.cloud.stop());
beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

interface Person {
  readonly nip: string;
  readonly email: string;
}
type Step = (page: Browser, person: Person) => Promise<ApiResponse>;

/**
 * Takes a step for a known and an unknown person in turn, from ever other networks.
 * @param before what comes first and is not looked at
 * @returns what was said, each once, and how long the last step took, milliseconds
 */
async function interleave(step: Step, before: (page: Browser, person: Person) => Promise<unknown>) {
  const said = { known: new Set<string>(), unknown: new Set<string>() };
  const times: Record<keyof typeof said, number[]> = { known: [], unknown: [] };
  let next = 0;
  const work = async () => {
    while (next < 2 * tries) {
      const i = next++;
      const group = i % 2 === 0 ? "known" : "unknown";
      const person = (group === "known" && known[(i / 2) % known.length]) || stranger(i);
      const network = `${11 + (i % 80)}.${Math.floor(i / 80)}.7.1`;
      const [early, page] = [world.browser(network), world.evenBrowser(network)];
      await before(early, person);
      for (const [name, value] of early.cookies) page.cookies.set(name, value);
      const startedAt = performance.now();
      said[group].add(wordsOf(await step(page, person)));
      times[group].push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { said, times };
}

function stranger(i: number): Person {
  const number = String(1 + (i % 200)).padStart(3, "0");
  const nip = aNip(`197${i % 10}0717200012${1 + (i % 2)}${number}`);
  return { nip, email: `orang${i}@contoh.example` };
}

/** Status, headers, names of cookies and the shape of the body, without what differs in every answer. */
function wordsOf({ status, headers, cookies, body }: ApiResponse): string {
  const { reference: _, retryAfterSeconds: __, work: ___, ...same } = body;
  const { "retry-after": ____, ...sent } = headers;
  return JSON.stringify([status, sent, cookies.map((cookie) => cookie.split("=")[0]), same]);
}

const nothing = async () => {};
const check: Step = async (page, { nip }) => {
  const captcha = solve((await page.get("/api/session/captcha")).body);
  return await page.post("/api/session/reset", { nip, captcha });
};
const mail: Step = (page, { email }) => page.post("/api/session/reset/email", { email });
const newPassword = "Kopi-Tubruk-Tanpa-Gula-7";

describe.each<[string, Step, Parameters<typeof interleave>[1]]>([
  [
    "a wrong password",
    (page, { nip }) => page.post("/api/session/login", { nip, password: "x" }),
    nothing,
  ],
  ["«Check»", check, nothing],
  ["«Kirim»", mail, check],
  [
    "a wrong mailed code",
    (page) => page.post("/api/session/reset/password", { code: "000000", newPassword }),
    async (page, { nip }) => {
      // Who knows the address too is told by Cognito's own limit: decision 0011.
      const person = { nip, email: "tebakan@contoh.example" };
      await check(page, person);
      await mail(page, person);
      await world.lookUpResets();
    },
  ],
])("%s", (_, step, before) => {
  test("says the same, and takes the same time, for 500 people and 500 who are not there", async () => {
    // One of a hundred honest runs is below 0.01 by chance; three in a row are one of a million.
    let p = 0;
    for (let run = 0; run < 3 && p <= 0.01; run++) {
      const { said, times } = await interleave(step, before);
      expect([...said.known].sort()).toEqual([...said.unknown].sort());
      p = mannWhitneyP(times.known, times.unknown);
    }
    expect(p).toBeGreaterThan(0.01);
  }, 400_000);
});

test("the comparison notices half a millisecond", () => {
  const noise = (i: number) => 150 + ((i * 7919) % 1000) / 1000;
  const one = Array.from({ length: tries }, (_, i) => noise(i));
  const other = Array.from({ length: tries }, (_, i) => noise(i + 13));

  expect(mannWhitneyP(one, other)).toBeGreaterThan(0.01);
  expect(
    mannWhitneyP(
      one,
      other.map((time) => time + 0.5),
    ),
  ).toBeLessThan(0.001);
});
