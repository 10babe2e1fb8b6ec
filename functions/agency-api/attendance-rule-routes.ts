import { isReadOnly } from "#shared/access/principal.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import {
  pinsAnswer,
  pinsRequest,
  readingsAnswer,
  readingsRequest,
  rulesAnswer,
  rulesRequest,
} from "#shared/attendance/attendance-answers.ts";
import { type AgencyRules, noRules } from "#shared/attendance/attendance-rules.ts";
import { attendanceTermsOn } from "#shared/attendance/attendance-terms.ts";
import { changeRules } from "#shared/attendance/change-rules.ts";
import { type GivePins, givePins } from "#shared/attendance/give-pins.ts";
import { type ImportReadings, importReadings } from "#shared/attendance/import-readings.ts";
import { linesOf } from "#shared/attendance/tell-months.ts";
import { dayOf } from "#shared/employee/employee.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

interface RuleApi extends AskRole, ImportReadings {
  readonly attendanceRules: GivePins["attendanceRules"];
  readonly employees: AskRole["employees"] & GivePins["employees"];
}

const base = "/api/officer/agency/attendance";

/** Of who works for the whole agency. Long: a table, one entry for each route. */
export function attendanceRuleRoutes(api: RuleApi) {
  const told = (rules: AgencyRules) => {
    const { instansiId: _, revision, ...details } = rules;
    return { revision, details, terms: attendanceTermsOn(dayOf({}, api.clock.now()), rules.terms) };
  };
  return [
    route({
      method: "GET",
      path: `${base}/rules`,
      summary: "Machines, schedules and terms of the own agency; for who works for all of it",
      access: roleHolder(api, "petugas", "penyetuju"),
      answers: { 200: rulesAnswer },
      handle: async ({ principal: by }) => {
        const instansiId = wholeAgencyOf(by);
        const rules = (await api.attendanceRules.find(instansiId)) ?? noRules(instansiId);
        return ok({ ...told(rules), ...(isReadOnly(by) && { readOnly: true as const }) });
      },
    }),
    route({
      method: "POST",
      path: `${base}/rules`,
      summary: "Says them anew; 409 attendance-changed",
      access: roleHolder(api, "petugas"),
      body: rulesRequest,
      answers: { 200: rulesAnswer },
      handle: async ({ principal: by, body: { revision, reason, ...details } }) => {
        const rules = await changeRules(api, { by, revision, reason, details });
        logger.info("attendance.rules", { instansiId: rules.instansiId });
        return ok(told(rules));
      },
    }),
    route({
      method: "POST",
      path: `${base}/pins`,
      summary: "Says whose numbers of a machine are; 409 attendance-changed",
      access: roleHolder(api, "petugas"),
      body: pinsRequest,
      answers: { 200: pinsAnswer },
      handle: async ({ principal: by, body }) => ok(await givePins(api, { ...body, by })),
    }),
    route({
      method: "POST",
      path: `${base}/readings`,
      summary: "Takes a part of a machine's file; it may be sent again",
      access: roleHolder(api, "petugas"),
      body: readingsRequest,
      answers: { 200: readingsAnswer },
      handle: async ({ principal: by, body }) => {
        const { people: _, ...part } = body;
        const told = await importReadings(api, { by, part: { ...part, lines: linesOf(body) } });
        const { readings, added } = told;
        logger.info("attendance.imported", { instansiId: by.instansiId, readings, added });
        return ok(told);
      },
    }),
  ];
}
