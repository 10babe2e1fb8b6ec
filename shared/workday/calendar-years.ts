/** The years that have a calendar. Pure: the pages read it too. */
export const calendarYears = { first: 2020, last: 2099 } as const;
