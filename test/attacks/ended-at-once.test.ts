/** What ends a way in ends it at the next request, for each cookie that the account had (issue 11). */
import { beforeEach, expect, test } from "vitest";
import { rolesSubject } from "#shared/access/grant-role.ts";
import type { Grant } from "#shared/access/role.ts";
import { personHeader } from "#shared/http/person.ts";
import { makeLink } from "#shared/session/mailed-link.ts";
import { qrSecretOf } from "#shared/session/qr-login.ts";
import {
  type Browser,
  newPassword,
  password,
} from "../functions/session-api/session-api-under-test.ts";
import { change } from "../support/employees-in-memory.ts";
import { aGrant } from "../support/roles-in-memory.ts";
import { solve } from "../support/solve-captcha.ts";
import { type AttackedLogin, attackedLoginForThisFile, type Victim } from "./attacked-login.ts";

let world: AttackedLogin;
const started = attackedLoginForThisFile();
beforeEach(() => {
  world = started();
});

/**
 * Three browsers that are signed in, the last one by QR, and one that only has the code of the authenticator before it.
 * Afterwards a code counts that none of them used.
 */
async function browsersOf(victim: Victim) {
  const pages = [world.browser(), world.browser()];
  for (const page of pages) {
    await page.post("/api/session/login", { nip: victim.nip, password });
    const { status } = await page.post("/api/session/code", { code: victim.code() });
    expect(status).toBe(200);
    world.advance(30_000);
  }
  const [phone = world.browser()] = pages;
  pages.push(await byQr(phone, victim));
  const begun = world.browser();
  await begun.post("/api/session/login", { nip: victim.nip, password });
  return { pages, begun };
}

async function byQr(phone: Browser, victim: Victim): Promise<Browser> {
  const computer = world.browser();
  await computer.post("/api/session/qr", { language: "id" });
  const secret = qrSecretOf(computer.cookies.get("__Host-kartu-qr") ?? "");
  await phone.post("/api/account/qr/scan", { secret });
  const number = String((await computer.post("/api/session/qr/take")).body.number);
  await phone.post("/api/account/qr/approve", { secret, number, code: victim.code() });
  const { body } = await computer.post("/api/session/qr/take");
  expect(body.state).toBe("done");
  world.advance(30_000);
  return computer;
}

const record = async ({ nip }: Victim) => {
  const employee = await world.tables.employees.findByNip(nip);
  if (!employee) throw new Error("The victim has no record.");
  return employee;
};

const ends: readonly [string, (victim: Victim, first: Browser) => Promise<unknown>][] = [
  ["freezing from a browser", (_, first) => first.post("/api/account/freeze")],
  [
    "«Bukan saya» of a mail",
    async ({ employeeId }) => {
      const now = world.clock.now();
      const about = now.toISOString();
      const secret = await makeLink(
        world.tables.links,
        { purpose: "freeze", employeeId, about },
        now,
      );
      expect((await world.browser().post("/api/account/link", { secret })).status).toBe(204);
    },
  ],
  [
    "a recovery code",
    async ({ nip, recoveryCodes: [recoveryCode] }) => {
      const elsewhere = world.browser();
      await elsewhere.post("/api/session/login", { nip, password });
      const used = await elsewhere.post("/api/session/recovery-code", { recoveryCode });
      expect(used.status).toBe(204);
    },
  ],
  [
    "taking the authenticator away",
    async (victim, first) => {
      const proof = { password, code: victim.code() };
      const taken = await first.post("/api/account/authenticator/replace", proof);
      expect(taken.status).toBe(204);
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

test.each<[string, (victim: Victim, first: Browser) => Promise<{ status: number }>]>([
  ["signing out everywhere else", (_, first) => first.post("/api/account/sessions/end-others")],
  [
    "another password",
    (victim, first) =>
      first.post("/api/account/password", { password, code: victim.code(), newPassword }),
  ],
])("%s ends every other session at once, and the own one goes on", async (_, end) => {
  const victim = await world.person("enrolled");
  const { pages } = await browsersOf(victim);
  const [first = world.browser(), ...others] = pages;
  const kept = others.map(({ cookies }) => new Map(cookies));

  expect((await end(victim, first)).status).toBe(204);

  expect((await first.get("/api/session")).status).toBe(200);
  for (const [i, page] of others.entries()) {
    for (const [name, value] of kept[i] ?? []) page.cookies.set(name, value);
    expect((await page.get("/api/session")).status).toBe(401);
  }
});

test("a role that was withdrawn opens nothing at the next request, and the session goes on", async () => {
  const { roles } = world.tables;
  const victim = await world.person("enrolled");
  const { id, instansiId } = await record(victim);
  const save = async (...grants: readonly Grant[]) => {
    const revision = (await roles.find(id)).revision + 1;
    const at = world.clock.now().toISOString();
    const entry = { subjectId: rolesSubject(id), revision, at, changes: [] };
    const told = { ...entry, actor: { role: "system" }, action: "role-granted" } as const;
    await roles.save({ id, revision, grants }, told);
  };
  await save(aGrant("petugas", { instansiId }));
  const {
    pages: [page = world.browser()],
  } = await browsersOf(victim);
  page.headers = { [personHeader]: id };
  const search = () => world.atRecords(page).post("/api/officer/employees/search", {});
  expect((await search()).status).toBe(200);

  await save();

  expect((await search()).status).toBe(403);
  expect((await page.get("/api/session")).body.roles).toEqual(["holder"]);
});
