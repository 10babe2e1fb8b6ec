/** What officers do with months: put a day right, lock a unit's months, open one again. Readings are never touched (decision 0110). */
import { refuseOwnRecord } from "#shared/access/own-record.ts";
import { keptReason } from "#shared/access/reason.ts";
import type { Officer } from "#shared/access/scope.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { newId } from "#shared/runtime/ids.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import { type AttendanceMonth, added, type Correction, spanOf } from "./attendance-month.ts";
import type { AttendanceMonths } from "./attendance-months.ts";
import { closeMonth } from "./close-month.ts";
import { timesOf } from "./corrected-times.ts";
import { attendeeOf } from "./import-readings.ts";
import { withLeave } from "./leave-days.ts";
import { monthOfPerson, monthsOfUnit, type ReadMonths, type TheirMonth } from "./people-months.ts";
import { judgeFor } from "./recap-month.ts";
import type { AbsenceKind } from "./statuses.ts";

export interface ChangeMonths extends ReadMonths {
  readonly months: Pick<AttendanceMonths, "find" | "findAll" | "save">;
}

interface About {
  readonly by: Officer;
  readonly person: EmployeeId;
  readonly month: string;
  /** Of the month that the officer saw. */
  readonly revision: number;
  readonly reason: string;
}

/** Another arrival, departure or reason of a day; or a correction that is taken back. */
export type CorrectionAct =
  | {
      readonly act: "correct";
      readonly day: string;
      /** "07:30", by the person's own clock. */
      readonly in?: string;
      /** Not after the arrival: on the next day. */
      readonly out?: string;
      readonly absence?: AbsenceKind;
    }
  | { readonly act: "withdraw"; readonly id: string };

/**
 * Enters a correction beside what machines told, or takes one back.
 * @throws NotFound; Forbidden `own-record`; Conflict `attendance-changed`, `month-closed`; InvalidInput on `reason`, `day`, `in`
 */
export async function correctMonth(
  api: ChangeMonths,
  { by, person, month, revision, reason, act }: About & { readonly act: CorrectionAct },
): Promise<void> {
  refuseOwnRecord(person, by);
  const { its } = await monthOfPerson(api, by, { person, month });
  if (its.month.closed) throw new Conflict("month-closed");
  const kept = await seen(api, its, revision);
  const at = api.clock.now().toISOString();
  const said = { id: newId("cor"), by: by.employeeId, at, reason: keptReason(reason) };
  const correction = correctionOf(its.month, act, said);
  const next = added(kept, { corrections: [correction] });
  if (next === "full") throw new InvalidInput({ field: "day", code: "malformed" });
  if (typeof next === "string") throw new Conflict("month-closed");
  await saved(api, { ...next, ...attendeeOf(its.person) }, entryOf(next, said, lineOf(correction)));
}

/** As it is stored, without the days of leave that are read with it. @throws Conflict `attendance-changed` */
async function seen({ months }: ChangeMonths, { month }: TheirMonth, revision: number) {
  const { instansiId, person } = month;
  const kept = await months.find({ instansiId, month: month.month }, person);
  const known = kept ?? { ...month, absences: [] };
  if (known.revision !== revision) throw new Conflict("attendance-changed");
  return known;
}

async function saved({ months }: ChangeMonths, next: AttendanceMonth, entry: AuditEntry) {
  if (!(await months.save(next, entry))) throw new Conflict("attendance-changed");
}

type Doer = Pick<Correction, "id" | "by" | "at"> & { readonly reason: string };

function correctionOf(
  { month, corrections }: AttendanceMonth,
  act: CorrectionAct,
  said: Doer,
): Correction {
  if (act.act === "withdraw") {
    const old = corrections.find(({ id, withdraws }) => id === act.id && !withdraws);
    if (!old) throw new InvalidInput({ field: "id", code: "malformed" });
    return { ...said, day: old.day, withdraws: old.id };
  }
  const { day, in: came, out: went, absence } = act;
  if (!day.startsWith(month)) throw new InvalidInput({ field: "day", code: "malformed" });
  if (!(came ?? went ?? absence)) throw new InvalidInput({ field: "in", code: "required" });
  return { ...said, day, ...timesOf(act), ...(absence && { absence }) };
}

function lineOf({ day, in: came, out: went, absence, withdraws }: Correction) {
  const to = [came?.slice(11), went?.slice(11), absence].filter((each) => each !== undefined);
  return { field: day, to: withdraws ? "-" : to.join(" ") };
}

function entryOf(
  { instansiId, person, month, revision }: AttendanceMonth,
  { by, at, reason }: Pick<Doer, "by" | "at" | "reason">,
  change: AuditEntry["changes"][number],
): AuditEntry {
  return {
    ...{ subjectId: `attendance#${instansiId}#${month}#${person}`, revision, at },
    ...{ actor: { role: "officer", id: by }, action: "changed", reason, about: person },
    changes: [change],
  };
}

export interface Closed {
  readonly closed: number;
  readonly notOver: number;
  readonly beforeOpen: number;
  /** Changed meanwhile: the same again closes them. */
  readonly raced: number;
  /** Of whoever asks, and open: a colleague closes it. */
  readonly own: number;
  /** Where the next page of the unit's people begins. */
  readonly next?: EmployeeId;
}

/** How many months are closed at once. */
const atOnce = 6;

/**
 * Closes the months of a page of a unit's people, with the leave that is known by then. It may be done again.
 * @throws NotFound of a unit that the officer does not reach
 */
export async function closeUnit(
  api: ChangeMonths,
  by: Officer,
  asked: { readonly unit: string; readonly month: string; readonly after?: EmployeeId | undefined },
): Promise<Closed> {
  const { rules, months, next } = await monthsOfUnit(api, by, asked);
  const of = { instansiId: by.instansiId, month: asked.month };
  const judge = await judgeFor(api.calendars, of, { rules, now: api.clock.now() });
  const leaves = await api.ledgers.leavesOf(months.map(({ person }) => person.id));
  const closing = { months: api.months, judge, now: api.clock.now(), by: by.employeeId };
  // Nobody locks their own: a colleague does.
  const [own = [], others = []] = [true, false].map((isOwn) =>
    months.filter(({ person }) => (person.id === by.employeeId) === isOwn),
  );
  const outcomes = await sideBySide(
    others,
    ({ person }) =>
      closeMonth(
        { ...closing, complete: (month) => withLeave(month, leaves) },
        attendeeOf(person),
        asked.month,
      ),
    atOnce,
  );
  const count = (outcome: string) => outcomes.filter((each) => each === outcome).length;
  return {
    ...{ closed: count("closed"), notOver: count("not-over"), beforeOpen: count("before-open") },
    ...{ raced: count("raced"), own: own.filter(({ month }) => !month.closed).length },
    ...(next && { next }),
  };
}

/**
 * Opens a month that was closed, with a reason: then it takes readings and corrections again.
 * @throws NotFound; Forbidden `own-record`; Conflict `attendance-changed`, `next-month-closed`, which has counted on it; InvalidInput on `reason`
 */
export async function openMonth(
  api: ChangeMonths,
  { by, person, month, revision, reason }: About,
): Promise<void> {
  refuseOwnRecord(person, by);
  const { its } = await monthOfPerson(api, by, { person, month });
  const { closed, ...kept } = await seen(api, its, revision);
  if (!closed) return;
  const following = daysAfter(spanOf(month).until, 1).slice(0, 7);
  const after = await api.months.find({ instansiId: kept.instansiId, month: following }, person);
  if (after?.closed) throw new Conflict("next-month-closed");
  const said = { by: by.employeeId, at: api.clock.now().toISOString(), reason: keptReason(reason) };
  const next = { ...kept, revision: kept.revision + 1 };
  const was = { field: "closed", from: [closed.at, closed.by ?? ""].join(" ").trim() };
  await saved(api, next, entryOf(next, said, was));
}
