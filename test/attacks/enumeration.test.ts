/** Nobody finds out which numbers have an account: not by words, headers or time (issue 11, threats 1 and 2). */
import { performance } from "node:perf_hooks";
import { beforeAll, expect, test } from "vitest";
import { evenMilliseconds } from "#shared/http/even-time.ts";
import type { Browser } from "../functions/session-api/session-api-under-test.ts";
import { aNip } from "../support/builders.ts";
import type { ApiResponse } from "../support/call-api.ts";
import { solve } from "../support/solve-captcha.ts";
import {
  type AttackedLogin,
  attackedLoginForThisFile,
  type Stage,
  type Victim,
} from "./attacked-login.ts";
import { mannWhitneyP } from "./separable.ts";

const tries = 500;
/** As many as leave this process idle most of the time: who waits for the even time takes none. */
const atOnce = 24;
const stages: readonly Stage[] = ["enrolled", "activated", "imported", "disabled"];

let world: AttackedLogin;
let known: readonly Victim[];
const started = attackedLoginForThisFile();
beforeAll(async () => {
  world = started();
  const made: Victim[] = [];
  for (let i = 0; i < 100; i++)
    made.push(await world.person(stages[i % stages.length] ?? "enrolled"));
  known = made;
}, 120_000);

interface Person {
  readonly nip: string;
  readonly email: string;
}
interface Step {
  readonly name: string;
  readonly take: (page: Browser, person: Person) => Promise<ApiResponse>;
}
type Group = "known" | "unknown";
/** Of each step what was said, each once, and how long it took, milliseconds. */
type Seen = Readonly<Record<Group, { readonly said: Set<string>; readonly times: number[] }>>;

/**
 * Takes the steps, one after the other, for a known and an unknown person in turn, from ever other networks.
 * @param before what comes first, without the even time, and is not looked at
 */
async function interleave(
  steps: readonly Step[],
  before: (page: Browser, person: Person) => Promise<unknown>,
): Promise<Seen[]> {
  const nothing = () => ({ said: new Set<string>(), times: [] });
  const seen = steps.map((): Seen => ({ known: nothing(), unknown: nothing() }));
  const browser = world.browserAfter(evenMilliseconds);
  let next = 0;
  const work = async () => {
    while (next < 2 * tries) {
      const i = next++;
      const group: Group = i % 2 === 0 ? "known" : "unknown";
      const person = (group === "known" && known[(i / 2) % known.length]) || stranger(i);
      const network = `${11 + (i % 80)}.${Math.floor(i / 80)}.7.1`;
      const [early, page] = [world.browser(network), browser(network)];
      await before(early, person);
      for (const [name, value] of early.cookies) page.cookies.set(name, value);
      for (const [place, { take }] of steps.entries()) {
        const startedAt = performance.now();
        const answer = await take(page, person);
        seen[place]?.[group].times.push(performance.now() - startedAt);
        seen[place]?.[group].said.add(wordsOf(answer));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return seen;
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

const newPassword = "Kopi-Tubruk-Tanpa-Gula-7";
const recoveryCode = "7Q2M-K9XD-40TP";

const check: Step["take"] = async (page, { nip }) => {
  const captcha = solve((await page.get("/api/session/captcha")).body);
  return await page.post("/api/session/reset", { nip, captcha });
};
const mail: Step["take"] = (page, { email }) => page.post("/api/session/reset/email", { email });
const attacks: readonly {
  readonly before?: Parameters<typeof interleave>[1];
  readonly steps: readonly Step[];
}[] = [
  {
    steps: [
      {
        name: "a wrong password",
        take: (page, { nip }) => page.post("/api/session/login", { nip, password: "x" }),
      },
      {
        name: "a recovery code without the password",
        take: (page) => page.post("/api/session/recovery-code", { recoveryCode }),
      },
      {
        name: "a mailed code without the password",
        take: (page) => page.post("/api/session/enrolment/mailed-code", { mailedCode: "12345678" }),
      },
    ],
  },
  {
    steps: [
      { name: "«Check»", take: check },
      { name: "«Kirim»", take: mail },
    ],
  },
  {
    before: async (page, { nip }) => {
      // Who knows the address too is told by Cognito's own limit: decision 0011.
      const person = { nip, email: "tebakan@contoh.example" };
      await check(page, person);
      await mail(page, person);
      await world.lookUpResets();
    },
    steps: [
      {
        name: "a wrong mailed code",
        take: (page) => page.post("/api/session/reset/password", { code: "000000", newPassword }),
      },
    ],
  },
];

test.each(
  attacks.map(({ before = async () => {}, steps }) => {
    return [steps.map(({ name }) => name).join(", "), before, steps] as const;
  }),
)(
  "%s: the same words, and the same time, for 500 people and 500 who are not there",
  async (_, before, steps) => {
    // One of a hundred honest steps is below 0.01 by chance; three times in a row is one of a million.
    let left = steps;
    for (let run = 0; run < 3 && left.length > 0; run++) {
      const seen = await interleave(steps, before);
      for (const { known: here, unknown: nowhere } of seen)
        expect([...here.said].sort()).toEqual([...nowhere.said].sort());
      left = left.filter((step) => {
        const { known: here, unknown: nowhere } = seen[steps.indexOf(step)] ?? {};
        return mannWhitneyP(here?.times ?? [], nowhere?.times ?? []) <= 0.01;
      });
    }
    expect(left.map(({ name }) => name)).toEqual([]);
  },
  400_000,
);

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
