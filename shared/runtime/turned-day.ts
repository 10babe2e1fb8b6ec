/** "01-04-2027" of "2027-04-01", as people write a day here; and back. Pure. */
export function turnedDay(day: string): string {
  return day.split("-").reverse().join("-");
}

/** "31/12/2026" of "2026-12-31", as people type days here; not for files that come back. */
export function writtenDay(day: string): string {
  return turnedDay(day).replaceAll("-", "/");
}
