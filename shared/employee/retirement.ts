import { birthDateOf } from "./bkn-checks.ts";
import type { Employee } from "./employee.ts";

/** The same day, years later; 29 February becomes the day after it. */
export function yearsAfter(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return dayOf(Date.UTC(year + years, month - 1, date));
}

/** The first day of retirement, as decisions date it: the first of the month after the one in which the age is reached. */
export function retiresOn(
  { birthDate, nip }: Pick<Employee, "birthDate" | "nip">,
  age: number,
): string {
  const [year = 0, month = 1] = (birthDate ?? birthDateOf(nip)).split("-").map(Number);
  return dayOf(Date.UTC(year + age, month, 1));
}

/** "YYYY-MM-DD", so many days later; earlier where the number is below zero. */
export function daysAfter(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return dayOf(Date.UTC(year, month - 1, date + days));
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
