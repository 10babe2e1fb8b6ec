/** Days as people write them here (DD/MM/YYYY). Pure. */

/** "17/08/1990" of "1990-08-17"; what is no day stays as it was typed. */
export function typedDay(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.split("-").reverse().join("/") : value;
}

/** "1990-08-17" of "17/8/1990" and "17081990"; undefined when the calendar has no such day. */
export function dayTyped(text: string): string | undefined {
  const [, day = "", month = "", year = ""] =
    /^\s*(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})\s*$/.exec(text) ??
    // Keys for numbers may have no stroke.
    /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text) ??
    [];
  const found = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const read = new Date(`${found}T00:00:00Z`);
  // A browser takes 31 February for 2 March.
  const isReal = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(found);
  return isReal ? found : undefined;
}
