import { parseArgs } from "node:util";
import { grantRole, revokeRole, rolesSubject } from "#shared/access/grant-role.ts";
import { type Grant, grantedRoles, isGrantedRole } from "#shared/access/role.ts";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { type Employee, fullName } from "#shared/employee/employee.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { maskNip } from "#shared/employee/nip.ts";
import { jakartaDay, systemClock } from "#shared/runtime/clock.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { type Command, UsageError } from "./command.ts";
import { findPerson } from "./find-person.ts";
import { operatorWhoDecides, otherOperators } from "./operators.ts";
import { readOutputs } from "./stack-outputs.ts";

export const peran: Command = {
  usage: `kartu peran beri NIP ROLE --oleh NIP --alasan TEXT [--unit "NAMA UNIT"] [--sampai YYYY-MM-DD] [--outputs cdk-outputs.json]
kartu peran cabut NIP ROLE --oleh NIP --alasan TEXT [--unit "NAMA UNIT"] [--walau-tinggal-satu]
kartu peran lihat NIP

Who may do what: ${grantedRoles.join(", ")}. A role is for the agency the person works in now, or with --unit
for one unit of it, named exactly as in the records; several units are given one after the other.
On the site two operators decide. Here one does: what cannot wait for a second one. --oleh is an operator, and not the person.
beri    gives it, at --oleh's word; it stands through --sampai, or until it is taken back
cabut   takes it back, for --unit or altogether: the next request of the person is refused; of the last but one operator
        only with --walau-tinggal-satu, because then nobody can give a role on the site
lihat   what the person has, and what was given and taken back before`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        outputs: { type: "string", default: "cdk-outputs.json" },
        oleh: { type: "string" },
        alasan: { type: "string" },
        sampai: { type: "string" },
        unit: { type: "string" },
        "walau-tinggal-satu": { type: "boolean", default: false },
      },
    });
    const [verb = "", nip = "", role, ...others] = positionals;
    const act = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (!act || others.length > 0) throw new UsageError("Say beri, cabut or lihat.");
    const { sampai: until } = values;
    if (until !== undefined && !isDay(until)) throw new UsageError("--sampai takes a YYYY-MM-DD.");
    const tables = connect(values.outputs);
    const person = await findPerson(tables, nip);
    const { oleh: by, alasan: reason, unit: unitKerja } = values;
    const mayLeaveOne = values["walau-tinggal-satu"];
    await act({ tables, person, role, unitKerja, by, reason, until, mayLeaveOne }, print);
  },
};

interface RoleRequest {
  readonly tables: Tables;
  readonly person: Employee;
  readonly role: string | undefined;
  readonly unitKerja: string | undefined;
  /** NIP of the operator who decides it. */
  readonly by: string | undefined;
  readonly reason: string | undefined;
  readonly until: string | undefined;
  readonly mayLeaveOne: boolean;
}

type Print = (line: string) => void;

const verbs: Readonly<Record<string, (request: RoleRequest, print: Print) => Promise<void>>> = {
  async beri(request, print) {
    const { tables, until } = request;
    const decision = await decided(request);
    if (until !== undefined && until < jakartaDay(tables.clock.now()))
      throw new UsageError("--sampai: this day has passed. cabut takes a role back.");
    try {
      await grantRole(tables, { ...decision, until });
    } catch (error) {
      throw refusedUnit(error) ?? error;
    }
    await show(request, print);
  },

  async cabut(request, print) {
    const decision = await decided(request);
    if (decision.role === "operator" && !request.mayLeaveOne) await demandTwo(request);
    const had = await revokeRole(request.tables, decision);
    if (!had) print("There is no such role to take back.");
    await show(request, print);
  },

  async lihat(request, print) {
    if (request.role !== undefined || request.unitKerja !== undefined)
      throw new UsageError("lihat takes no role and no unit: it shows them all.");
    await show(request, print);
  },
};

/** @throws UsageError when fewer than two operators would be left */
async function demandTwo({ tables, person }: RoleRequest): Promise<void> {
  if ((await otherOperators(tables, person)) < 2)
    throw new UsageError(
      "Fewer than two operators would be left, and two decide on the site. Give the role to somebody else first, or say --walau-tinggal-satu.",
    );
}

/** What is wrong with --unit, in words for an operator. */
function refusedUnit(error: unknown): UsageError | undefined {
  if (!(error instanceof InvalidInput)) return undefined;
  const isUnknown = error.problems.some(({ code }) => code === "unit-unknown");
  return new UsageError(
    isUnknown
      ? "--unit: nobody of the person's agency works in a unit of exactly this name."
      : "--unit: an operator runs the whole system, not a unit.",
  );
}

/** @throws UsageError when the role, the deciding operator or the reason is missing */
async function decided({ tables, person, role = "", unitKerja, by, reason = "" }: RoleRequest) {
  if (!isGrantedRole(role)) throw new UsageError(`Roles: ${grantedRoles.join(", ")}.`);
  if (!by) throw new UsageError("Say with --oleh at whose word.");
  if (reason.trim() === "") throw new UsageError("Say with --alasan why.");
  const { id } = await operatorWhoDecides(tables, { nip: by, about: person });
  return { person, role, unitKerja, by: id, reason: reason.trim() };
}

/** NIPs are masked, because people copy this output into tickets. */
async function show({ tables, person }: RoleRequest, print: Print): Promise<void> {
  const { grants } = await tables.roles.find(person.id);
  print(`${fullName(person)}, ${maskNip(person.nip)}, ${person.instansi} (${person.id})`);
  for (const grant of grants) print(`  ${describe(grant, person)}`);
  if (grants.length === 0) print("  no role");
  const { items } = await tables.history.history({
    subjectId: rolesSubject(person.id),
    limit: 50,
  });
  for (const { at, action, actor, approvedBy, reason, changes } of items) {
    const what = changes.map(({ from, to }) => to ?? from).join("; ");
    print(`  ${at} ${action} ${what} by ${actor.id}${secondPerson(approvedBy)}: ${reason}`);
  }
}

function describe(grant: Grant, person: Employee): string {
  const { role, instansiId, unitKerja, until, grantedBy, approvedBy, grantedAt } = grant;
  const unit = unitKerja ? `, unit «${unitKerja}» only` : "";
  const end = until ? ` through ${until}` : "";
  const moved = instansiId === person.instansiId ? "" : " (moved on since: it does not stand)";
  return `${role} of ${instansiId}${unit}${end}${moved}, by ${grantedBy}${secondPerson(approvedBy)} at ${grantedAt}`;
}

function secondPerson(id: string | undefined): string {
  return id === undefined ? "" : ` and ${id}`;
}

interface Tables {
  readonly employees: EmployeeTable;
  readonly roles: WritableRoleTable;
  readonly history: AuditTable;
  readonly clock: typeof systemClock;
  readonly db: ReturnType<typeof documentClient>;
  readonly roleTable: string;
}

function connect(outputsFile: string): Tables {
  const names = readOutputs(outputsFile, [
    "EmployeeTable",
    "MarkerTable",
    "RoleTable",
    "AuditTable",
  ]);
  const db = documentClient();
  const history = new AuditTable(db, names.AuditTable);
  return {
    employees: new EmployeeTable(db, names.EmployeeTable, new MarkerTable(db, names.MarkerTable)),
    roles: new WritableRoleTable(db, names.RoleTable, history),
    history,
    clock: systemClock,
    db,
    roleTable: names.RoleTable,
  };
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
  );
}
