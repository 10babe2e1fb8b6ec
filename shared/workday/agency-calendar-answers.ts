/** An agency's calendar as its officers read it. */
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import { calendarDay, holiday, ramadan } from "./holiday.ts";

/** Of everybody without `unitKerja` and `person`. */
const pattern = z.strictObject({
  unitKerja: z.string().exactOptional(),
  /** No unit has this name any more: nobody is meant. */
  isUnitUnknown: z.literal(true).exactOptional(),
  /** Without a name: who works in another agency now. */
  person: z.strictObject({ id: employeeId, name: z.string().exactOptional() }).exactOptional(),
  from: calendarDay,
  until: calendarDay.exactOptional(),
  daysPerWeek: z.literal([5, 6]),
  source: z.string(),
});
export type ToldPattern = z.infer<typeof pattern>;

/** What the agency adds, in all years. */
export const agencyCalendarAnswer = z.strictObject({
  /** 0 while there is nothing. What is changed is changed of this revision. */
  revision: z.int(),
  holidays: z.array(holiday).readonly(),
  patterns: z.array(pattern).readonly(),
});
export type AgencyCalendarAnswer = z.infer<typeof agencyCalendarAnswer>;

export const officerCalendarAnswer = z.strictObject({
  ...agencyCalendarAnswer.shape,
  /** Of the country, in one year. */
  national: z.strictObject({
    year: z.int(),
    /** False while nobody has said the year's holidays. */
    isKnown: z.boolean(),
    holidays: z.array(holiday).readonly(),
    ramadan: z.array(ramadan).readonly(),
  }),
  readOnly: z.literal(true).exactOptional(),
});
export type OfficerCalendarAnswer = z.infer<typeof officerCalendarAnswer>;
