/** A petugas asks that two records of one person become one (kind `record-join`, decision 0054). */
import { type Approval, type ApprovalId, queueOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import { refuseOwnRecord } from "#shared/access/own-record.ts";
import { type Officer, reaches } from "#shared/access/scope.ts";
import { keptSource, type Source } from "#shared/audit/source.ts";
import { type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { EditableField } from "#shared/employee/fields.ts";
import { problemsOfDecided } from "#shared/employee/record-change.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { type FindSides, sideOf } from "./find-sides.ts";
import {
  differencesOf,
  isAbout,
  isActivated,
  mayTake,
  type Pair,
  refusalOf,
  todayOf,
  valuesIn,
} from "./record-join.ts";

export interface AskJoin extends AskApproval, FindSides {
  readonly employees: Pick<Employees, "find">;
  readonly approvals: Pick<Approvals, "add" | "find" | "waiting">;
}

interface Request {
  /** In the officer's scope, and not the officer's own record. */
  readonly person: Employee;
  readonly other: EmployeeId;
  /** Of both records, as the officer saw them. */
  readonly revision: number;
  readonly otherRevision: number;
  readonly survivor: "here" | "other";
  /** Where the value of the record that ends goes on. */
  readonly taken: readonly EditableField[];
  readonly source: Source;
  readonly reason: string;
  readonly requestId: string;
  readonly by: Officer;
}

/**
 * An officer asks that one of two records be joined into the other. Nothing changes by it.
 * @throws InvalidInput on a taken field, `sourceNumber`, `reason`; Forbidden `own-record`; Conflict `record-changed`, `join-elsewhere`,
 * `join-same`, `join-asked` when another request is about one of both, as refusalOf; as askApproval
 */
export async function askJoin(api: AskJoin, request: Request): Promise<Approval> {
  const { person, source: given, reason, requestId, by } = request;
  const pair = await pairOf(api, request);
  const refusal = refusalOf(pair, api.clock.now());
  if (refusal) throw new Conflict(refusal);
  const { survivor, joined } = pair;
  const differing = differencesOf(pair);
  const taken = takenOf(pair, request.taken, api.clock.now());
  const { id, nip, instansiId, unitKerja, revision } = survivor.record;
  const { record } = joined;
  const facts = { nip: record.nip, name: fullName(record), isActivated: isActivated(joined) };
  return await askApproval(api, {
    kind: "record-join",
    subject: { id, instansiId, unitKerja, revision },
    other: { id: record.id, unitKerja: record.unitKerja },
    old: { ...differing },
    new: { nip, joined: facts, taken, source: keptSource(given, api.clock.now()) },
    ...{ reason, requestId },
    asker: { id: by.employeeId, role: "petugas" },
    decider: "penyetuju",
    changes: [
      { field: "joinedNip", to: record.nip },
      ...taken.map((field) => changeOf(field, pair)),
    ],
    refuse: (own) => refuseAsked(api, { person, ids: [id, record.id], own }),
  });
}

/** Both records as they are now. @throws Conflict, Forbidden */
async function pairOf(
  api: AskJoin,
  { person, other: id, revision, otherRevision, survivor, by }: Request,
): Promise<Pair> {
  if (id === person.id) throw new Conflict("join-same");
  const other = await api.employees.find(id);
  if (!other || !reaches(by, other)) throw new Conflict("join-elsewhere");
  refuseOwnRecord(id, by);
  if (person.revision !== revision || other.revision !== otherRevision)
    throw new Conflict("record-changed");
  const [here, there] = await Promise.all([sideOf(api, person), sideOf(api, other)]);
  return survivor === "here"
    ? { survivor: here, joined: there }
    : { survivor: there, joined: here };
}

/** In the catalogue's order; what both say alike is not taken. @throws InvalidInput */
function takenOf(pair: Pair, asked: readonly EditableField[], now: Date): EditableField[] {
  const { survivor, joined } = pair;
  const taken = asked.filter((field) => survivor.record[field] !== joined.record[field]);
  const unfit = taken.filter((field) => !mayTake(pair, field, now));
  if (unfit.length > 0)
    throw new InvalidInput(...unfit.map((field) => ({ field, code: "unknown-choice" as const })));
  const values = valuesIn(joined.record, taken);
  const problems = problemsOfDecided(values, survivor.record, todayOf(survivor, now));
  if (problems.length > 0) throw new InvalidInput(...problems);
  return [...new Set(taken)];
}

function changeOf(field: EditableField, { survivor, joined }: Pair) {
  const [from, to] = [survivor.record[field], joined.record[field]];
  return { field, ...(from && { from }), ...(to && { to }) };
}

/** One question about a record at a time: who decides sees what would be. @throws Conflict `join-asked` */
async function refuseAsked(
  { approvals, clock }: Pick<AskJoin, "approvals" | "clock">,
  asked: { readonly person: Employee; readonly ids: readonly string[]; readonly own: ApprovalId },
): Promise<void> {
  const { person, ids, own } = asked;
  const waiting = await approvals.waiting(queueOf({ decider: "penyetuju", subject: person }), {
    ...{ now: clock.now(), limit: 1 },
    fits: (each) => each.id !== own && isAbout(each, ids),
  });
  if (waiting.length > 0) throw new Conflict("join-asked");
}
