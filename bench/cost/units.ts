/** What AWS charges for, in its own units. */
export const units = [
  "apiRequests",
  "invocations",
  "gbSeconds",
  "readUnits",
  "writeUnits",
  "kmsRequests",
  "kmsSignatures",
  "s3Writes",
  "s3Reads",
  "recordedWrites",
  "recordedReads",
  "sqsRequests",
  "mails",
  "logBytes",
  "answerBytes",
] as const;

export type Unit = (typeof units)[number];

/** What people do, and what runs by itself. */
export const flows = [
  "login",
  "look",
  "check",
  "change",
  "photo",
  "activation",
  "idleDay",
] as const;

export type Flow = (typeof flows)[number];

/** How much of each; what is not there is none. */
export type Counts = Readonly<Partial<Record<Unit, number>>>;

export function sum(counts: readonly Counts[]): Counts {
  return Object.fromEntries(
    units.map((unit) => [unit, counts.reduce((total, each) => total + (each[unit] ?? 0), 0)]),
  );
}

export function times(counts: Counts, factor: number): Counts {
  return Object.fromEntries(units.map((unit) => [unit, (counts[unit] ?? 0) * factor]));
}
