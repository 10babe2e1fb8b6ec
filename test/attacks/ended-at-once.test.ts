/** What ends a way in ends it at the next request, for each cookie that the account had (issue 11). */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import { freezeAccount } from "#shared/session/freeze-account.ts";
import {
  type Browser,
  newPassword,
  password,
} from "../functions/session-api/session-api-under-test.ts";
import { change } from "../support/employees-in-memory.ts";
import { solve } from "../support/solve-captcha.ts";
import { type AttackedLogin, startAttackedLogin, type Victim } from "./attacked-login.ts";

let world: AttackedLogin;
beforeAll(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await startAttackedLogin();
}, 60_000);
afterAll(() => world.cloud.stop());
beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

/** Three browsers that are signed in, and one that only has the code of the authenticator before it. */
async function browsersOf(victim: Victim) {
  const pages = [world.browser(), world.browser(), world.browser()];
  for (const page of pages) {
    await page.post("/api/session/login", { nip: victim.nip, password });
    const { status } = await page.post("/api/session/code", { code: victim.code() });
    expect(status).toBe(200);
    world.advance(30_000);
  }
  const begun = world.browser();
  await begun.post("/api/session/login", { nip: victim.nip, password });
  return { pages, begun };
}

const record = async ({ nip }: Victim) => {
  const employee = await world.tables.employees.findByNip(nip);
  if (!employee) throw new Error("The victim has no record.");
  return employee;
};

const ends: readonly [string, (victim: Victim, first: Browser) => Promise<unknown>][] = [
  [
    "freezing",
    async (victim) => {
      const person = await record(victim);
      await freezeAccount(
        { ...world.tables, clock: world.clock },
        { person, by: { role: "officer", id: "emp_petugas" } },
      );
    },
  ],
  [
    "the end of the employment",
    async (victim) => {
      await change(
        world.tables.employees,
        await record(victim),
        { kedudukanHukum: "66" },
        world.clock,
      );
    },
  ],
  [
    "another e-mail address in the record",
    async (victim) => {
      const email = `baru-${victim.email}`;
      await change(world.tables.employees, await record(victim), { email }, world.clock);
    },
  ],
  [
    "a reset of the password",
    async ({ nip, email }) => {
      const elsewhere = world.browser();
      const captcha = solve((await elsewhere.get("/api/session/captcha")).body);
      await elsewhere.post("/api/session/reset", { nip, captcha });
      await elsewhere.post("/api/session/reset/email", { email });
      await world.lookUpResets();
      const done = { code: world.mailedCode(email), newPassword };
      expect((await elsewhere.post("/api/session/reset/password", done)).status).toBeLessThan(300);
    },
  ],
];

test.each(ends)(
  "%s ends every session and every begun login at once",
  async (_, end) => {
    const victim = await world.person("enrolled");
    const { pages, begun } = await browsersOf(victim);
    const kept = pages.map(({ cookies }) => new Map(cookies));
    world.advance(1_000);

    await end(victim, pages[0] ?? begun);

    for (const [i, page] of pages.entries()) {
      expect((await page.get("/api/session")).status).toBe(401);
      // A thief sends the cookie again, whatever the answer told the browser.
      for (const [name, value] of kept[i] ?? []) page.cookies.set(name, value);
      expect((await page.get("/api/session")).status).toBe(401);
      expect((await page.get("/api/account/history")).status).toBe(401);
    }
    await begun.post("/api/session/code", { code: victim.code() });
    expect(begun.cookies.has("__Host-kartu")).toBe(false);
  },
  60_000,
);

test("a logout ends the cookie it was made with, and no other", async () => {
  const victim = await world.person("enrolled");
  const { pages } = await browsersOf(victim);
  const [one, other] = pages;
  const kept = new Map(one?.cookies);
  await one?.post("/api/session/logout");
  for (const [name, value] of kept) one?.cookies.set(name, value);

  expect((await one?.get("/api/session"))?.status).toBe(401);
  expect((await other?.get("/api/session"))?.status).toBe(200);
});
