import { expect, test } from "vitest";
import { accountIdOf } from "#shared/session/account-state.ts";
import { makeLink } from "#shared/session/mailed-link.ts";
import type { SessionApi } from "../../../functions/session-api/session-api.ts";
import { change } from "../../support/employees-in-memory.ts";
import { sessionApiUnderTest, siti } from "./session-api-under-test.ts";

const about = "2026-11-21T02:59:00.000Z";

async function setUp(instead: Partial<SessionApi> = {}) {
  const api = sessionApiUnderTest(instead);
  const link = { purpose: "freeze", employeeId: siti.id, about } as const;
  const secret = await makeLink(api.links, link, api.clock.now());
  const guest = api.browser();
  const frozen = async () => (await api.sessions.findAccount(accountIdOf(siti.nip))).frozen;
  return {
    ...api,
    ...{ secret, frozen },
    look: (of = secret) => guest.post("/api/account/link/look", { secret: of }),
    use: (of = secret) => guest.post("/api/account/link", { secret: of }),
  };
}

test("a look tells what the link does, names nobody and does nothing", async () => {
  const { browser, look, frozen } = await setUp();
  const page = browser();
  await page.signIn();

  const answer = { purpose: "freeze", about, state: "open" };
  expect(await look()).toMatchObject({ status: 200, body: answer });
  expect((await look()).body).toEqual(answer);
  expect(await frozen()).toBeUndefined();
  expect((await page.get("/api/session")).status).toBe(200);
});

test("the link freezes the account of its mail, without a login and whoever is signed in", async () => {
  const { browser, accountHistory, use, frozen } = await setUp();
  const page = browser();
  await page.signIn();

  expect((await use()).status).toBe(204);
  expect(await frozen()).toMatchObject({ by: { role: "holder", id: siti.id } });
  expect((await page.get("/api/session")).body.code).toBe("session-ended");
  const { items } = await accountHistory.page({ employeeId: siti.id, limit: 5 });
  expect(items[0]).toMatchObject({
    action: "account-frozen",
    actor: { role: "holder", id: siti.id },
  });
});

test("a link works once: an old mail does not freeze what two officers have unfrozen", async () => {
  const { clock, sessions, look, use, frozen } = await setUp();
  await use();
  const stands = (await frozen()) ?? { at: "" };
  expect(await sessions.unfreeze(accountIdOf(siti.nip), stands, clock.now())).toBe(true);

  expect((await look()).body).toMatchObject({ state: "used" });
  expect((await use()).status).toBe(204);
  expect(await frozen()).toBeUndefined();
});

/** Of another mail. */
const anotherLink = async ({ links, clock }: ReturnType<typeof sessionApiUnderTest>, at: string) =>
  await makeLink(links, { purpose: "freeze", employeeId: siti.id, about: at }, clock.now());

test("nor do the links of other mails from before; that of a later one does", async () => {
  const world = await setUp();
  const { clock, look, use, frozen } = world;
  const other = await anotherLink(world, about);
  await use();
  const stands = (await frozen()) ?? { at: "" };
  await world.sessions.unfreeze(accountIdOf(siti.nip), stands, clock.now());
  const atThatMoment = await anotherLink(world, clock.now().toISOString());
  clock.advance({ days: 1 });

  for (const old of [other, atThatMoment])
    for (const answer of [await look(old), await use(old)])
      expect(answer).toMatchObject({ status: 401, body: { code: "link-expired" } });
  expect(await frozen()).toBeUndefined();
  expect((await use(await anotherLink(world, clock.now().toISOString()))).status).toBe(204);
  expect(await frozen()).toBeDefined();
});

test("the mailbox of before a change of the address freezes by the mail about that change alone", async () => {
  const world = await setUp();
  const { clock, employees, look, use, frozen } = world;
  clock.advance({ minutes: 5 });
  await change(employees, siti, { email: "lain@contoh.example" }, clock);
  for (const answer of [await look(), await use()])
    expect(answer).toMatchObject({ status: 401, body: { code: "link-expired" } });
  expect(await frozen()).toBeUndefined();

  expect((await use(await anotherLink(world, clock.now().toISOString()))).status).toBe(204);
  expect(await frozen()).toBeDefined();
});

test("what failed half-way is done and told when it is repeated", async () => {
  let isDown = true;
  const noted: string[] = [];
  const { use, frozen, look } = await setUp({
    accountHistory: {
      page: async () => ({ items: [] }),
      note: async ({ action }) => {
        if (isDown) throw new Error("The table is away.");
        noted.push(action);
      },
    },
  });

  expect((await use()).status).toBe(500);
  expect(await frozen()).toBeDefined();
  expect((await look()).body.state).toBe("open");
  isDown = false;
  expect((await use()).status).toBe(204);
  expect(noted).toEqual(["account-frozen"]);
});

test("a link that has ended is like one that never was", async () => {
  const { clock, look, use, frozen } = await setUp();
  const nobodys = [await look("x".repeat(43)), await use(""), await use("#".repeat(200))];
  clock.advance({ days: 7 });

  for (const answer of [...nobodys, await look(), await use()])
    expect(answer).toMatchObject({ status: 401, body: { code: "link-expired" } });
  expect(await frozen()).toBeUndefined();
});

test("the table holds no secret of a link", async () => {
  const { links, secret } = await setUp();

  expect(JSON.stringify(links.all)).not.toContain(secret);
});
