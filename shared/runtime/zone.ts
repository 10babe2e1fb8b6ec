/** Indonesia's time zones, west to east: UTC+7, +8, +9 (Keppres 41/1987). */
export const zones = ["WIB", "WITA", "WIT"] as const;
export type Zone = (typeof zones)[number];
export const usualZone: Zone = "WIB";

const hoursAhead = { WIB: 7, WITA: 8, WIT: 9 } as const satisfies Record<Zone, number>;

/** What clocks of a zone say: "2026-11-26T09:14". */
export function clockIn(zone: Zone, at: Date): string {
  return new Date(at.getTime() + hoursAhead[zone] * 3_600_000).toISOString().slice(0, 16);
}

/** The same to the second, as readings of machines have it: "2026-11-26T09:14:05". */
export function secondIn(zone: Zone, at: Date): string {
  return new Date(at.getTime() + hoursAhead[zone] * 3_600_000).toISOString().slice(0, 19);
}

/** The calendar day in a zone: "2026-11-26". */
export function dayIn(zone: Zone, at: Date): string {
  return clockIn(zone, at).slice(0, 10);
}

/** The day where it begins first: nowhere in the country is it a later one. */
export function latestDay(at: Date): string {
  return dayIn("WIT", at);
}

/** The instant at which a day begins in a zone. @param day "2026-11-26" */
export function midnightIn(zone: Zone, day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - hoursAhead[zone] * 3_600_000);
}

/** As a record keeps its zone: the usual one is not said. */
export function saidZone(zone: Zone): Zone | undefined {
  return zone === usualZone ? undefined : zone;
}

/** The same for a file's name: "2026-11-26_0914". */
export function fileStamp(zone: Zone, at: Date): string {
  return clockIn(zone, at).replace("T", "_").replace(":", "");
}
