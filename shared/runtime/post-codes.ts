/** Problems with fields of who decides and of when an agency works. */

/** Why a post that decides cannot be so. */
export const postFieldCodes = [
  "post-unknown",
  "post-circle",
  "post-own-holder",
  "stand-ins-meet",
] as const;
export type PostFieldCode = (typeof postFieldCodes)[number];

/** Why a day or a pattern cannot be in a calendar. */
export const calendarFieldCodes = [
  "day-outside-calendar",
  "span-backwards",
  "calendar-full",
] as const;
export type CalendarFieldCode = (typeof calendarFieldCodes)[number];
