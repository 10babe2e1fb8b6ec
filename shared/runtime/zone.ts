/** Indonesia's time zones, west to east: UTC+7, +8, +9 (Keppres 41/1987). */
export const zones = ["WIB", "WITA", "WIT"] as const;
export type Zone = (typeof zones)[number];
export const usualZone: Zone = "WIB";
