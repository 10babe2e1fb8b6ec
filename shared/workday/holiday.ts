/** Days on which nobody works, each with the decree that says so (decision 0100). */
import * as z from "zod";
import { calendarYears } from "./calendar-years.ts";

/** What of the country, and what of a province, regency or agency. Cuti bersama is no holiday by law, but nobody works on it (PP 11/2017, article 333). */
const nationalKinds = ["libur-nasional", "cuti-bersama"] as const;
const holidayKinds = [...nationalKinds, "libur-daerah"] as const;
export type HolidayKind = (typeof holidayKinds)[number];

/** A calendar day, "2026-03-21": it has no clock, and is the same one in every zone. */
export const calendarDay = z.iso.date();

/** Of the name of a day, and of what says it. */
export const longestWords = 200;
const words = z.string().min(1).max(longestWords);

const said = { day: calendarDay, name: words, source: words };
const nationalHoliday = z.strictObject({ ...said, kind: z.enum(nationalKinds) });
export const holiday = z.strictObject({ ...said, kind: z.enum(holidayKinds) });
export type Holiday = Readonly<z.infer<typeof holiday>>;

/** From one day to another, both counted. */
export const ramadan = z.strictObject({ from: calendarDay, until: calendarDay, source: words });

const calendarYear = z.int().min(calendarYears.first).max(calendarYears.last);

/** The days of a year for the whole country, kept by operators. */
export const nationalCalendar = z.object({
  year: calendarYear,
  /** By day; one of each kind at most on a day. */
  holidays: z.array(nationalHoliday).max(100).readonly(),
  /** Its fast, in which hours are shorter. In some years two begin; one over New Year is said in both years. */
  ramadan: z.array(ramadan).max(2).readonly(),
  /** Counts its changes, from 1. */
  revision: z.int(),
});
export type NationalCalendar = Readonly<z.infer<typeof nationalCalendar>>;
