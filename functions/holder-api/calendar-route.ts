import { dayOf } from "#shared/employee/employee.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";
import {
  calendarQuery,
  ownCalendarAnswer,
  spanOf,
  tellCalendar,
} from "#shared/workday/work-calendar-answers.ts";
import { calendarFor, type WorkCalendars } from "#shared/workday/work-calendars.ts";

export interface CalendarApi extends AskSession {
  readonly calendars: WorkCalendars;
}

/** On which days whoever is signed in works (decision 0100). */
export function calendarRoute(api: CalendarApi) {
  return route({
    method: "GET",
    path: "/api/me/calendar",
    summary:
      "The own working days of a year, without one of this year: holidays, days a week, hours of today",
    access: holder(api),
    query: calendarQuery,
    answers: { 200: ownCalendarAnswer },
    handle: async ({ principal: { employee }, query }) => {
      const today = dayOf(employee, api.clock.now());
      const year = query.year ?? Number(today.slice(0, 4));
      const calendar = await calendarFor(api.calendars, employee, spanOf(year));
      return ok(tellCalendar(calendar, { year, today }));
    },
  });
}
