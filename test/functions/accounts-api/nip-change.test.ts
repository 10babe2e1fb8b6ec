import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { logger } from "#shared/runtime/logger.ts";
import { accountIdOf } from "#shared/session/account-state.ts";
import { aNip } from "../../support/builders.ts";
import { change } from "../../support/employees-in-memory.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import {
  accountsApiUnderTest,
  bayu,
  budi,
  elsewhere,
  rahayu,
  rini,
  sari,
  siti,
  type World,
} from "./accounts-api-under-test.ts";

const nip = aNip("197205062009031977");
const reason = "Surat BKN 12/2026";
let world: World;

beforeEach(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await accountsApiUnderTest();
});

const ask = (
  by: Employee = budi,
  { of = siti, ...other }: { of?: Employee } & Record<string, unknown> = {},
) =>
  world.post(by, `${of.id}/nip-change`, {
    ...{ nip, reason, revision: of.revision, requestId: randomUUID() },
    ...other,
  });
const approve = (asked: { body: Record<string, unknown> }) => world.decide(rahayu, asked);

test("what two people decided gives the record the number, ends all that had begun, and lets the account begin anew", async () => {
  const isSignedIn = await world.sitisSession();
  const asked = await ask();
  expect(asked).toMatchObject({
    status: 201,
    body: {
      change: { kind: "nip-change", from: "19720505 200903 1 901", to: "19720506 200903 1 977" },
    },
  });
  expect(await isSignedIn()).toBe(true);
  expect((await approve(asked)).status).toBe(200);

  const after = await world.employees.find(siti.id);
  const until = world.clock.now().toISOString();
  expect(after).toMatchObject({ nip, formerNips: [{ nip: siti.nip, until }], sessionsFrom: until });
  expect(await isSignedIn()).toBe(false);
  expect(await world.accountRecords.summary(siti.id)).toMatchObject({ state: "not-activated" });
  expect(world.employees.saves.at(-1)).toMatchObject({
    cardChanged: true,
    entry: {
      ...{ actor: { role: "officer", id: budi.id }, approvedBy: rahayu.id, reason },
      changes: [{ field: "nip", from: siti.nip, to: nip }],
    },
  });
  expect((await world.told())[0]).toMatchObject({ action: "nip-changed", holderTold: true });
});

test("of the account that began anew nothing of the dead one is told", async () => {
  const actor = { role: "holder", id: siti.id } as const;
  const signIn = async () => {
    const at = world.clock.now();
    await world.accountHistory.note({ action: "signed-in", employeeId: siti.id, actor, at });
    return at.toISOString();
  };
  const lastLoginAt = await signIn();
  const before = (await world.get(budi, siti.id)).body;
  expect(before).toMatchObject({ state: "ready", lastLoginAt });
  expect(before).toMatchObject({ registeredAt: expect.any(String), recoveryCodesLeft: 2 });
  world.clock.advance({ minutes: 1 });
  await approve(await ask());

  const after = (await world.get(budi, siti.id)).body;
  expect(after).toMatchObject({ state: "not-activated" });
  for (const field of ["registeredAt", "recoveryCodesLeft", "lastLoginAt"])
    expect(after).not.toHaveProperty(field);
  world.clock.advance({ minutes: 1 });
  const again = await signIn();
  expect((await world.get(budi, siti.id)).body).toMatchObject({ lastLoginAt: again });
});

test("what the number says of its holder goes with it; an appointment in another month does not", async () => {
  const known = { birthDate: "1972-05-05", sex: "M", tmtCpns: "2009-03-01" };
  await change(world.employees, siti, known, world.clock);
  const revision = siti.revision + 1;
  const moved = await ask(budi, { revision, nip: "197205062010031977" });
  expect(moved.body).toMatchObject({ problems: [{ field: "nip", code: "CON_1" }] });

  await approve(await ask(budi, { revision }));
  const after = await world.employees.find(siti.id);
  expect(after).toMatchObject({ ...known, birthDate: "1972-05-06", nip });
});

test("the old number finds the person and signs nobody in, and nobody else ever gets it", async () => {
  await approve(await ask());

  expect(await world.employees.findByNip(siti.nip)).toBeUndefined();
  expect(await world.employees.idOf(siti.nip)).toBe(siti.id);
  const taken = await ask(budi, { of: sari, nip: siti.nip });
  expect(taken).toMatchObject({ status: 409, body: { code: "nip-former" } });
  const { revision } = (await world.employees.find(siti.id)) ?? siti;
  const back = await ask(budi, { nip: siti.nip, revision });
  expect((await approve(back)).status).toBe(200);
  expect(await world.employees.find(siti.id)).toMatchObject({
    nip: siti.nip,
    formerNips: [{ nip }],
  });
});

test.each([
  ["nip-taken", { nip: sari.nip }],
  ["nip-other-kind", { nip: "197205062024211977" }],
  ["record-changed", { revision: 7 }],
  ["change-needs-operators", { of: rini }],
])("it is refused as %s", async (code, other) => {
  expect(await ask(budi, other)).toMatchObject({ status: 409, body: { code } });
});

test.each([
  ["nip-malformed", "1972"],
  ["nothing-changed", siti.nip],
])("a number is refused as %s", async (code, typed) => {
  const { status, body } = await ask(budi, { nip: typed });
  expect({ status, body }).toMatchObject({
    status: 422,
    body: { problems: [{ field: "nip", code }] },
  });
});

test("of a number of another agency, or outside of the own unit, it is told only that it is taken", async () => {
  await change(world.employees, sari, { instansiId: "ins_lain" }, world.clock);

  expect((await ask(budi, { nip: sari.nip })).body).toMatchObject({ code: "nip-elsewhere" });
});

test("nobody asks for the own number, nor outside of the own unit, nor decides what they asked", async () => {
  expect((await ask(budi, { of: budi })).body).toMatchObject({ code: "own-record" });
  expect((await ask(elsewhere)).status).toBe(404);
  const asked = await ask(rini);
  expect((await world.decide(rini, asked)).body).toMatchObject({ code: "approval-own-request" });
});

test("who changed the address alone neither asks for another number nor decides on it: the account opens by its mailbox", async () => {
  const move = { email: "lain@contoh.example" };
  const at = world.clock.now().toISOString();
  const by = { role: "officer", id: budi.id } as const;
  await change(world.employees, siti, move, world.clock);
  const moved = await world.employees.find(siti.id);
  if (!moved) throw new Error("Siti is gone.");
  await world.employees.save({
    ...{ seen: moved.revision, before: moved, cardChanged: false },
    after: { ...moved, revision: moved.revision + 1, emailMoves: [{ from: siti.email, at, by }] },
    entry: { subjectId: siti.id, revision: 3, at, actor: by, action: "changed", changes: [] },
  });
  const revision = moved.revision + 1;

  expect((await ask(budi, { revision })).body).toMatchObject({ code: "email-changed-by-you" });
  expect((await ask(bayu, { revision })).status).toBe(201);
});

test("nor do the two whose import changed the address: both would read the mails that open the account", async () => {
  const actor = { role: "import", id: budi.id } as const;
  const told = { at: world.clock.now(), actor, action: "changed", approvedBy: rahayu.id } as const;
  const moved = revise(siti, { email: "lain@contoh.example" }, told);
  if (!moved) throw new Error("Nothing changed.");
  await world.employees.save(moved);
  const { revision } = moved.after;

  expect((await ask(budi, { revision })).body).toMatchObject({ code: "email-changed-by-you" });
  const asked = await ask(bayu, { revision });
  expect(asked.status).toBe(201);
  expect((await world.decide(rahayu, asked)).body).toMatchObject({ code: "email-changed-by-you" });
  expect((await world.decide(rini, asked)).status).toBe(200);
});

test("the same request asks once", async () => {
  const requestId = randomUUID();
  const [first, second] = [await ask(budi, { requestId }), await ask(budi, { requestId })];

  expect(second.body.id).toBe(first.body.id);
});

test("of two people who are to get one number at once, one gets it", async () => {
  const asked = [await ask(), await ask(budi, { of: sari })];
  const decisions = await Promise.all(asked.map(approve));

  expect(decisions.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(decisions.find(({ status }) => status === 409)?.body).toMatchObject({
    code: "approval-subject-changed",
  });
  const owners = [await world.employees.find(siti.id), await world.employees.find(sari.id)];
  expect(owners.filter((each) => each?.nip === nip)).toHaveLength(1);
});

test.each([
  ["frozen", async () => void (await world.sessions.freeze(accountIdOf(siti.nip), aFreeze()))],
  ["given a role", async () => world.roles.set(siti.id, aGrant("auditor"))],
  [
    "moved to another agency",
    () => change(world.employees, siti, { instansiId: "ins_lain" }, world.clock),
  ],
])("it is not approved of somebody who was %s since", async (_, happen) => {
  const asked = await ask();
  await happen();

  const { body } = await world.get(rahayu, "approvals");
  expect(body.waiting).toMatchObject([{ isOutdated: true }]);
  expect((await approve(asked)).body).toMatchObject({ code: "approval-subject-changed" });
  expect(await world.employees.find(siti.id)).toMatchObject({ nip: siti.nip });
});

function aFreeze() {
  const by = { role: "holder", id: siti.id } as const;
  return { at: world.clock.now().toISOString(), by };
}
