import { expect, test } from "vitest";
import { type NewEmployee, registerEmployee } from "#shared/employee/register-employee.ts";
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

class AccountsThatFailOnce {
  readonly created: string[] = [];
  #failures = 1;
  async createAccount({ employeeId }: { employeeId: string }): Promise<void> {
    if (this.#failures-- > 0) throw new Error("Cognito is away");
    this.created.push(employeeId);
  }
}

test("an interrupted import is finished by running it again", async () => {
  const world = {
    employees: new EmployeesInMemory(),
    accounts: new AccountsThatFailOnce(),
    clock: new FakeClock(),
  };

  await expect(registerEmployee(world, { employee: siti, by: { role: "import" } })).rejects.toThrow(
    "Cognito is away",
  );
  const id = await registerEmployee(world, { employee: siti, by: { role: "import" } });

  expect(world.accounts.created).toEqual([id]);
  expect(await world.employees.findByNip(siti.nip)).toMatchObject({ id, revision: 1 });
});

test("what does not parse cannot enter, and makes no account", async () => {
  const world = {
    employees: new EmployeesInMemory(),
    accounts: new AccountsThatFailOnce(),
    clock: new FakeClock(),
  };
  const { golongan: _g, ...without } = siti;
  const registering = registerEmployee(world, {
    employee: without as NewEmployee,
    by: { role: "import" },
  });

  await expect(registering).rejects.toMatchObject({
    problems: [{ field: "golongan", code: "required" }],
  });
  expect(world.employees.history).toEqual([]);
  expect(world.accounts.created).toEqual([]);
});

test("texts enter as they are kept", async () => {
  const employees = new EmployeesInMemory();
  const accounts = { createAccount: async () => undefined };
  const employee = { ...siti, name: "Siti\u00a0 Rahma", gelarDepan: "-" };
  const id = await registerEmployee(
    { employees, accounts, clock: new FakeClock() },
    { employee, by: { role: "import" } },
  );

  expect(await employees.find(id)).toMatchObject({ name: "Siti Rahma", gelarDepan: undefined });
});
