/** "01-04-2027" of "2027-04-01", as people write a day here; and back. Pure. */
export function turnedDay(day: string): string {
  return day.split("-").reverse().join("-");
}
