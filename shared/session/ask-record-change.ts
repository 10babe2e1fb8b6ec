import { type Approval, type ApprovalId, queueOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import { type Officer, reaches } from "#shared/access/scope.ts";
import { keptSource, type Source } from "#shared/audit/source.ts";
import { recordChange } from "#shared/employee/decided-values.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import {
  changedValues,
  type DecidedValues,
  decidedFields,
  problemsOfDecided,
  valuesBefore,
} from "#shared/employee/record-change.ts";
import { refuseTakenEmail } from "#shared/employee/refuse-taken.ts";
import { jakartaDay } from "#shared/runtime/clock.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { refusalOf, type WeighRecordChange } from "./record-change.ts";

export interface AskRecordChange extends AskApproval, WeighRecordChange {
  readonly employees: Pick<Employees, "findByEmail">;
  readonly approvals: Pick<Approvals, "add" | "find" | "waiting">;
}

interface Request {
  /** In the officer's scope, and not the officer's own record. */
  readonly person: Employee;
  /** Of the record, as the officer saw it. */
  readonly revision: number;
  readonly values: DecidedValues;
  readonly reason: string;
  /** The decree or letter behind it. */
  readonly source?: Source | undefined;
  readonly requestId: string;
  readonly by: Officer;
}

/**
 * An officer asks for a change of a record that takes two: any set of its fields.
 * @throws InvalidInput on a field, `reason`, `sourceNumber`; Conflict `record-changed`, `email-needs-two`, `change-needs-operators`,
 * `email-taken`, `email-elsewhere`, `change-asked` when another request for one of these fields waits; as askApproval
 */
export async function askRecordChange(
  dependencies: AskRecordChange,
  { person, revision, values, reason, source: given, requestId, by }: Request,
): Promise<Approval> {
  const { employees } = dependencies;
  const { id, instansiId, unitKerja } = person;
  if (person.revision !== revision) throw new Conflict("record-changed");
  const today = jakartaDay(dependencies.clock.now());
  const changed = wantedValues(values, { person, by, today });
  const refusal = await refusalOf(dependencies, { person, values: changed });
  if (refusal) throw new Conflict(refusal);
  if (changed.email) await refuseTakenEmail(employees, changed.email, { by, own: id });
  const old = valuesBefore(changed, person);
  const source = keptSource(given, dependencies.clock.now());
  return await askApproval(dependencies, {
    kind: "record-change",
    subject: { id, instansiId, unitKerja, revision },
    ...{ old, new: { values: changed, ...(source && { source }) }, reason, requestId },
    asker: { id: by.employeeId, role: "petugas" },
    decider: "penyetuju",
    changes: decidedFields.flatMap((field) => {
      const to = changed[field];
      if (to === undefined) return [];
      const from = old[field];
      return [{ field, ...(from && { from }), ...(to && { to }) }];
    }),
    refuse: (own) => refuseAsked(dependencies, { person, changed, own }),
  });
}

/** @throws InvalidInput */
function wantedValues(
  asked: DecidedValues,
  { person, by, today }: Pick<Request, "person" | "by"> & { readonly today: string },
): DecidedValues {
  const problems = problemsOfDecided(asked, person, today);
  if (problems.length > 0) throw new InvalidInput(...problems);
  const changed = changedValues(asked, person);
  if (Object.keys(changed).length === 0)
    throw new InvalidInput({ field: "changes", code: "nothing-changed" });
  const { instansiId } = person;
  if (!reaches(by, { instansiId, unitKerja: changed.unitKerja ?? person.unitKerja }))
    throw new InvalidInput({ field: "unitKerja", code: "unit-not-yours" });
  return changed;
}

/**
 * One request at a time for each field: who decides sees what would be, and never two answers to one question. The index may be a moment
 * late; of two that slip in, the first approved makes the other outdated.
 * @throws Conflict `change-asked`
 */
async function refuseAsked(
  { approvals, clock }: Pick<AskRecordChange, "approvals" | "clock">,
  asked: {
    readonly person: Employee;
    readonly changed: DecidedValues;
    readonly own: ApprovalId;
  },
): Promise<void> {
  const { person, changed, own } = asked;
  const isSame = (each: Approval) => {
    if (each.kind !== "record-change" || each.subject.id !== person.id || each.id === own)
      return false;
    const { values } = recordChange.parse(each.new);
    return decidedFields.some((field) => field in values && field in changed);
  };
  const waiting = await approvals.waiting(queueOf({ decider: "penyetuju", subject: person }), {
    ...{ now: clock.now(), limit: 1, fits: isSame },
  });
  if (waiting.length > 0) throw new Conflict("change-asked");
}
