const months = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/** «VI», as numbers of offices have it. @param day "2027-06-30" */
export function romanMonth(day: string): string {
  return months[Number(day.slice(5, 7)) - 1] ?? "";
}
