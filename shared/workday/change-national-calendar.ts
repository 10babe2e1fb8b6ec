import type { AuditEntry, FieldChange } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { spanOfDays } from "./changed-days.ts";
import type { HolidayKind, NationalCalendar } from "./holiday.ts";
import type { WritableWorkCalendars } from "./work-calendars.ts";

/** A year of the country as a decree says it. */
export type SaidYear = Omit<NationalCalendar, "revision">;

/** A day off, or a fast from its first day to its last. */
export interface SaidDay {
  readonly kind: HolidayKind | "ramadan";
  readonly day: string;
  readonly until?: string;
  readonly name: string;
  readonly source: string;
}

/** What a year becomes otherwise. */
export interface YearDifference {
  readonly added: readonly SaidDay[];
  readonly removed: readonly SaidDay[];
  readonly changed: readonly { readonly from: SaidDay; readonly to: SaidDay }[];
}

export interface ChangeNationalCalendar {
  readonly calendars: Pick<WritableWorkCalendars, "national" | "saveNational">;
  readonly clock: Clock;
}

/**
 * A year becomes what is said, whole. What is said already changes nothing.
 * @returns what became otherwise
 * @throws Conflict `calendar-changed`
 */
export async function changeNationalCalendar(
  { calendars, clock }: ChangeNationalCalendar,
  change: { readonly by: EmployeeId; readonly said: SaidYear },
): Promise<YearDifference> {
  const { by, said } = change;
  const old = await calendars.national(said.year);
  const difference = differenceOf(old, said);
  const { added, removed, changed } = difference;
  const touched = [...added, ...removed, ...changed.flatMap(({ from, to }) => [from, to])];
  if (touched.length === 0) return difference;
  const revision = (old?.revision ?? 0) + 1;
  const entry: AuditEntry = {
    ...{ subjectId: `holidays#${said.year}`, revision, at: clock.now().toISOString() },
    ...{ actor: { role: "operator", id: by }, changes: changesOf(difference) },
    action: old ? "changed" : "registered",
  };
  const span = spanOfDays(touched.flatMap(({ day, until = day }) => [day, until]));
  // Of a new year its days count from now on, whether they are off or not.
  const { year } = said;
  const whole = { from: `${year}-01-01`, until: `${year}-12-31` };
  await calendars.saveNational({ ...said, revision }, entry, old ? span : whole);
  return difference;
}

/** @param old undefined: nobody has said the year yet */
export function differenceOf(
  old: Pick<NationalCalendar, "holidays" | "ramadan"> | undefined,
  said: Pick<NationalCalendar, "holidays" | "ramadan">,
): YearDifference {
  const before = new Map((old ? daysOf(old) : []).map((each) => [keyOf(each), each]));
  const after = new Map(daysOf(said).map((each) => [keyOf(each), each]));
  return {
    added: [...after.values()].filter((each) => !before.has(keyOf(each))),
    removed: [...before.values()].filter((each) => !after.has(keyOf(each))),
    changed: [...after].flatMap(([key, to]) => {
      const from = before.get(key);
      return from && textOf(from) !== textOf(to) ? [{ from, to }] : [];
    }),
  };
}

/** All that is said of a year, by day. */
export function daysOf({
  holidays,
  ramadan,
}: Pick<NationalCalendar, "holidays" | "ramadan">): readonly SaidDay[] {
  const fasts = ramadan.map(({ from, until, source }): SaidDay => {
    return { kind: "ramadan", day: from, until, name: "Ramadan", source };
  });
  return [...holidays, ...fasts].toSorted((a, b) => a.day.localeCompare(b.day));
}

const keyOf = ({ day, kind }: SaidDay): string => `${day} ${kind}`;

const textOf = ({ day, until, name, source }: SaidDay): string =>
  `${until === undefined ? day : `${day} – ${until}`} ${name} (${source})`;

function changesOf({ added, removed, changed }: YearDifference): readonly FieldChange[] {
  return [
    ...added.map((each) => ({ field: each.kind, to: textOf(each) })),
    ...removed.map((each) => ({ field: each.kind, from: textOf(each) })),
    ...changed.map(({ from, to }) => ({ field: to.kind, from: textOf(from), to: textOf(to) })),
  ];
}
