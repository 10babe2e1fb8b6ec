/** On which days of the week people work, and how long: a rule of law, and who differs from it by whose word (decision 0100). */
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import { foldWords } from "#shared/employee/folding.ts";
import { calendarDay, holiday, longestWords } from "./holiday.ts";

/** How many days of a week somebody works from a day on. Without unit and person it is the whole agency's. */
const workPattern = z.strictObject({
  /** Whose records stand under this name; units below it say their own. */
  unitKerja: z.string().min(1).max(200).exactOptional(),
  person: employeeId.exactOptional(),
  from: calendarDay,
  /** The last day; absent: until another one of the same people begins. */
  until: calendarDay.exactOptional(),
  daysPerWeek: z.literal([5, 6]),
  source: z.string().min(1).max(longestWords),
});
export type WorkPattern = Readonly<z.infer<typeof workPattern>>;

/** An item of DynamoDB has 400 KB («Service, account, and table quotas», Amazon DynamoDB Developer Guide): both lists at their longest have less. */
export const [mostHolidays, mostPatterns] = [200, 300] as const;

/** What an agency adds to the country's calendar. */
export const agencyCalendar = z.object({
  instansiId: z.string(),
  holidays: z.array(holiday).max(mostHolidays).readonly(),
  patterns: z.array(workPattern).max(mostPatterns).readonly(),
  /** Counts its changes, from 1. */
  revision: z.int(),
});
export type AgencyCalendar = Readonly<z.infer<typeof agencyCalendar>>;

/** Somebody whose days are asked for; without an id, the people of a unit. */
export interface Worker {
  readonly instansiId: string;
  readonly unitKerja: string;
  readonly id?: string;
}

/** What Perpres 21/2023 says where nobody has said otherwise. */
const ofTheLaw: WorkPattern = {
  daysPerWeek: 5,
  // It is in force since the day of its promulgation; what counted before was five days too (Keppres 68/1995).
  from: "1995-01-01",
  source: "Perpres 21/2023 pasal 3",
};

/** The patterns that are said of somebody: the most special first, and of these the one that began last. */
export function patternsOf(
  worker: Worker,
  patterns: readonly WorkPattern[],
): readonly WorkPattern[] {
  const unit = keyOf(worker.unitKerja);
  return patterns
    .map((pattern) => ({ pattern, rank: rankOf(pattern, worker, unit) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || (a.pattern.from < b.pattern.from ? 1 : -1))
    .map(({ pattern }) => pattern);
}

/** The pattern of a day. @param said as `patternsOf` gives them */
export function patternOn(day: string, said: readonly WorkPattern[]): WorkPattern {
  return said.find(({ from, until }) => from <= day && day <= (until ?? day)) ?? ofTheLaw;
}

/** 3: said of the person, 2: of the unit, 1: of the agency, 0: of others. */
function rankOf({ person, unitKerja }: WorkPattern, worker: Worker, unit: string): number {
  if (person !== undefined) return person === worker.id ? 3 : 0;
  if (unitKerja === undefined) return 1;
  return keyOf(unitKerja) === unit ? 2 : 0;
}

const keyOf = (name: string): string => foldWords(name).join(" ");
