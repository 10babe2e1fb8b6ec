/** Exactly who of a selection a change is meant for, looked at and kept before anybody is asked. */
import { type Approval, queueOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { isOwnRecord } from "#shared/access/own-record.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import { type Officer, reaches } from "#shared/access/scope.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import { keptSource } from "#shared/audit/source.ts";
import { fieldsOfDecree } from "#shared/decree/decree-fields.ts";
import type { Decrees } from "#shared/decree/decrees.ts";
import { recordChange } from "#shared/employee/decided-values.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { isOpenTo } from "#shared/employee/is-open-to.ts";
import { kedudukanHukumProblem, statusOf } from "#shared/employee/kedudukan-hukum.ts";
import { changedValues, problemsOfDecided, valuesBefore } from "#shared/employee/record-change.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { type Clock, jakartaDay } from "#shared/runtime/clock.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { digestId } from "#shared/runtime/ids.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import {
  type BulkChange,
  type BulkList,
  type BulkLists,
  type LeftOutReason,
  valuesOf,
  type WantedChange,
} from "./bulk-change.ts";
import { nextOf, weakens } from "./next-of.ts";

export interface PreviewBulkChange {
  readonly employees: Pick<Employees, "findAll">;
  readonly decrees: Pick<Decrees, "of">;
  readonly roles: Pick<RoleGrants, "find">;
  readonly units: Pick<OrgUnits, "findByName">;
  readonly approvals: Pick<Approvals, "waiting">;
  readonly bulkLists: Pick<BulkLists, "keep">;
  readonly limits: Pick<RateLimits, "count">;
  readonly clock: Clock;
}

/** Each reads up to five hundred records. */
const perOfficer: Limit = { name: "bulk-previews", max: 60, windowSeconds: 3600 };
/** Requests of a record that wait in one agency; of more the newest are not looked at, and the worker refuses a record that moved. */
const mostWaiting = 500;

interface Wanted {
  readonly requestId: string;
  /** At most `mostMarked`. */
  readonly ids: readonly EmployeeId[];
  readonly change: WantedChange;
  readonly by: Officer;
}

/**
 * Nothing changes yet. Who is not meant is named with the reason, but for who is not in the officer's scope.
 * @throws InvalidInput on `unitKerja` (`unit-unknown`, `unit-not-yours`), `kedudukanHukum`, `sourceNumber`; TooManyAttempts
 */
export async function previewBulkChange(
  api: PreviewBulkChange,
  { requestId, ids, change: wanted, by }: Wanted,
): Promise<BulkList> {
  const now = api.clock.now();
  await api.limits.count(perOfficer, by.employeeId, now);
  const change = await keptChange(api, wanted, by);
  const marked = [...new Set(ids)];
  const [records, asked] = await Promise.all([
    api.employees.findAll(marked),
    whoseChangeIsAsked(api, change, by),
  ]);
  const judge = async (id: EmployeeId) => {
    const person = records.get(id);
    const isOpen = isOpenTo(by, person);
    const why = isOpen ? await whyNot(api, { person, change, by, asked }) : "out-of-scope";
    return { id, person, why };
  };
  const judged = await Promise.all(marked.map(judge));
  const meant = judged.flatMap(({ person, why }) => (person && why === undefined ? [person] : []));
  const list: BulkList = {
    bulkId: digestId("blk", [requestId, by.employeeId, change, marked]),
    ...{ instansiId: by.instansiId, askedBy: by.employeeId, change },
    people: await sideBySide(meant, async (person) => {
      const { id, unitKerja } = person;
      const decrees = await setAside(api, id, change);
      const from = valuesBefore(valuesOf(change), person);
      return { id, unitKerja, from, ...(decrees.length > 0 && { decrees }) };
    }),
    leftOut: judged.flatMap(({ id, why }) => (why === undefined ? [] : [{ id, why }])),
    ...{ refused: {}, madeAt: now.toISOString() },
  };
  await api.bulkLists.keep(list);
  return list;
}

/**
 * From when on decrees that wait for somebody would change the same field. They know what it said before, so after this change they
 * are stuck (decision 0048).
 */
async function setAside(
  { decrees }: Pick<PreviewBulkChange, "decrees">,
  person: EmployeeId,
  change: BulkChange,
): Promise<readonly string[]> {
  const fields = Object.keys(valuesOf(change));
  const waiting = (await decrees.of(person)).filter(
    ({ state, kind }) =>
      state === "waiting" && fieldsOfDecree[kind].some((field) => fields.includes(field)),
  );
  return waiting.map(({ tmt }) => tmt).sort();
}

/** The change in the form that is written, which may be for these units. */
async function keptChange(
  { units, clock }: Pick<PreviewBulkChange, "units" | "clock">,
  change: WantedChange,
  by: Officer,
): Promise<BulkChange> {
  const { instansiId } = by;
  if (change.action === "suspend") {
    const { kedudukanHukum } = change;
    if (statusOf(kedudukanHukum) !== "suspended")
      throw new InvalidInput({ field: "kedudukanHukum", code: "kedudukan-hukum-unknown" });
    return { ...change, source: keptSource(change.source, clock.now()) };
  }
  // A misspelt unit would come into the tree with five hundred people.
  const unit = await units.findByName(instansiId, change.unitKerja);
  if (!unit || unit.into !== undefined)
    throw new InvalidInput({ field: "unitKerja", code: "unit-unknown" });
  if (!reaches(by, { instansiId, unitKerja: unit.name }))
    throw new InvalidInput({ field: "unitKerja", code: "unit-not-yours" });
  return { action: "assign", unitKerja: unit.name };
}

interface Weighed {
  readonly person: Employee;
  readonly change: BulkChange;
  readonly by: Officer;
  readonly asked: ReadonlySet<string>;
}

async function whyNot(
  { roles, clock }: Pick<PreviewBulkChange, "roles" | "clock">,
  { person, change, by, asked }: Weighed,
): Promise<LeftOutReason | undefined> {
  if (isOwnRecord(person.id, by)) return "own-record";
  const values = valuesOf(change);
  if (Object.keys(changedValues(values, person)).length === 0) return "unchanged";
  if (!isAllowed(person, change, clock.now())) return "not-allowed";
  if (asked.has(person.id)) return "change-asked";
  const next = nextOf(person, change, { at: clock.now(), actor: { role: "officer" } });
  return next && (await weakens({ roles, clock }, next)) ? "change-needs-operators" : undefined;
}

/** Whether the rules of the record let it be so. Who has no employment any more is not suspended. */
export function isAllowed(person: Employee, change: BulkChange, now: Date): boolean {
  if (change.action === "suspend") {
    if (statusOf(person.kedudukanHukum) === "ended") return false;
    if (kedudukanHukumProblem(change.kedudukanHukum, person.kind)) return false;
  }
  return problemsOfDecided(valuesOf(change), person, jakartaDay(now)).length === 0;
}

/** For whom somebody has already asked for the same field: a decider never sees two answers to one question. */
async function whoseChangeIsAsked(
  { approvals, clock }: Pick<PreviewBulkChange, "approvals" | "clock">,
  change: BulkChange,
  { instansiId }: Officer,
): Promise<ReadonlySet<string>> {
  const fields = Object.keys(valuesOf(change));
  const fits = (each: Approval) =>
    each.kind === "record-change" &&
    Object.keys(recordChange.parse(each.new).values).some((field) => fields.includes(field));
  const queue = queueOf({ decider: "penyetuju", subject: { instansiId } });
  const waiting = await approvals.waiting(queue, { now: clock.now(), limit: mostWaiting, fits });
  return new Set(waiting.map(({ subject }) => subject.id));
}
