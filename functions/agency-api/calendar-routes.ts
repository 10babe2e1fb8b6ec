import { isReadOnly } from "#shared/access/principal.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import { dayIn, usualZone } from "#shared/runtime/zone.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";
import {
  agencyCalendarAnswer,
  type OfficerCalendarAnswer,
  officerCalendarAnswer,
} from "#shared/workday/agency-calendar-answers.ts";
import { calendarChangeRequest } from "#shared/workday/calendar-change.ts";
import {
  type ChangeAgencyCalendar,
  changeAgencyCalendar,
} from "#shared/workday/change-agency-calendar.ts";
import {
  type TellAgencyCalendar,
  tellAgencyCalendar,
} from "#shared/workday/tell-agency-calendar.ts";
import { calendarQuery } from "#shared/workday/work-calendar-answers.ts";
import type { WritableWorkCalendars } from "#shared/workday/work-calendars.ts";

export interface AgencyCalendarApi extends AskRole, ChangeAgencyCalendar, TellAgencyCalendar {
  readonly calendars: Pick<WritableWorkCalendars, "national" | "agency" | "saveAgency">;
  readonly employees: AskRole["employees"] &
    ChangeAgencyCalendar["employees"] &
    TellAgencyCalendar["employees"];
}

/** Which days the own agency works: read by who works for all of it, changed by its petugas (decision 0107). */
export function calendarRoutes(api: AgencyCalendarApi) {
  return [
    route({
      method: "GET",
      path: "/api/officer/agency/calendar",
      summary: "Days off and patterns of the own agency, and a year's days of the country",
      access: roleHolder(api, "petugas", "penyetuju"),
      query: calendarQuery,
      answers: { 200: officerCalendarAnswer },
      handle: async ({ principal: by, query }) => {
        const year = query.year ?? Number(dayIn(usualZone, api.clock.now()).slice(0, 4));
        const told = await tellBoth(api, wholeAgencyOf(by), year);
        return ok({ ...told, ...(isReadOnly(by) && { readOnly: true as const }) });
      },
    }),
    route({
      method: "PATCH",
      path: "/api/officer/agency/calendar",
      summary:
        "Adds or takes away days off or a pattern of the own agency; 403 own-record; 409 calendar-changed",
      access: roleHolder(api, "petugas"),
      body: calendarChangeRequest,
      answers: { 200: agencyCalendarAnswer },
      handle: async ({ principal: by, body }) => {
        const own = await changeAgencyCalendar(api, by, body);
        logger.info("calendar.changed", { instansiId: own.instansiId, action: body.change.action });
        return ok(await tellAgencyCalendar(api, own));
      },
    }),
  ];
}

async function tellBoth(
  api: AgencyCalendarApi,
  instansiId: string,
  year: number,
): Promise<OfficerCalendarAnswer> {
  const { calendars } = api;
  const [own, national] = await Promise.all([
    calendars.agency(instansiId),
    calendars.national(year),
  ]);
  const none = { instansiId, revision: 0, holidays: [], patterns: [] };
  const { holidays = [], ramadan = [] } = national ?? {};
  return {
    ...(await tellAgencyCalendar(api, own ?? none)),
    national: { year, isKnown: national !== undefined, holidays, ramadan },
  };
}
