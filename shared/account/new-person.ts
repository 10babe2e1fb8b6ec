/** The kind of approval that lets somebody in by form (decision 0044). */
import { type Approval, personOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import { type Officer, reaches } from "#shared/access/scope.ts";
import { type Agency, saidOfAgency } from "#shared/agency/agency.ts";
import { employeeSchema } from "#shared/employee/employee.ts";
import type { Employees, WritableEmployees } from "#shared/employee/employees.ts";
import { type Entry, entryFields, keptEntry, problemsOfEntry } from "#shared/employee/entry.ts";
import { refuseTakenEmail, refuseTakenNip } from "#shared/employee/refuse-taken.ts";
import { firstRevision } from "#shared/employee/register-employee.ts";
import type { Limit } from "#shared/rate-limit/rate-limits.ts";
import { jakartaDay } from "#shared/runtime/clock.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { digestId } from "#shared/runtime/ids.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import type { AccountRecords } from "./account-record.ts";

/** What such an approval holds as `new`: a record but for its agency. */
export const newPerson = employeeSchema.pick(keyed(entryFields, () => true as const));

export interface AskNewPerson extends AskApproval {
  readonly employees: Pick<Employees, "find" | "idOf" | "findByEmail">;
}

interface Request {
  readonly entry: Entry;
  readonly reason: string;
  readonly requestId: string;
  readonly by: Officer;
}

/** More than one officer enters by hand; nobody tries a list of numbers. */
const perOfficer: Limit = { name: "new-person-looked-up", max: 60, windowSeconds: 3600 };

/**
 * An officer asks that somebody be let in, who works in the own agency, or in the units of the role.
 * @throws InvalidInput on what was entered (also `unit-not-yours`) and `reason`; Conflict `nip-taken`, `nip-former`, `nip-elsewhere`,
 * `email-taken`, `email-elsewhere`; TooManyAttempts; as askApproval
 */
export async function askNewPerson(
  dependencies: AskNewPerson,
  { entry: typed, reason, requestId, by }: Request,
): Promise<Approval> {
  const { employees, limits, clock } = dependencies;
  const problems = problemsOfEntry(typed, yearOf(clock.now().toISOString()));
  if (problems.length > 0) throw new InvalidInput(...problems);
  const entry = newPerson.parse(keptEntry(typed));
  const { instansiId } = by;
  const { nip, email, unitKerja } = entry;
  if (!reaches(by, { instansiId, unitKerja }))
    throw new InvalidInput({ field: "unitKerja", code: "unit-not-yours" });
  await limits.count(perOfficer, by.employeeId, clock.now());
  const id = digestId("emp", [requestId, by.employeeId, entry]);
  await refuseTakenNip(employees, nip, { by, own: id });
  if (email) await refuseTakenEmail(employees, email, { by, own: id });
  return await askApproval(dependencies, {
    kind: "new-person",
    subject: { id, instansiId, unitKerja, revision: 0 },
    ...{ old: null, new: keptEntry(entry), reason, requestId },
    asker: { id: by.employeeId, role: "petugas" },
    decider: "penyetuju",
    changes: entryFields.flatMap((field) => {
      const to = entry[field];
      return to ? [{ field, to }] : [];
    }),
  });
}

/** @param at ISO instant */
function yearOf(at: string): number {
  return Number(jakartaDay(new Date(at)).slice(0, 4));
}

export interface DecideNewPerson {
  readonly employees: Pick<WritableEmployees, "find" | "idOf" | "findByEmail" | "add">;
  readonly accountRecords: Pick<AccountRecords, "adding">;
  readonly approvals: Pick<Approvals, "closing">;
  readonly agencies: { find(id: string): Promise<Pick<Agency, "name" | "zone"> | undefined> };
}

/** Adds the record and its account. Outdated when somebody else has the number or the address by now, or rules have changed. */
export function newPeople(api: DecideNewPerson): DecidedKind {
  const { employees, accountRecords, approvals, agencies } = api;
  return {
    isOutdated: async (approval) => !(await fits(api, approval)),
    carryOut: async (closed) => {
      const { approval } = closed;
      const { subject, asker, outcome, reason } = approval;
      const { instansiId } = subject;
      const [own, decider] = await Promise.all([
        agencies.find(instansiId),
        employees.find(outcome.by),
      ]);
      // What the agency is called is nothing that somebody decides here.
      const said = own
        ? saidOfAgency(own)
        : decider && { instansi: decider.instansi, zone: decider.zone };
      if (!said || !(await fits(api, approval))) throw new Conflict("approval-subject-changed");
      const agency = { instansiId, ...said };
      const at = new Date(outcome.at);
      const { record, entry } = firstRevision(
        { ...newPerson.parse(approval.new), ...agency },
        {
          ...{ id: personOf(approval), at, reason, approvedBy: outcome.by },
          actor: { role: "officer", id: asker.id },
        },
      );
      const others = [accountRecords.adding(record, at), ...approvals.closing(closed)];
      try {
        await employees.add(record, entry, ...others);
      } catch (error) {
        const isRaced = error instanceof Conflict && racedCodes.includes(error.code);
        throw isRaced ? new Conflict("approval-subject-changed") : error;
      }
    },
  };
}

const racedCodes: readonly string[] = ["record-changed", "nip-taken", "email-taken"];

async function fits(
  { employees }: Pick<DecideNewPerson, "employees">,
  approval: Approval,
): Promise<boolean> {
  const wanted = newPerson.safeParse(approval.new);
  if (!wanted.success || problemsOfEntry(wanted.data, yearOf(approval.askedAt)).length > 0)
    return false;
  const { nip, email } = wanted.data;
  const [owner, holder] = await Promise.all([
    employees.idOf(nip),
    email ? employees.findByEmail(email) : undefined,
  ]);
  return owner === undefined && holder === undefined;
}
