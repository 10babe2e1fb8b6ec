import { judgeLeave } from "#shared/leave/judge-leave.ts";
import type { AskedLeave } from "#shared/leave/leave.ts";
import type { LeaveCase } from "#shared/leave/leave-findings.ts";
import type { LeaveHolder } from "#shared/leave/leave-holder.ts";
import { accountOf, post } from "#shared/leave/leave-ledger.ts";
import type { Movement } from "#shared/leave/leave-movement.ts";
import type { KnownLeave } from "#shared/leave/leave-right.ts";
import type { LeaveCalendar } from "#shared/leave/leave-span.ts";
import { type Opening, openYear } from "#shared/leave/open-year.ts";
import { planAnnualLeave } from "#shared/leave/plan-annual-leave.ts";
import { reserve, take } from "#shared/leave/settle-annual-leave.ts";

/** A PNS since 2010; say only what your test is about. */
export function aHolder(change: Partial<LeaveHolder> = {}): LeaveHolder {
  return { kind: "PNS", tmt: "2010-01-01", kedudukanHukum: "01", sex: "F", ...change };
}

/** A PPPK since March 2026, for five years. */
export function aPppk(change: Partial<LeaveHolder> = {}): LeaveHolder {
  return aHolder({
    kind: "PPPK",
    tmt: "2026-03-01",
    contractEnd: "2031-02-28",
    kedudukanHukum: "71",
    ...change,
  });
}

/** Monday to Friday, or to Saturday. */
export function aCalendar({
  week = 5,
  holidays = [],
  joint = [],
}: {
  week?: 5 | 6;
  holidays?: readonly string[];
  joint?: readonly string[];
} = {}): LeaveCalendar {
  const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
  return {
    isWorkingDay: (day) =>
      weekday(day) >= 1 && weekday(day) <= week && !holidays.includes(day) && !joint.includes(day),
    isJointLeave: (day) => joint.includes(day),
  };
}

/** From Monday 1 to Friday 5 March 2027. */
export function anAskedLeave(change: Partial<AskedLeave> = {}): AskedLeave {
  return {
    kind: "tahunan",
    from: "2027-03-01",
    to: "2027-03-05",
    words: "Keperluan keluarga",
    address: "Jalan Contoh 1",
    phone: "081200000000",
    evidence: [],
    ...change,
  };
}

/** The days of 2027 and nothing else: 12 of 2027. */
export const oneYear: readonly Movement[] = [
  { kind: "grant", year: 2027, source: 2027, days: 12, cause: "grant-2027", on: "2027-01-01" },
];

export function aCase({
  movements = oneYear,
  ...change
}: Partial<LeaveCase> & { readonly movements?: readonly Movement[] } = {}): LeaveCase {
  return {
    asked: anAskedLeave(),
    holder: aHolder(),
    leaves: [],
    account: accountOf(movements),
    calendar: aCalendar(),
    askedOn: "2027-02-01",
    ...change,
  };
}

/** The ledger with more movements. @throws when they go below zero, which is a mistake in the test */
export function posted(
  movements: readonly Movement[],
  more: readonly Movement[],
): readonly Movement[] {
  const after = post(movements, more);
  if (!after.ok) throw new Error(`Refused: ${JSON.stringify(after.refused)}`);
  return after.movements;
}

/** What the rules find in a leave, in a case that is otherwise in order. */
export function judged(asked: Partial<AskedLeave>, change: Parameters<typeof aCase>[0] = {}) {
  return judgeLeave(aCase({ ...change, asked: anAskedLeave(asked) }));
}

export function codesOf(asked: Partial<AskedLeave>, change: Parameters<typeof aCase>[0] = {}) {
  return judged(asked, change).map(({ code }) => code);
}

/** A given annual leave from Friday 5 to Tuesday 9 March 2027. */
export function aKnownLeave(change: Partial<KnownLeave> = {}): KnownLeave {
  return {
    id: "req_other",
    kind: "tahunan",
    from: "2027-03-05",
    to: "2027-03-09",
    isGiven: true,
    ...change,
  };
}

/** A ledger in which a request took these days, the oldest first: asked for and given. */
export function withLeave(
  movements: readonly Movement[],
  days: ReadonlyMap<number, number>,
  leave = "req_1",
): readonly Movement[] {
  const plan = planAnnualLeave({ account: accountOf(movements), days, order: "oldest-first" });
  if (!plan.ok) throw new Error("The test takes too much.");
  const act = { leave, cause: leave, on: "2027-02-01" };
  const asked = posted(movements, reserve(plan.parts, act));
  return posted(asked, take(accountOf(asked), { ...act, on: "2027-06-01" }));
}

/** The opening of a year for a PNS. */
export function anOpening(
  movements: readonly Movement[],
  year: number,
  change: Partial<Opening> = {},
): Opening {
  return { movements, year, on: `${year}-01-01`, holder: aHolder(), leaves: [], ...change };
}

/** The ledger of somebody who takes so many days in each of these years. */
export function afterYears(
  taken: readonly (readonly [number, number])[],
  change: Partial<Opening> = {},
): readonly Movement[] {
  return taken.reduce<readonly Movement[]>((ledger, [year, days]) => {
    const opened = posted(ledger, openYear(anOpening(ledger, year, change)));
    return days === 0 ? opened : withLeave(opened, new Map([[year, days]]), `req_${year}`);
  }, []);
}
