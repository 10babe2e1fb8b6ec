import { expect, test } from "vitest";
import { accountIdOf } from "#shared/session/account-state.ts";
import { makeLink } from "#shared/session/mailed-link.ts";
import { anAuthenticator } from "../../support/account-table-contract.ts";
import { writeInMemory } from "../../support/steps-in-memory.ts";
import { password, sessionApiUnderTest, siti } from "./session-api-under-test.ts";

const tooLate = { status: 409, body: { code: "nothing-to-cancel" } };

/** A reset of Siti's second factor was asked for, and the mail about it has a link. */
async function setUp() {
  const api = sessionApiUnderTest();
  const { accountRecords, accountHistory, links, clock } = api;
  await accountRecords.register(siti, anAuthenticator);
  const ask = (id: string) => writeInMemory([accountRecords.askingMfaReset(siti.id, { id })]);
  ask("apr_1");
  const about = clock.now().toISOString();
  const link = {
    purpose: "cancel-mfa-reset",
    employeeId: siti.id,
    about,
    matterId: "apr_1",
  } as const;
  const secret = await makeLink(links, link, clock.now());
  clock.advance({ minutes: 1 });
  const guest = api.browser();
  return {
    ...api,
    ask,
    decide: () => {
      const decidedAt = clock.now().toISOString();
      const reset = { id: "apr_1", decidedAt, effectiveFrom: decidedAt };
      writeInMemory([accountRecords.decidingMfaReset(siti.id, reset)]);
    },
    logIn: () => api.browser().post("/api/session/login", { nip: siti.nip, password }),
    look: () => guest.post("/api/account/link/look", { secret }),
    use: (freezes?: true) =>
      guest.post("/api/account/link", { secret, ...(freezes && { freezes }) }),
    reset: async () => (await accountRecords.summary(siti.id))?.mfaReset,
    isFrozen: async () =>
      (await api.sessions.findAccount(accountIdOf(siti.nip))).frozen !== undefined,
    actions: async () => {
      const { items } = await accountHistory.page({ employeeId: siti.id, limit: 50 });
      return items.map(({ action }) => action);
    },
  };
}

test.each([["asked for"], ["approved"]])(
  "a reset that was %s is cancelled by its link, and the history says from where",
  async (state) => {
    const { accountHistory, decide, look, use, reset, isFrozen } = await setUp();
    if (state === "approved") decide();
    expect((await look()).body).toMatchObject({ purpose: "cancel-mfa-reset", state: "open" });

    expect((await use()).status).toBe(204);
    expect(await reset()).toBeUndefined();
    expect(await isFrozen()).toBe(false);
    const { items } = await accountHistory.page({ employeeId: siti.id, limit: 1 });
    const told = { action: "mfa-reset-cancelled", matterId: "apr_1", origin: {} };
    expect(items).toMatchObject([{ ...told, actor: { role: "holder", id: siti.id } }]);
    expect((await look()).body).toMatchObject({ state: "used" });
    expect((await use()).status).toBe(204);
  },
);

test("a link cancels the reset of its mail and no later one", async () => {
  const { ask, look, use, reset, actions } = await setUp();
  ask("apr_2");

  expect((await look()).body).toMatchObject({ state: "late" });
  expect(await use()).toMatchObject(tooLate);
  expect(await reset()).toEqual({ id: "apr_2" });
  expect(await actions()).not.toContain("mfa-reset-cancelled");
});

test("after the reset was carried out nobody is told that it was cancelled, and the link freezes", async () => {
  const { decide, logIn, look, use, isFrozen, actions } = await setUp();
  decide();
  expect((await logIn()).body).toEqual({ next: "enrolment", serverTime: expect.any(String) });

  expect((await look()).body).toMatchObject({ state: "late" });
  expect(await use()).toMatchObject(tooLate);
  expect((await look()).body).toMatchObject({ state: "late" });
  expect(await isFrozen()).toBe(false);
  expect((await use(true)).status).toBe(204);
  expect(await isFrozen()).toBe(true);
  expect(await actions()).not.toContain("mfa-reset-cancelled");
  expect((await look()).body).toMatchObject({ state: "used" });
});

test("what officers have unfrozen is not frozen again by it", async () => {
  const world = await setUp();
  const { use, isFrozen } = world;
  await use();
  expect((await use(true)).status).toBe(204);
  expect(await isFrozen()).toBe(true);
  const account = accountIdOf(siti.nip);
  const { frozen = { at: "" } } = await world.sessions.findAccount(account);
  await world.sessions.unfreeze(account, frozen, world.clock.now());

  expect(await use(true)).toMatchObject({ status: 401, body: { code: "link-expired" } });
  expect(await isFrozen()).toBe(false);
});

test.each(["email", "phone"] as const)(
  "a link of a change of the %s cancels that change, and freezes nothing",
  async (field) => {
    const { links, clock, contactChanges, accountHistory, browser, isFrozen } = await setUp();
    const askedAt = clock.now().toISOString();
    const change = { employeeId: siti.id, field, id: "chg_1", to: "baru", askedAt };
    await contactChanges.set({ ...change, effectiveFrom: "2026-11-22T03:00:00.000Z" });
    const make = async (matterId: string) => {
      const about = { employeeId: siti.id, about: askedAt, matterId } as const;
      return await makeLink(links, { purpose: `cancel-${field}-change`, ...about }, clock.now());
    };
    const use = async (secret: string) => await browser().post("/api/account/link", { secret });

    expect(await use(await make("chg_0"))).toMatchObject(tooLate);
    expect(await contactChanges.of(siti.id)).toHaveLength(1);
    expect((await use(await make("chg_1"))).status).toBe(204);
    expect(await contactChanges.of(siti.id)).toEqual([]);
    expect(await use(await make("chg_1"))).toMatchObject(tooLate);
    expect(await isFrozen()).toBe(false);
    const { items } = await accountHistory.page({ employeeId: siti.id, limit: 5 });
    expect(items).toMatchObject([{ action: `${field}-change-cancelled`, matterId: "chg_1" }]);
  },
);
