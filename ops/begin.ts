/** What `kartu init` does once it knows what is wanted. */
import { grantRole } from "#shared/access/grant-role.ts";
import { standing } from "#shared/access/role.ts";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { UnitRegisterTable } from "#shared/agency/unit-register-table.ts";
import { WritableAgencyTable } from "#shared/agency/writable-agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { type Employee, fullName } from "#shared/employee/employee.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { maskNip } from "#shared/employee/nip.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { type NewAccounts, registerEmployee } from "#shared/employee/register-employee.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { writeAgency } from "./agencies.ts";
import { UsageError } from "./command.ts";
import type { Beginning, Newcomer } from "./first-people.ts";
import { readOutputs } from "./stack-outputs.ts";

type Print = (line: string) => void;

export interface World {
  readonly agencies: WritableAgencyTable;
  readonly employees: WritableEmployeeTable;
  readonly roles: WritableRoleTable;
  readonly accountRecords: NewAccounts;
  readonly clock: typeof systemClock;
}

export function connect(outputsFile: string): World {
  const names = readOutputs(outputsFile, [
    "AgencyTable",
    "EmployeeTable",
    "MarkerTable",
    "OpenChangeTable",
    "RoleTable",
    "AccountTable",
    "AuditTable",
    "UnitTable",
  ]);
  const db = documentClient();
  const audit = new AuditTable(db, names.AuditTable);
  const markers = new MarkerTable(db, names.MarkerTable);
  const changes = new OpenChangeTable(db, names.OpenChangeTable);
  return {
    agencies: new WritableAgencyTable(db, names.AgencyTable, audit),
    employees: new WritableEmployeeTable(db, names.EmployeeTable, {
      ...{ audit, changes, markers },
      units: new UnitRegisterTable(db, names.UnitTable),
    }),
    roles: new WritableRoleTable(db, names.RoleTable, audit),
    accountRecords: new AccountTable(db, names.AccountTable),
    clock: systemClock,
  };
}

/** @throws UsageError when a number is registered already with another agency: roles would be for that one */
export async function preview({ employees }: World, newcomers: readonly Newcomer[], print: Print) {
  for (const { employee, roles } of newcomers) {
    const known = await employees.findByNip(employee.nip);
    if (known && known.instansiId !== employee.instansiId)
      throw new UsageError(`${maskNip(known.nip)} sudah terdaftar di ${known.instansiId}.`);
    const state = known ? "sudah terdaftar, datanya tidak diubah" : "baru";
    print(`${fullName(employee)}, ${maskNip(employee.nip)}: ${roles.join(", ")} (${state})`);
  }
}

interface Order {
  readonly wanted: Beginning;
  readonly newcomers: readonly Newcomer[];
  /** An operator who was there before, at whose word roles are given. */
  readonly decider: Employee | undefined;
}

/** Every step first looks for what an interrupted run has done. */
export async function begin(world: World, { wanted, newcomers, decider }: Order, print: Print) {
  if (await writeAgency(world, wanted.instansi, { reason: wanted.alasan }))
    print(`Instansi ${wanted.instansi.id} ditulis.`);
  const people: Employee[] = [];
  for (const { employee } of newcomers) people.push(await register(world, employee));
  const operators = people.filter((_, i) => newcomers[i]?.roles.includes("operator"));
  if (decider) operators.unshift(decider);
  for (const [i, person] of people.entries())
    await giveRoles(world, person, { newcomer: newcomers[i], operators, reason: wanted.alasan });
  for (const person of people) print(`${fullName(person)}: siap (${person.id})`);
  print(
    "Setiap orang sekarang membuka situs, memilih «Lupa Password / Aktivasi», dan mendaftarkan autentikatornya.",
  );
}

async function register(world: World, employee: Newcomer["employee"]): Promise<Employee> {
  try {
    const id = await registerEmployee(world, { employee, by: { role: "operator" } });
    const record = await world.employees.find(id);
    if (record) return record;
    throw new Error(`The record ${id} was just written and is not there.`);
  } catch (error) {
    if (error instanceof Conflict && error.code === "email-taken")
      throw new UsageError(`Surel ${maskNip(employee.nip)} sudah dipakai oleh orang lain.`);
    throw error;
  }
}

/** Gives what the person does not have yet, at the word of another operator: nobody decides on themselves. */
async function giveRoles(
  world: World,
  person: Employee,
  {
    newcomer,
    operators,
    reason,
  }: { newcomer: Newcomer | undefined; operators: Employee[]; reason: string },
): Promise<void> {
  const by = operators.find(({ id }) => id !== person.id)?.id;
  if (!by || !newcomer) throw new Error("There is no second operator.");
  for (const role of newcomer.roles) {
    const { grants } = await world.roles.find(person.id);
    const has = standing(grants, person.instansiId, world.clock.now()).some(
      (grant) => grant.role === role && grant.unitKerja === undefined,
    );
    if (!has) await grantRole(world, { person, role, by, reason });
  }
}
