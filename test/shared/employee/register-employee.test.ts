import { expect, test } from "vitest";
import { type NewEmployee, registerEmployee } from "#shared/employee/register-employee.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const {
  id: _id,
  revision: _r,
  updatedAt: _u,
  cardChangedAt: _c,
  photoId: _p,
  ...employee
} = anEmployee();
const siti: NewEmployee = employee;
const by = { role: "import" } as const;

const aWorld = () => ({
  employees: new EmployeesInMemory(),
  accountRecords: new AccountRecordsInMemory(),
  clock: new FakeClock(),
});

test("a record comes with an account that nobody has activated", async () => {
  const world = aWorld();
  const id = await registerEmployee(world, { employee: siti, by });

  expect(await world.employees.findByNip(siti.nip)).toMatchObject({ id, revision: 1 });
  expect(await world.accountRecords.summary(id)).toMatchObject({
    ...{ instansiId: siti.instansiId, state: "not-activated" },
  });
});

test("where the account is there, no record is made", async () => {
  const world = aWorld();
  const id = "emp_siti";
  await world.accountRecords.activate({ id, instansiId: siti.instansiId }, world.clock.now());

  await expect(registerEmployee(world, { employee: siti, by, id })).rejects.toThrow(
    "record-changed",
  );
  expect(await world.employees.find(id)).toBeUndefined();
  expect(await world.accountRecords.summary(id)).toMatchObject({ state: "no-authenticator" });
});

test("registering a number again changes nothing", async () => {
  const world = aWorld();
  const id = await registerEmployee(world, { employee: siti, by });
  await world.accountRecords.activate({ id, instansiId: siti.instansiId }, world.clock.now());

  expect(await registerEmployee(world, { employee: { ...siti, name: "Lain" }, by })).toBe(id);
  expect(world.employees.history).toHaveLength(1);
  expect(await world.accountRecords.summary(id)).toMatchObject({ state: "no-authenticator" });
});

test("what does not parse cannot enter, and makes no account", async () => {
  const world = aWorld();
  const { golongan: _g, ...without } = siti;
  const id = "emp_siti";
  const registering = registerEmployee(world, { employee: without as NewEmployee, by, id });

  await expect(registering).rejects.toMatchObject({
    problems: [{ field: "golongan", code: "required" }],
  });
  expect(world.employees.history).toEqual([]);
  expect(await world.accountRecords.summary(id)).toBeUndefined();
});

test("texts enter as they are kept", async () => {
  const world = aWorld();
  const id = await registerEmployee(world, {
    employee: { ...siti, name: "Siti\u00a0 Rahma", gelarDepan: "-" },
    by,
  });

  expect(await world.employees.find(id)).toMatchObject({
    name: "Siti Rahma",
    gelarDepan: undefined,
  });
});
