import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import type { AccountEvent } from "#shared/account/account-event.ts";
import { addressHash, triesOf } from "#shared/account/reset-tries.ts";
import type { AccountAction } from "#shared/audit/account-actions.ts";
import type { Actor } from "#shared/audit/audit-entry.ts";
import { codesFrom } from "#shared/employee/email.ts";
import { formerAddresses, wasMovedByTwo } from "#shared/employee/email-move.ts";
import { mailedCodeMails, resetCodeTries, resetMails } from "#shared/rate-limit/limits.ts";
import { logger } from "#shared/runtime/logger.ts";
import { withoutEmail } from "../../support/builders.ts";
import { change } from "../../support/employees-in-memory.ts";
import {
  accountsApiUnderTest,
  bayu,
  budi,
  rahayu,
  sari,
  siti,
  type World,
} from "./accounts-api-under-test.ts";

let world: World;
const reason = "Tiket 7";

beforeEach(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await accountsApiUnderTest();
});

const correct = (change: object = {}) =>
  world.post(budi, `${sari.id}/email-correction`, {
    ...{ email: "betul@contoh.example", revision: sari.revision, reason },
    requestId: randomUUID(),
    ...change,
  });

test("an officer reads how somebody gets in, and nothing that is secret", async () => {
  const { body } = await world.get(budi, siti.id);

  expect(body).toEqual({
    id: siti.id,
    state: "ready",
    registeredAt: "2026-11-26T03:00:00.000Z",
    recoveryCodesLeft: 2,
    lockedSeconds: 0,
    isCounted: false,
    ...{ modes: ["counter", "absent"], hasRole: false, events: [] },
  });
  expect((await world.get(rahayu, siti.id)).body).toMatchObject({ locked: "role" });
  expect((await world.get(budi, budi.id)).body).toMatchObject({ locked: "own-record" });
  expect(world.history.noted).toMatchObject([{ subjectId: siti.id }, {}, { subjectId: budi.id }]);
});

test("of what happened officers read the newest ten, no login and no browser, and the names of officers only", async () => {
  const note = (action: AccountAction, actor: Actor, more: Partial<AccountEvent> = {}) =>
    world.accountHistory.note({
      ...{ employeeId: siti.id, action, actor, at: world.clock.now(), ...more },
      origin: { browser: "chrome", country: "ID" },
    });
  const [holder, operator] = [{ role: "holder", id: siti.id } as const, "operator" as const];
  for (let i = 0; i < 10; i++) await note("password-changed", holder);
  await note("account-frozen", { role: operator, id: bayu.id }, { approvedBy: rahayu.id });
  await note("signed-in-new-device", holder);
  await note("signed-out", holder);

  const told = { id: expect.any(String), at: "2026-11-21T03:00:00.000Z" };
  const changed = { ...told, action: "password-changed", by: { role: "holder" } };
  expect((await world.get(budi, siti.id)).body.events).toEqual([
    { ...told, action: "account-frozen", by: { role: "operator" }, approvedBy: {} },
    ...Array.from({ length: 9 }, () => changed),
  ]);
});

test("an unlock forgets what is counted", async () => {
  for (let i = 0; i < 6; i++) await world.lockouts.fail(siti.nip, undefined, world.clock.now());
  expect((await world.get(budi, siti.id)).body).toMatchObject({ isCounted: true });

  expect((await world.post(budi, `${siti.id}/unlock`, { reason })).body).toMatchObject({
    isCounted: false,
    lockedSeconds: 0,
  });
  expect((await world.told())[0]).toMatchObject({ action: "account-unlocked" });
});

test("an unlock gives the codes of a reset back that strangers used up, and the mails", async () => {
  const { limits, clock } = world;
  const tries = triesOf(siti.nip, addressHash(siti.email.toUpperCase()));
  for (let i = 0; i < 10; i++) {
    await limits.add(resetCodeTries, tries, clock.now());
    await limits.add(resetMails, siti.nip, clock.now());
    await limits.add(mailedCodeMails, siti.id, clock.now());
  }
  expect((await world.get(budi, siti.id)).body).toMatchObject({ isCounted: true });

  await world.post(budi, `${siti.id}/unlock`, { reason });
  await expect(limits.count(resetCodeTries, tries, clock.now())).resolves.toBeUndefined();
  expect(await limits.read(resetMails, siti.nip, clock.now())).toBe(0);
  expect(await limits.read(mailedCodeMails, siti.id, clock.now())).toBe(0);
});

test.each([
  "unlock",
  "freeze",
  "unfreeze",
  "activation-mail",
  "mfa-reset/cancel",
  "email-change/cancel",
])("nobody does it to the own account, nor without a reason: %s", async (action) => {
  expect(await world.post(budi, `${budi.id}/${action}`, { reason })).toMatchObject({
    status: 403,
    body: { code: "own-record" },
  });
  expect((await world.post(budi, `${siti.id}/${action}`, { reason: " " })).status).toBe(422);
  expect(await world.told()).toEqual([]);
});

test("an account of which nothing is known is none that was never activated: it is told, logged, and nothing is done", async () => {
  const error = vi.spyOn(logger, "error").mockReturnValue();
  vi.spyOn(world.accountRecords, "summary").mockResolvedValue(undefined);

  expect((await world.get(budi, sari.id)).body).toMatchObject({ state: "missing" });
  expect(error).toHaveBeenCalledWith("account.missing", { employeeId: sari.id });
  const refused = { status: 409, body: { code: "account-missing" } };
  expect(await world.post(budi, `${sari.id}/activation-mail`, { reason })).toMatchObject(refused);
  expect(await world.ask(budi)).toMatchObject(refused);
  expect(await world.told()).toEqual([]);
});

test("the steps of an activation are mailed three times a day, to who was never activated", async () => {
  const mail = () => world.post(budi, `${sari.id}/activation-mail`, { reason });
  for (let i = 0; i < 3; i++) expect((await mail()).status).toBe(200);

  expect((await mail()).status).toBe(429);
  expect(await world.post(budi, `${siti.id}/activation-mail`, { reason })).toMatchObject({
    body: { code: "account-activated" },
  });
});

test("an address is corrected by two, and codes are mailed there at once", async () => {
  const asked = await correct();
  expect(asked.body).toMatchObject({
    change: { kind: "email-correction", from: sari.email, to: "betul@contoh.example" },
  });
  expect(await world.employees.find(sari.id)).toEqual(sari);
  expect(await world.decide(rahayu, asked)).toMatchObject({ body: { state: "approved" } });
  expect(await world.decide(rahayu, asked)).toMatchObject({
    body: { code: "approval-decided-by-you" },
  });

  const saved = await world.employees.find(sari.id);
  expect(saved).toMatchObject({ email: "betul@contoh.example", revision: sari.revision + 1 });
  expect(saved && codesFrom(saved, 24)).toBeUndefined();
  expect(world.employees.history.find(({ subjectId }) => subjectId === sari.id)).toMatchObject({
    actor: { role: "officer", id: budi.id },
    approvedBy: rahayu.id,
    changes: [{ field: "email", from: sari.email, to: "betul@contoh.example" }],
  });
});

test("what was asked of a record that has changed, or of an account that has an authenticator by now, is not approved", async () => {
  const asked = await correct();
  await world.accountRecords.confirmReady(sari, world.clock.now());
  expect(await world.decide(rahayu, asked)).toMatchObject({ body: { code: "account-activated" } });
  expect(await correct()).toMatchObject({ body: { code: "account-activated" } });

  world = await accountsApiUnderTest();
  const again = await correct();
  await change(world.employees, sari, { jabatan: "Arsiparis Terampil" }, world.clock);
  expect(await world.decide(rahayu, again)).toMatchObject({
    body: { code: "approval-subject-changed" },
  });
});

test("two officers give a record its first address; no code is mailed to a record that has none", async () => {
  world = await accountsApiUnderTest(withoutEmail(sari));
  const asked = await correct();
  expect(asked).toMatchObject({
    status: 201,
    body: { change: { kind: "email-correction", to: "betul@contoh.example" } },
  });
  expect(asked.body).not.toHaveProperty("change.from");

  expect((await world.decide(rahayu, asked)).status).toBe(200);
  const saved = await world.employees.find(sari.id);
  expect(saved).toMatchObject({ email: "betul@contoh.example", revision: sari.revision + 1 });
  expect(saved?.emailMoves).toMatchObject([{ approvedBy: rahayu.id }]);
  // There is no former owner, who would have to hear of the account.
  expect(saved && formerAddresses(saved, saved.updatedAt)).toEqual([]);
  expect(saved && wasMovedByTwo(saved, world.clock.now())).toBe(false);
});

test("while a reset of the authenticator is asked for, an address takes two, and otherwise one", async () => {
  const ofSiti = { email: "betul@contoh.example", revision: siti.revision, reason };
  const ask = () =>
    world.post(budi, `${siti.id}/email-correction`, { ...ofSiti, requestId: randomUUID() });
  expect(await ask()).toMatchObject({ status: 409, body: { code: "account-activated" } });

  await world.ask(budi);
  expect((await ask()).status).toBe(201);
});

test.each([
  ["none", { email: "bukan alamat" }, 422],
  ["the present one", { email: sari.email.toUpperCase() }, 422],
  ["somebody else's record", { revision: 9 }, 409],
])("an address is not asked for: %s", async (_, asked, status) => {
  expect((await correct(asked)).status).toBe(status);
});

test("an address that somebody else has is told when it is approved", async () => {
  const asked = await correct({ email: siti.email });

  expect(await world.decide(rahayu, asked)).toMatchObject({ body: { code: "email-taken" } });
  expect(await world.employees.find(sari.id)).toEqual(sari);
});

test.each([
  ["email", "penipu@contoh.example", "p•••••u@contoh.example"],
  ["phone", "0813 1111 2222", "•••••222"],
] as const)(
  "a change of the %s that waits is shown masked and can be stopped, which the holder hears",
  async (field, to, masked) => {
    const times = {
      askedAt: "2026-11-21T03:00:00.000Z",
      effectiveFrom: "2026-11-22T03:00:00.000Z",
    };
    const asked = { employeeId: siti.id, field, id: "chg_1", to, ...times };
    await world.contactChanges.set(asked);
    expect((await world.get(budi, siti.id)).body).toMatchObject({
      [`${field}Change`]: { to: masked, ...times },
    });
    const stop = () => world.post(budi, `${siti.id}/${field}-change/cancel`, { reason });
    expect((await stop()).body).not.toHaveProperty(`${field}Change`);

    expect(await world.contactChanges.of(siti.id)).toEqual([]);
    expect((await world.told())[0]).toMatchObject({
      ...{ action: `${field}-change-cancelled`, actor: { role: "officer", id: budi.id } },
      ...{ reason, holderTold: true },
    });
    expect((await stop()).status).toBe(200);
    expect(await world.told()).toHaveLength(1);
  },
);
