import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { AccountHistory } from "#shared/account/account-history.ts";
import { logger } from "#shared/runtime/logger.ts";
import { accountIdOf } from "#shared/session/account-state.ts";
import { freezeAccount } from "#shared/session/freeze-account.ts";
import {
  accountsApiUnderTest,
  budi,
  rahayu,
  rini,
  siti,
  type World,
} from "./accounts-api-under-test.ts";

let world: World;
const reason = "Tiket 7";

beforeEach(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await accountsApiUnderTest();
});

const frozen = async () => (await world.sessions.findAccount(accountIdOf(siti.nip))).frozen;

test("a freeze ends every session and is undone by an unfreeze; both are told", async () => {
  const isSignedIn = await world.sitisSession();
  expect(await world.post(budi, `${siti.id}/freeze`, { reason })).toMatchObject({
    status: 200,
    body: { frozen: { reason } },
  });
  expect(await isSignedIn()).toBe(false);
  world.clock.advance({ minutes: 1 });
  expect((await world.post(budi, `${siti.id}/unfreeze`, { reason })).body).not.toHaveProperty(
    "frozen",
  );

  expect(await frozen()).toBeUndefined();
  expect(await world.told()).toMatchObject([
    { action: "account-unfrozen", actor: { role: "officer", id: budi.id }, reason },
    { action: "account-frozen", actor: { id: budi.id }, reason },
  ]);
  expect(await world.post(budi, `${siti.id}/unfreeze`, { reason })).toMatchObject({
    status: 409,
    body: { code: "account-not-frozen" },
  });
});

const asHolder = () =>
  freezeAccount(
    { ...world, accountHistory: new AccountHistory(world.history) },
    { person: siti, by: { role: "holder", id: siti.id } },
  );
const askUnfreeze = (by = budi, of = siti) =>
  world.post(by, `${of.id}/unfreeze-request`, { reason, requestId: randomUUID() });

test("what the holder froze two lift, and the history names both", async () => {
  await asHolder();
  expect((await world.get(budi, siti.id)).body).toMatchObject({ frozen: { liftedBy: "two" } });
  expect(await world.post(budi, `${siti.id}/unfreeze`, { reason })).toMatchObject({
    status: 409,
    body: { code: "unfreeze-needs-two" },
  });
  const asked = await askUnfreeze();
  expect(asked).toMatchObject({ status: 201, body: { change: { kind: "account-unfreeze" } } });
  expect(await frozen()).toBeDefined();
  world.clock.advance({ minutes: 1 });
  await world.decide(rahayu, asked);

  expect(await frozen()).toBeUndefined();
  expect((await world.accountRecords.summary(siti.id))?.frozen).toBeUndefined();
  expect((await world.told())[0]).toMatchObject({
    ...{ action: "account-unfrozen", holderTold: true, reason },
    ...{ actor: { role: "officer", id: budi.id }, approvedBy: rahayu.id },
  });
});

test("an officer's freeze does not take the place of the holder's, so that one officer could lift it", async () => {
  await asHolder();
  world.clock.advance({ minutes: 1 });
  expect((await world.post(budi, `${siti.id}/freeze`, { reason })).status).toBe(200);

  expect(await world.post(budi, `${siti.id}/unfreeze`, { reason })).toMatchObject({
    body: { code: "unfreeze-needs-two" },
  });
});

test("what was asked of an earlier freeze does not lift a later one: it is outdated, and can be refused", async () => {
  await asHolder();
  const asked = await askUnfreeze();
  await world.sessions.unfreeze(
    accountIdOf(siti.nip),
    (await frozen()) ?? { at: "" },
    world.clock.now(),
  );
  world.clock.advance({ minutes: 1 });
  await asHolder();

  expect((await world.get(rahayu, "approvals")).body.waiting).toMatchObject([{ isOutdated: true }]);
  expect(await world.decide(rahayu, asked)).toMatchObject({
    body: { code: "approval-subject-changed" },
  });
  expect(await frozen()).toBeDefined();
  expect((await world.decide(rahayu, asked, "refuse")).status).toBe(200);
  expect((await world.get(rahayu, "approvals")).body.waiting).toEqual([]);
});

test("one officer neither freezes an account with a role nor lifts its freeze", async () => {
  for (const [path, code] of [
    ["freeze", "freeze-needs-operators"],
    ["unfreeze", "unfreeze-needs-two"],
  ])
    expect(await world.post(budi, `${rini.id}/${path}`, { reason })).toMatchObject({
      status: 409,
      body: { code },
    });

  expect((await world.get(budi, rini.id)).body).toMatchObject({ hasRole: true });
  expect((await world.sessions.findAccount(accountIdOf(rini.nip))).frozen).toBeUndefined();
});

test("nobody lifts a freeze of the own account, and none is asked for where none stands", async () => {
  expect(await askUnfreeze(budi, budi)).toMatchObject({ body: { code: "own-record" } });
  expect(await askUnfreeze()).toMatchObject({ body: { code: "account-not-frozen" } });
});
