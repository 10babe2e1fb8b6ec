/** One person of an import that was approved: one transaction, or a refusal that is told. */
import * as z from "zod";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import type { SaidOfAgency } from "#shared/agency/agency.ts";
import type { Bulk } from "#shared/bulk/bulk.ts";
import { refuseRoleHolder } from "#shared/employee/change-employee.ts";
import { isSameMailbox } from "#shared/employee/email.ts";
import { type Employee, type EmployeeId, employeeSchema } from "#shared/employee/employee.ts";
import { keptChange, problemsOfNext } from "#shared/employee/employee-rules.ts";
import type { RequestMark, WritableEmployees } from "#shared/employee/employees.ts";
import { employeeKinds, type Nip } from "#shared/employee/nip.ts";
import { type NewAccounts, registerEmployee } from "#shared/employee/register-employee.ts";
import { type Revision, revise } from "#shared/employee/revision.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, type FieldProblem, InvalidInput } from "#shared/runtime/errors.ts";
import { digestId, digestText } from "#shared/runtime/ids.ts";
import { type ImportCode, isImportCode } from "./import-codes.ts";
import type { ImportProblem } from "./import-problem.ts";
import type { ChangedPerson, NewPerson } from "./import-results.ts";

export interface ApplyPerson {
  readonly employees: Pick<
    WritableEmployees,
    "add" | "findAll" | "findByNip" | "idOf" | "save" | "digestOf"
  >;
  readonly accountRecords: NewAccounts;
  readonly roles: Pick<RoleGrants, "find">;
  readonly clock: Clock;
}

/** What was approved, by whom and why. */
export interface Applying {
  readonly bulk: Bulk;
  readonly reason: string;
  /** What its records say of the agency at this moment. */
  readonly agency: SaidOfAgency;
  /** Who brought the file; undefined for the operators' command line. */
  readonly broughtBy: EmployeeId | undefined;
}

type Refusal = Pick<ImportProblem, "code"> & Partial<ImportProblem>;
/** "unchanged": the record already says what the file says, and not because of this import. */
export type PersonOutcome = "done" | "unchanged" | Refusal;

const newRecord = employeeSchema.omit({
  ...{ id: true, revision: true, updatedAt: true, cardChangedAt: true, qrGeneration: true },
});
/** What the officer's form does not change and a file does. */
const fixedFields = z.object({
  tmt: z.string().exactOptional(),
  kedudukanHukum: z.string().exactOptional(),
  kind: z.enum(employeeKinds).exactOptional(),
});

/** How often a record is written again because somebody else wrote it at the same moment. */
const tries = 4;

/** Registers somebody. The id is made of import and number, so that the second time finds the first one's record. */
export async function applyNewcomer(
  { employees, accountRecords, clock }: ApplyPerson,
  { nip, kind, said, emailColumn }: NewPerson,
  applying: Applying,
): Promise<PersonOutcome> {
  const { bulk, agency, reason } = applying;
  const id: EmployeeId = digestId("emp", [bulk.id, nip]);
  const { instansiId } = bulk;
  const employee = newRecord.parse({ ...said, nip, kind, instansiId, ...agency });
  const told = { reason, ...approvalOf(bulk) };
  const taken = { code: "nip-taken", value: nip } as const;
  return withRefusals(emailColumn, said.email, async () => {
    const register = { employee, by: actorOf(bulk), id, told };
    try {
      const known = await registerEmployee({ employees, accountRecords, clock }, register);
      return known === id ? "done" : taken;
    } catch (error) {
      // A number that somebody had before has a marker, and no record that `registerEmployee` finds.
      if (error instanceof Conflict && (await isSomebodys(employees, nip, id))) return taken;
      throw error;
    }
  });
}

async function isSomebodys(
  employees: Pick<WritableEmployees, "idOf">,
  nip: Nip,
  own: EmployeeId,
): Promise<boolean> {
  const owner = await employees.idOf(nip);
  return owner !== undefined && owner !== own;
}

/**
 * Changes somebody's record, if what is changed still says what it said when the file was judged. All else of the record may have
 * moved on.
 */
export async function applyChange(
  dependencies: ApplyPerson,
  person: ChangedPerson,
  applying: Applying,
): Promise<PersonOutcome> {
  const { employees } = dependencies;
  const { bulk, broughtBy } = applying;
  const { id, changes, emailColumn } = person;
  // Nobody changes the own record by a file either: see refuseOwnRecord.
  if ([broughtBy, bulk.askedBy, bulk.approvedBy].includes(id)) return { code: "own-record" };
  const mark = { id: `${bulk.id}#${id}`, digest: digestText(changes) };
  const to = changes.find(({ field }) => field === "email")?.to;
  return withRefusals(emailColumn, to, async () => {
    // Unlike `find` it reads many at once, and leaves out what cannot be read.
    const record = (await employees.findAll([id])).get(id);
    if (record?.instansiId !== bulk.instansiId || record.joinedInto)
      return { code: "record-missing" };
    const isSaid = ({ field, to }: ChangedPerson["changes"][number]) =>
      isSame(field, to, textOf(record, field));
    if (changes.every(isSaid)) return (await employees.digestOf(mark.id)) ? "done" : "unchanged";
    // What somebody else has already changed to the same does no harm.
    const isOpen = (each: ChangedPerson["changes"][number]) =>
      isSaid(each) || isSame(each.field, each.from, textOf(record, each.field));
    if (!changes.every(isOpen)) return { code: "record-changed" };
    return saveChange(dependencies, { record, person, applying, mark });
  });
}

interface Saving {
  readonly record: Employee;
  readonly person: ChangedPerson;
  readonly applying: Applying;
  readonly mark: RequestMark;
}

async function saveChange(
  { employees, roles, clock }: ApplyPerson,
  { record, person, applying, mark }: Saving,
): Promise<PersonOutcome> {
  const { bulk, reason } = applying;
  const wanted = changeOf(person);
  const [problem] = problemsOfNext(record, wanted);
  if (problem) throw new InvalidInput(problem);
  const isStatus = person.changes.every(({ field }) => field === "kedudukanHukum");
  const next: Revision | undefined = revise(record, wanted, {
    at: clock.now(),
    actor: actorOf(bulk),
    action: isStatus ? "status-changed" : "changed",
    reason,
    ...approvalOf(bulk),
  });
  if (!next) return "unchanged";
  await refuseRoleHolder({ roles, clock }, next);
  await employees.save(next, mark);
  return "done";
}

/** The fields that the file says otherwise, in the form in which they are stored. */
function changeOf({ changes }: ChangedPerson) {
  const said = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
  return { ...fixedFields.parse(said), ...keptChange(said) };
}

/**
 * What a person is refused for, told at its row. A record that somebody wrote at the same moment is looked at again.
 * @throws Conflict when it is written again and again: the step is done again later
 */
async function withRefusals(
  emailColumn: string,
  email: string | undefined,
  apply: () => Promise<PersonOutcome>,
): Promise<PersonOutcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await apply();
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.code === "email-taken")
        return { ...refusal, column: emailColumn, value: email ?? "" };
      if (refusal) return refusal;
      if (!(error instanceof Conflict) || attempt >= tries) throw error;
    }
  }
}

/** What stays refused, however often it is tried. */
function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof InvalidInput) return ruleOf(error.problems);
  if (!(error instanceof Conflict)) return undefined;
  const { code } = error;
  return code === "email-taken" || code === "change-needs-operators" ? { code } : undefined;
}

/** The rules of the record have become stricter since the file was judged. */
function ruleOf([first]: readonly FieldProblem[]): Refusal {
  const code: ImportCode = first && isImportCode(first.code) ? first.code : "malformed";
  return { code, ...(first?.params && { params: first.params }) };
}

/** An address is the same in capitals, as the judgement has it. */
function isSame(field: string, said: string | undefined, stored: string | undefined): boolean {
  if (field === "email" && said && stored) return isSameMailbox(said, stored);
  return (said ?? "") === (stored ?? "");
}

/** Fields of the catalogue are texts. */
function textOf(record: Employee, field: string): string | undefined {
  const value = new Map<string, unknown>(Object.entries(record)).get(field);
  return typeof value === "string" ? value : undefined;
}

function actorOf({ askedBy }: Bulk) {
  return { role: "import", id: askedBy } as const;
}

function approvalOf({ approvedBy }: Bulk) {
  return approvedBy === undefined ? {} : { approvedBy };
}
