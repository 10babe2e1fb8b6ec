import { beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import { accountIdOf } from "#shared/session/account-state.ts";
import { anAuthenticator } from "../../support/account-table-contract.ts";
import {
  budi,
  oka,
  operatorApiUnderTest,
  putu,
  rahayu,
  siti,
  type World,
} from "./operator-api-under-test.ts";

let world: World;

beforeEach(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await operatorApiUnderTest();
});

const frozen = async (person = rahayu) =>
  (await world.sessions.findAccount(accountIdOf(person.nip))).frozen;
const decide = (by = putu, { body }: { body: Record<string, unknown> }, how = "approve") =>
  world.post(by, `approvals/${String(body.id)}/${how}`);

test("two operators freeze who has a role: all sessions end, and the history names both", async () => {
  const startedAt = world.clock.now().toISOString();
  await world.accountRecords.register(rahayu, anAuthenticator);
  const session = { id: "s-1", accountId: accountIdOf(rahayu.nip), employeeId: rahayu.id };
  await world.sessions.add({ ...session, startedAt, lastSeenAt: startedAt }, world.clock.now());
  const asked = await world.askFreeze(oka, rahayu);
  expect(asked).toMatchObject({ status: 201, body: { change: { kind: "account-freeze" } } });
  expect(await frozen()).toBeUndefined();
  expect(await world.sessions.find("s-1")).toBeDefined();
  expect(await decide(putu, asked)).toMatchObject({ body: { state: "approved" } });

  expect(await frozen()).toMatchObject({ by: { role: "operator", id: oka.id } });
  expect(await world.sessions.find("s-1")).toBeUndefined();
  expect((await world.accountRecords.summary(rahayu.id))?.frozen).toMatchObject({ by: oka.id });
  expect(world.approvals.history.at(-1)).toMatchObject({
    ...{ subjectId: `account#${rahayu.id}`, action: "account-frozen", holderTold: true },
    ...{ actor: { role: "operator", id: oka.id }, approvedBy: putu.id },
  });
});

test("nobody freezes alone, the own account, or without being an operator", async () => {
  const asked = await world.askFreeze(oka, rahayu);
  expect(await decide(oka, asked)).toMatchObject({ body: { code: "approval-own-request" } });
  expect(await world.askFreeze(oka, oka)).toMatchObject({ body: { code: "own-record" } });
  const aboutPutu = await world.askFreeze(oka, putu);
  expect(await decide(putu, aboutPutu)).toMatchObject({ body: { code: "own-record" } });
  for (const other of [budi, siti]) expect((await world.askFreeze(other, rahayu)).status).toBe(403);

  for (const person of [rahayu, oka, putu]) expect(await frozen(person)).toBeUndefined();
});

test("of two requests the second one is outdated once the first is approved", async () => {
  const [first, second] = [await world.askFreeze(oka, rahayu), await world.askFreeze(oka, rahayu)];
  await decide(putu, first);

  expect((await world.get(putu, "approvals")).body.waiting).toMatchObject([
    { id: second.body.id, isOutdated: true, may: "decide" },
  ]);
  expect(await decide(putu, second)).toMatchObject({ body: { code: "approval-subject-changed" } });
});
