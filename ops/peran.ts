import { parseArgs } from "node:util";
import { grantRole, revokeRole, rolesSubject } from "#shared/access/grant-role.ts";
import { type Grant, grantedRoles, isGrantedRole } from "#shared/access/role.ts";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { type Employee, fullName } from "#shared/employee/employee.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { isDay } from "#shared/employee/field-checks.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { maskNip } from "#shared/employee/nip.ts";
import { jakartaDay, systemClock } from "#shared/runtime/clock.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { type Command, UsageError } from "./command.ts";
import { findPerson } from "./find-person.ts";
import { operatorWhoDecides, otherOperators } from "./operators.ts";
import { outputsOption, readOutputs } from "./stack-outputs.ts";

export const peran: Command = {
  usage: `kartu peran beri NIP PERAN --oleh NIP --alasan TEKS [--unit "NAMA UNIT"] [--sampai YYYY-MM-DD] [--outputs cdk-outputs.json]
kartu peran cabut NIP PERAN --oleh NIP --alasan TEKS [--unit "NAMA UNIT"] [--walau-tinggal-satu]
kartu peran lihat NIP

Siapa boleh apa: ${grantedRoles.join(", ")}. Peran berlaku untuk instansi tempat orang itu bekerja sekarang, atau dengan --unit
untuk satu unitnya, ditulis persis seperti pada data pegawai; beberapa unit diberikan satu per satu.
Di situs dua operator memutuskan. Di sini satu: untuk yang tidak dapat menunggu. --oleh adalah operator, dan bukan orang itu sendiri.
beri    memberi peran atas keputusan --oleh; berlaku sampai akhir hari --sampai, atau sampai dicabut
cabut   mencabutnya, untuk --unit atau seluruhnya: permintaan orang itu berikutnya ditolak; kalau sesudahnya tinggal satu
        operator, hanya dengan --walau-tinggal-satu, karena lalu tidak ada yang dapat memberi peran di situs
lihat   peran yang dimiliki, dan yang pernah diberikan dan dicabut`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        outputs: outputsOption,
        oleh: { type: "string" },
        alasan: { type: "string" },
        sampai: { type: "string" },
        unit: { type: "string" },
        "walau-tinggal-satu": { type: "boolean", default: false },
      },
    });
    const [verb = "", nip = "", role, ...others] = positionals;
    const act = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (!act || others.length > 0) throw new UsageError("Sebut beri, cabut, atau lihat.");
    const { sampai: until } = values;
    if (until !== undefined && !isDay(until))
      throw new UsageError("--sampai: tanggal yang ada di kalender, ditulis YYYY-MM-DD.");
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
      throw new UsageError("--sampai: hari ini sudah lewat. Untuk mencabut peran pakai cabut.");
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
    if (!had) print("Tidak ada peran seperti itu untuk dicabut.");
    await show(request, print);
  },

  async lihat(request, print) {
    if (request.role !== undefined || request.unitKerja !== undefined)
      throw new UsageError("lihat tidak memakai peran atau unit: semuanya diperlihatkan.");
    await show(request, print);
  },
};

/** @throws UsageError when fewer than two operators would be left */
async function demandTwo({ tables, person }: RoleRequest): Promise<void> {
  if ((await otherOperators(tables, person)) < 2)
    throw new UsageError(
      "Akan tinggal kurang dari dua operator, padahal di situs dua yang memutuskan. Beri dulu peran itu kepada orang lain, atau sebut --walau-tinggal-satu.",
    );
}

/** What is wrong with --unit, in words for an operator. */
function refusedUnit(error: unknown): UsageError | undefined {
  if (!(error instanceof InvalidInput)) return undefined;
  const isUnknown = error.problems.some(({ code }) => code === "unit-unknown");
  return new UsageError(
    isUnknown
      ? "--unit: tidak ada pegawai instansi orang itu di unit yang namanya persis begitu."
      : "--unit: operator menjalankan seluruh sistem, bukan satu unit.",
  );
}

/** @throws UsageError when the role, the deciding operator or the reason is missing */
async function decided({ tables, person, role = "", unitKerja, by, reason = "" }: RoleRequest) {
  if (!isGrantedRole(role)) throw new UsageError(`Peran: ${grantedRoles.join(", ")}.`);
  if (!by) throw new UsageError("Sebut dengan --oleh siapa yang memutuskan.");
  if (reason.trim() === "") throw new UsageError("Sebut dengan --alasan mengapa.");
  const { id } = await operatorWhoDecides(tables, { nip: by, about: person });
  return { person, role, unitKerja, by: id, reason: reason.trim() };
}

/** NIPs are masked, because people copy this output into tickets. */
async function show({ tables, person }: RoleRequest, print: Print): Promise<void> {
  const { grants } = await tables.roles.find(person.id);
  print(`${fullName(person)}, ${maskNip(person.nip)}, ${person.instansi} (${person.id})`);
  for (const grant of grants) print(`  ${describe(grant, person)}`);
  if (grants.length === 0) print("  tidak ada peran");
  const { items } = await tables.history.history({
    subjectId: rolesSubject(person.id),
    limit: 50,
  });
  for (const { at, action, actor, approvedBy, reason, changes } of items) {
    const what = changes.map(({ from, to }) => to ?? from).join("; ");
    print(`  ${at} ${action} ${what} oleh ${actor.id}${secondPerson(approvedBy)}: ${reason}`);
  }
}

function describe(grant: Grant, person: Employee): string {
  const { role, instansiId, unitKerja, until, grantedBy, approvedBy, grantedAt } = grant;
  const unit = unitKerja ? `, hanya unit «${unitKerja}»` : "";
  const end = until ? ` sampai ${until}` : "";
  const moved = instansiId === person.instansiId ? "" : " (sudah pindah: tidak berlaku)";
  return `${role} untuk ${instansiId}${unit}${end}${moved}, oleh ${grantedBy}${secondPerson(approvedBy)} pada ${grantedAt}`;
}

function secondPerson(id: string | undefined): string {
  return id === undefined ? "" : ` dan ${id}`;
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
