import { beforeEach, expect, test, vi } from "vitest";
import { isDue } from "#shared/account/mfa-reset.ts";
import { logger } from "#shared/runtime/logger.ts";
import { change } from "../../support/employees-in-memory.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import {
  accountsApiUnderTest,
  budi,
  elsewhere,
  rahayu,
  rini,
  sari,
  siti,
  type World,
} from "./accounts-api-under-test.ts";

let world: World;

beforeEach(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await accountsApiUnderTest();
});

async function atTheCounter(by = budi) {
  await world.post(by, `${siti.id}/mfa-reset/code`);
  return await world.ask(by, { mode: "counter", code: await world.mailCode() });
}

test("absent: approved by another person, it is in effect a day later and not before", async () => {
  const isSignedIn = await world.sitisSession();
  const asked = await world.ask(budi);
  expect(asked).toMatchObject({
    status: 201,
    body: { state: "pending", change: { kind: "mfa-reset", mode: "absent", ticket: "T-7" } },
  });
  expect(isDue(await world.reset(), world.clock.now())).toBe(false);
  expect(await world.decide(rahayu, asked)).toMatchObject({
    status: 200,
    body: { state: "approved", outcome: { name: "Rahayu Penyetujuwati" } },
  });

  const decidedAt = "2026-11-21T03:00:00.000Z";
  expect(await world.reset()).toEqual({ id: asked.body.id, decidedAt });
  expect(await isSignedIn()).toBe(true);
  expect((await world.get(budi, siti.id)).body).toMatchObject({ mfaReset: { state: "unmailed" } });
  world.clock.advance({ hours: 10 });
  await world.mailReset();
  expect(await world.reset()).toMatchObject({ effectiveFrom: "2026-11-22T13:00:00.000Z" });
  world.clock.advance({ hours: 23 });
  expect(isDue(await world.reset(), world.clock.now())).toBe(false);
  world.clock.advance({ hours: 1 });
  expect(isDue(await world.reset(), world.clock.now())).toBe(true);
});

test("at the counter: with the mailed code it is in effect at once, and every session ends", async () => {
  const isSignedIn = await world.sitisSession();
  const asked = await atTheCounter();
  expect(asked.status).toBe(201);
  expect(world.sent).toEqual([siti.id]);
  await world.decide(rahayu, asked);

  expect(isDue(await world.reset(), world.clock.now())).toBe(true);
  expect(await isSignedIn()).toBe(false);
});

test("the history names both to officers who may read the account, and the holder hears of each step", async () => {
  const asked = await world.ask(budi);
  world.clock.advance({ minutes: 5 });
  await world.decide(rahayu, asked);

  expect(await world.told()).toMatchObject([
    {
      action: "mfa-reset-approved",
      actor: { role: "officer", id: budi.id },
      approvedBy: rahayu.id,
      reason: "Ponsel hilang",
      holderTold: true,
    },
    { action: "mfa-reset-asked", actor: { id: budi.id }, holderTold: true },
  ]);
  const asker = { by: { role: "officer", name: "Budi Petugasanto" }, reason: "Ponsel hilang" };
  const approvedBy = { name: "Rahayu Penyetujuwati" };
  for (const reader of [budi, rahayu])
    expect((await world.get(reader, siti.id)).body.events).toMatchObject([
      { action: "mfa-reset-approved", ...asker, approvedBy },
      { action: "mfa-reset-asked", ...asker },
    ]);
});

test.each([
  ["without a code", {}, "mailed-code-expired"],
  ["with a wrong one", { code: "87654321" }, "mailed-code-refused"],
])("at the counter %s nothing is asked", async (_, typed, code) => {
  if ("code" in typed) {
    await world.post(budi, `${siti.id}/mfa-reset/code`);
    await world.mailCode();
  }

  expect(await world.ask(budi, { mode: "counter", ...typed })).toMatchObject({
    status: 422,
    body: { code },
  });
  expect(world.approvals.all).toEqual([]);
  expect(await world.reset()).toBeUndefined();
});

test("a code counts for one request, and for the address that the record has", async () => {
  await world.post(budi, `${siti.id}/mfa-reset/code`);
  const code = await world.mailCode();
  expect((await world.ask(budi, { mode: "counter", code })).status).toBe(201);
  expect((await world.ask(budi, { mode: "counter", code })).status).toBe(422);

  world.clock.advance({ minutes: 2 });
  await world.post(budi, `${siti.id}/mfa-reset/code`);
  await world.mailCode();
  await change(world.employees, siti, { email: "lain@contoh.example" }, world.clock);
  expect(await world.ask(budi, { mode: "counter", code })).toMatchObject({
    status: 409,
    body: { code: "email-too-new" },
  });
});

test("who has a role waits a day in any case", async () => {
  const ofOfficer = { of: rini, mode: "counter", code: "12345678" };
  for (const refused of [
    await world.post(budi, `${rini.id}/mfa-reset/code`),
    await world.ask(budi, ofOfficer),
  ])
    expect(refused).toMatchObject({ status: 409, body: { code: "mfa-reset-needs-wait" } });
  expect((await world.get(budi, rini.id)).body).toMatchObject({ modes: ["absent"] });

  const asked = await world.ask(budi, { of: rini });
  await world.decide(rahayu, asked);
  const { mfaReset } = (await world.accountRecords.summary(rini.id)) ?? {};
  expect(mfaReset).toMatchObject({ decidedAt: "2026-11-21T03:00:00.000Z" });
  expect(mfaReset).not.toHaveProperty("effectiveFrom");
});

test("who was given a role since it was asked at the counter is not reset at once", async () => {
  const asked = await atTheCounter();
  world.roles.set(siti.id, aGrant("auditor"));

  expect(await world.decide(rahayu, asked)).toMatchObject({
    status: 409,
    body: { code: "approval-subject-changed" },
  });
  expect(await world.reset()).not.toHaveProperty("effectiveFrom");
});

test("whose address was changed since it was asked at the counter is not reset at once", async () => {
  const asked = await atTheCounter();
  await change(world.employees, siti, { email: "lain@contoh.example" }, world.clock);

  expect(await world.decide(rahayu, asked)).toMatchObject({
    status: 409,
    body: { code: "approval-subject-changed" },
  });
  expect(await world.reset()).not.toHaveProperty("effectiveFrom");
});

test("nobody asks about the own account, decides what they asked, or decides about themselves", async () => {
  expect(await world.ask(rini, { of: rini })).toMatchObject({ body: { code: "own-record" } });
  const own = await world.ask(rini);
  expect(await world.decide(rini, own)).toMatchObject({ body: { code: "approval-own-request" } });
  const aboutRini = await world.ask(budi, { of: rini });
  expect(await world.decide(rini, aboutRini)).toMatchObject({ body: { code: "own-record" } });

  expect(await world.reset()).not.toHaveProperty("effectiveFrom");
});

test("another unit's officers neither ask, see nor decide it", async () => {
  expect((await world.ask(elsewhere)).status).toBe(404);
  const account = await world.get(elsewhere, siti.id);
  expect(account).toMatchObject({ status: 404 });
  expect(account.body).not.toHaveProperty("events");
  const asked = await world.ask(budi);

  expect((await world.get(elsewhere, "approvals")).body.waiting).toEqual([]);
  expect((await world.decide(elsewhere, asked)).status).toBe(404);
  expect((await world.get(rahayu, "approvals")).body.waiting).toMatchObject([{ may: "decide" }]);
});

test.each([["before the decision"], ["while it waits"]])(
  "what is cancelled %s is not carried out",
  async (when) => {
    const asked = await world.ask(budi);
    if (when === "while it waits") await world.decide(rahayu, asked);
    const cancelled = await world.post(budi, `${siti.id}/mfa-reset/cancel`, { reason: "Ketemu" });

    expect(cancelled.body).not.toHaveProperty("mfaReset");
    expect(await world.reset()).toBeUndefined();
    expect((await world.told())[0]).toMatchObject({ action: "mfa-reset-cancelled" });
    if (when === "before the decision")
      expect((await world.get(rahayu, "approvals")).body.waiting).toMatchObject([
        { isOutdated: true },
      ]);
    if (when === "before the decision")
      expect(await world.decide(rahayu, asked)).toMatchObject({
        body: { code: "approval-subject-changed" },
      });
  },
);

test("what is asked anew makes the earlier request void; what is decided is asked again only after its time", async () => {
  const [first, second] = [await world.ask(budi), await world.ask(budi)];
  expect(await world.decide(rahayu, first)).toMatchObject({
    body: { code: "approval-subject-changed" },
  });
  await world.decide(rahayu, second);

  expect(await world.ask(budi)).toMatchObject({ body: { code: "mfa-reset-pending" } });
  await world.mailReset();
  expect(await world.ask(budi)).toMatchObject({ body: { code: "mfa-reset-pending" } });
  expect((await world.get(budi, siti.id)).body).toMatchObject({
    mfaReset: { state: "waits", effectiveFrom: "2026-11-22T03:00:00.000Z" },
  });
});

test("a refusal is told to the holder, who had heard that it was asked", async () => {
  const asked = await world.ask(budi);
  world.clock.advance({ minutes: 5 });
  await world.decide(rahayu, asked, "refuse");

  expect((await world.told())[0]).toMatchObject({
    action: "mfa-reset-refused",
    actor: { id: rahayu.id },
    reason: "Belum ada tiket",
  });
  expect(await world.reset()).not.toHaveProperty("effectiveFrom");
});

test("who has no authenticator needs no reset", async () => {
  expect(await world.ask(budi, { of: sari })).toMatchObject({
    status: 409,
    body: { code: "no-authenticator" },
  });
});

test.each([
  ["ticket", { ticket: " " }],
  ["reason", { reason: " " }],
])("nobody asks without a %s", async (field, missing) => {
  expect(await world.ask(budi, missing)).toMatchObject({
    status: 422,
    body: { problems: [{ field, code: "required" }] },
  });
});
