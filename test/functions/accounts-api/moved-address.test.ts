import { beforeEach, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { correctAddress, failEmail, revise } from "#shared/employee/revision.ts";
import { logger } from "#shared/runtime/logger.ts";
import {
  accountsApiUnderTest,
  budi,
  rahayu,
  rini,
  siti,
  type World,
} from "./accounts-api-under-test.ts";

const bayu = { id: "emp_bayu" } as const;
let world: World;

beforeEach(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await accountsApiUnderTest();
});

const told = (by: Pick<Employee, "id">) =>
  ({ at: world.clock.now(), actor: { role: "officer", id: by.id }, action: "changed" }) as const;

/** One officer gives Siti another address, which may be the officer's own. */
async function moveAddress(by: Pick<Employee, "id">, email = "lain@contoh.example") {
  const next = revise((await world.employees.find(siti.id)) ?? siti, { email }, told(by));
  if (next) await world.employees.save(next);
}

test("while the address is new no reset is asked for, in neither way", async () => {
  await moveAddress(budi);
  await world.later({ hours: 23 });
  expect(await world.ask(bayu)).toMatchObject({ status: 409, body: { code: "email-too-new" } });
  expect((await world.get(bayu, siti.id)).body).toMatchObject({ modes: [] });
  await world.later({ hours: 1 });

  expect((await world.get(bayu, siti.id)).body).toMatchObject({ modes: ["counter", "absent"] });
  expect((await world.ask(bayu)).status).toBe(201);
});

test("what two people corrected is not new, but its former owner has the day to cancel for a week", async () => {
  const approved = { ...told(budi), approvedBy: rahayu.id };
  await world.employees.save(correctAddress(siti, "lain@contoh.example", approved));
  const atCounter = { mode: "counter", code: "12345678" } as const;
  expect((await world.get(bayu, siti.id)).body).toMatchObject({ modes: ["absent"] });
  expect(await world.ask(budi, atCounter)).toMatchObject({
    status: 409,
    body: { code: "mfa-reset-needs-wait" },
  });
  expect((await world.ask(budi)).status).toBe(201);
  await world.later({ days: 7 });

  expect((await world.get(bayu, siti.id)).body).toMatchObject({ modes: ["counter", "absent"] });
});

test("who would not hear of it is not reset without being there", async () => {
  await world.employees.save(failEmail(siti, told(budi)));

  expect(await world.ask(bayu)).toMatchObject({ status: 409, body: { code: "email-failed" } });
  expect((await world.get(bayu, siti.id)).body).toMatchObject({ modes: ["counter"] });
});

test("who changed the address alone does not ask for a reset, for a month", async () => {
  await moveAddress(budi);
  await world.later({ days: 29 });
  const refused = { status: 403, body: { code: "email-changed-by-you" } };
  expect(await world.ask(budi)).toMatchObject(refused);
  expect(await world.ask(budi, { mode: "counter", code: "12345678" })).toMatchObject(refused);
  expect(await world.reset()).toBeUndefined();
  await world.later({ days: 1 });

  expect((await world.ask(budi)).status).toBe(201);
});

test("nor decides one; who decides reads who changed it, and when", async () => {
  await moveAddress(rini);
  const at = world.clock.now().toISOString();
  await world.later({ days: 2 });
  const asked = await world.ask(bayu);
  expect(await world.decide(rini, asked)).toMatchObject({
    status: 403,
    body: { code: "email-changed-by-you" },
  });
  expect(await world.reset()).not.toHaveProperty("decidedAt");

  expect((await world.get(rahayu, "approvals")).body.waiting).toMatchObject([
    { change: { kind: "mfa-reset", emailChanged: { name: "Rini Keduanya", at } } },
  ]);
  expect((await world.decide(rahayu, asked)).status).toBe(200);
});

test("an address that changes between asking and deciding makes the request void", async () => {
  const asked = await world.ask(budi);
  await moveAddress(bayu);
  await world.later({ hours: 23 });

  expect(await world.decide(rahayu, asked)).toMatchObject({
    status: 409,
    body: { code: "approval-subject-changed" },
  });
  expect(await world.reset()).not.toHaveProperty("decidedAt");
});

test("nor is anything in effect that its asker could have arranged by the address meanwhile", async () => {
  const asked = await world.ask(budi);
  await moveAddress(budi);
  await world.later({ days: 2 });

  expect(await world.decide(rahayu, asked)).toMatchObject({
    body: { code: "approval-subject-changed" },
  });
});
