import * as z from "zod";
import { mayEdit } from "#shared/access/principal.ts";
import { personId } from "#shared/access/role.ts";
import {
  closingAnswer,
  closingRequest,
  correctionRequest,
  monthAnswer,
  monthQuery,
  openingRequest,
  recapAnswer,
  recapQuery,
  sheetQuery,
} from "#shared/attendance/attendance-answers.ts";
import { noRules } from "#shared/attendance/attendance-rules.ts";
import {
  type ChangeMonths,
  closeUnit,
  correctMonth,
  openMonth,
} from "#shared/attendance/change-months.ts";
import type { GivePins } from "#shared/attendance/give-pins.ts";
import type { ImportReadings } from "#shared/attendance/import-readings.ts";
import {
  judgeTheirMonths,
  monthOfPerson,
  monthsOfUnit,
  unitPages,
} from "#shared/attendance/people-months.ts";
import { recapFile, tellMonth, tellRow } from "#shared/attendance/tell-months.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { type NoteList, noteList } from "#shared/employee/note-list.ts";
import { noteOpened } from "#shared/employee/open-record.ts";
import { image, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, holder, roleHolder } from "#shared/session/require-session.ts";
import { attendanceRuleRoutes } from "./attendance-rule-routes.ts";

interface AttendanceApi extends AskRole, ChangeMonths, ImportReadings, NoteList {
  readonly months: ChangeMonths["months"];
  readonly attendanceRules: GivePins["attendanceRules"];
  readonly employees: AskRole["employees"] & ChangeMonths["employees"] & GivePins["employees"];
}

const base = "/api/officer/agency/attendance";
const params = z.strictObject({ id: personId });

/** Attendance: machines and what they told, months of people, and what officers do with them (decisions 0110, 0115). */
export function attendanceRoutes(api: AttendanceApi) {
  return [
    ...attendanceRuleRoutes(api),
    ...readingRoutes(api),
    ...changingRoutes(api),
    ownMonth(api),
  ];
}

/** Long: a table, one entry for each route. */
function readingRoutes(api: AttendanceApi) {
  const access = roleHolder(api, "petugas", "penyetuju");
  return [
    route({
      method: "GET",
      path: `${base}/recap`,
      summary: "The month of a unit's people in figures, a page of them; 404 of other units",
      access,
      query: recapQuery,
      answers: { 200: recapAnswer },
      handle: async ({ principal: by, query: { cursor: after, ...asked } }) => {
        await noteList(api, by);
        const { months, next } = await monthsOfUnit(api, by, { ...asked, after });
        const isOwn = mayEdit(by, { instansiId: by.instansiId, unitKerja: asked.unit });
        return ok({
          items: months.map(tellRow),
          ...(next && { cursor: next }),
          ...(!isOwn && { readOnly: true as const }),
        });
      },
    }),
    route({
      method: "GET",
      path: `${base}/sheet`,
      summary: "The same as a file, of the whole unit",
      access,
      query: sheetQuery,
      answers: { 200: "application/octet-stream" },
      handle: async ({ principal: by, query: { format, ...asked } }) => {
        await noteList(api, by);
        const rules = (await api.attendanceRules.find(by.instansiId)) ?? noRules(by.instansiId);
        const { month } = asked;
        const bytes = await recapFile(unitPages(api, by, asked), { month, format, rules });
        return image(fileTypes[format], bytes, {
          "content-disposition": `attachment; filename="presensi-${month}.${format}"`,
          "cache-control": "private, no-store",
        });
      },
    }),
    route({
      method: "GET",
      path: `${base}/people/{id}`,
      summary: "A month of one person, day by day",
      access,
      params,
      query: monthQuery,
      answers: { 200: monthAnswer },
      handle: async ({ principal: by, params: { id }, query: { month } }) => {
        const { its, rules } = await monthOfPerson(api, by, { person: id, month });
        await noteOpened(api, its.person, by);
        const isOwn = id === by.employeeId || !mayEdit(by, its.person);
        return ok({
          ...tellMonth(its, rules, api.clock.now()),
          ...(isOwn && { readOnly: true as const }),
        });
      },
    }),
  ];
}

const fileTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Long: a table, one entry for each route. */
function changingRoutes(api: AttendanceApi) {
  const access = roleHolder(api, "petugas");
  const afterwards = async (
    person: EmployeeId,
    by: Parameters<typeof monthOfPerson>[1],
    month: string,
  ) => {
    const { its, rules } = await monthOfPerson(api, by, { person, month });
    return ok(tellMonth(its, rules, api.clock.now()));
  };
  return [
    route({
      method: "POST",
      path: `${base}/people/{id}/corrections`,
      summary:
        "Puts a day right, or takes that back; 403 own-record; 409 attendance-changed, month-closed",
      access,
      params,
      body: correctionRequest,
      answers: { 200: monthAnswer },
      handle: async ({ principal: by, params: { id }, body }) => {
        await correctMonth(api, { ...body, by, person: id });
        logger.info("attendance.corrected", { employeeId: id });
        return await afterwards(id, by, body.month);
      },
    }),
    route({
      method: "POST",
      path: `${base}/closings`,
      summary: "Locks the months of a page of a unit's people; it may be sent again",
      access,
      body: closingRequest,
      answers: { 200: closingAnswer },
      handle: async ({ principal: by, body }) => {
        const told = await closeUnit(api, by, body);
        logger.info("attendance.closed", { instansiId: by.instansiId, closed: told.closed });
        return ok(told);
      },
    }),
    route({
      method: "POST",
      path: `${base}/people/{id}/openings`,
      summary: "Opens a locked month; 403 own-record; 409 attendance-changed, next-month-closed",
      access,
      params,
      body: openingRequest,
      answers: { 200: monthAnswer },
      handle: async ({ principal: by, params: { id }, body }) => {
        await openMonth(api, { ...body, by, person: id });
        logger.info("attendance.opened", { employeeId: id });
        return await afterwards(id, by, body.month);
      },
    }),
  ];
}

/** The own month of whoever is signed in. */
function ownMonth(api: AttendanceApi) {
  return route({
    method: "GET",
    path: "/api/officer/agency/own-attendance",
    summary: "The own month of attendance, day by day; for everybody who is signed in",
    access: holder(api),
    query: monthQuery,
    answers: { 200: monthAnswer },
    handle: async ({ principal: { employee }, query: { month } }) => {
      const { instansiId } = employee;
      const { rules, months } = await judgeTheirMonths(api, [employee], { instansiId, month });
      const [its] = months;
      if (!its) throw new Error("A month is missing.");
      const told = tellMonth(its, rules, api.clock.now());
      // Thresholds are shown to superiors and officers alone.
      const { reached: _reached, ...recap } = told.recap;
      const hasGate = rules.machines.some(({ kind }) => kind === "gate");
      return ok({
        ...{ ...told, recap, readOnly: true as const },
        ...(hasGate && { hasGate: true as const }),
      });
    },
  });
}
