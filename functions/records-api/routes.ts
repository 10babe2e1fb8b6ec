import * as z from "zod";
import { isOwnRecord } from "#shared/access/own-record.ts";
import { isReadOnly, mayEdit, type RoleHolder } from "#shared/access/principal.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import { withinUnit } from "#shared/agency/within-unit.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import { changeEmployee, replaceQr } from "#shared/employee/change-employee.ts";
import { type Employee, employeeId } from "#shared/employee/employee.ts";
import type { AccountLists, WritableEmployees } from "#shared/employee/employees.ts";
import { noteList } from "#shared/employee/note-list.ts";
import { openRecord } from "#shared/employee/open-record.ts";
import {
  type EmployeeAnswer,
  employeeAnswer,
  employeeListAnswer,
  historyAnswer,
} from "#shared/employee/record-answers.ts";
import {
  changeRequest,
  employeeChangeRequest,
  employeeSearch,
  historyQuery,
} from "#shared/employee/record-requests.ts";
import { searchEmployees } from "#shared/employee/search-employees.ts";
import { tellChanges, tellReadings } from "#shared/employee/tell-history.ts";
import { changeEntry, historyAnswerOf, readEntry } from "#shared/employee/told-entry.ts";
import { provenSource } from "#shared/evidence/evidence-proof.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import type { AskRole } from "#shared/session/require-session.ts";
import { editor, reader } from "./asking.ts";
import { employeeAnswerOf, employeeRow } from "./employee-answers.ts";

export interface RecordsApi extends AskRole {
  readonly employees: Pick<
    WritableEmployees,
    "find" | "findAll" | "idOf" | "search" | "save" | "digestOf"
  >;
  readonly accountRecords: AccountLists;
  readonly units: Pick<OrgUnits, "findByName" | "children">;
  /** How long a changed e-mail address receives no code, hours. */
  readonly newEmailWaitHours: number;
  readonly history: Pick<AuditTrail, "history" | "readings" | "noteReading">;
  readonly hmacKey: DerivedKeys;
}

const ofRecord = z.strictObject({ id: employeeId });

/** What an officer (BKPSDM) does with the records of the own instansi. */
export function recordsRoutes(api: RecordsApi) {
  return [...readingRoutes(api), ...changingRoutes(api)];
}

/** Long: a table, one entry for each route. */
function readingRoutes(api: RecordsApi) {
  const { clock } = api;
  const access = reader(api);
  return [
    route({
      // The search text is a name or a NIP. It is in the body, because access logs store addresses.
      method: "POST",
      readsOnly: true,
      path: "/api/officer/employees/search",
      summary: "People by NIP, or by words of their names, unit, kind, status, and what is missing",
      access,
      body: employeeSearch,
      answers: { 200: employeeListAnswer },
      handle: async ({ principal: by, body: { unit, cursor: from, ...query }, request }) => {
        // The log says who searched, never for what (decision 0014), because the text is a name or a NIP.
        request.note({ outcome: "records-searched" });
        await noteList(api, by);
        const within = unit === undefined ? by : await withinUnit(api, { unit, by });
        const page = await searchEmployees(api, { ...query, from, by: within });
        return ok({
          items: page.items.map((employee) => employeeRow(employee, clock.now())),
          unreadable: page.unreadable,
          ...(isReadOnly(by) && { readOnly: true as const }),
          ...(by.units === undefined && { wholeAgency: true as const }),
          ...(page.next ? { cursor: page.next } : {}),
        });
      },
    }),
    route({
      method: "GET",
      path: "/api/officer/employees/{id}",
      summary: "A record with the newest of its history",
      access,
      params: ofRecord,
      answers: { 200: employeeAnswer },
      handle: async ({ principal: by, params: { id } }) =>
        ok(await answerOf(api, await openRecord(api, { id, by }), by)),
    }),
    route({
      method: "GET",
      path: "/api/officer/employees/{id}/history",
      summary: "A page of a record's changes, or of who read it",
      access,
      params: ofRecord,
      query: historyQuery,
      answers: { 200: historyAnswer },
      handle: async ({ principal: by, params, query: { kind, cursor: from } }) => {
        // The history shows the record's old values, so opening it counts as a reading of the record.
        const { id } = await openRecord(api, { id: params.id, by });
        const told =
          kind === "reads"
            ? historyAnswerOf(await tellReadings(api, { id, from, by }), readEntry)
            : historyAnswerOf(await tellChanges(api, { id, from, by }), changeEntry);
        return ok(told);
      },
    }),
  ];
}

function changingRoutes(api: RecordsApi) {
  const stated = {
    access: editor(api),
    params: ofRecord,
    answers: { 200: employeeAnswer },
  } as const;
  return [
    route({
      ...stated,
      method: "PATCH",
      path: "/api/officer/employees/{id}",
      summary:
        "Changes fields of a record that one officer changes alone; 409 record-changed, request-mismatch, change-needs-two, change-needs-operators",
      body: employeeChangeRequest,
      handle: async ({ principal: by, params: { id }, body }) => {
        const source = await provenSource(api.hmacKey, body.source, {
          ...{ employeeId: id, by, now: api.clock.now() },
        });
        return ok(await answerOf(api, await changeEmployee(api, { ...body, id, by, source }), by));
      },
    }),
    route({
      ...stated,
      method: "POST",
      path: "/api/officer/employees/{id}/qr",
      summary: "Replaces the QR of a card that was lost or copied",
      body: changeRequest,
      handle: async ({ principal: by, params: { id }, body }) =>
        ok(await answerOf(api, await replaceQr(api, { id, by, ...body }), by)),
    }),
  ];
}

async function answerOf(
  api: RecordsApi,
  employee: Employee,
  by: RoleHolder,
): Promise<EmployeeAnswer> {
  const changes = await tellChanges(api, { id: employee.id, by });
  return employeeAnswerOf(employee, {
    history: historyAnswerOf(changes, changeEntry),
    locked: lockOf(employee, by),
    now: api.clock.now(),
    newEmailWaitHours: api.newEmailWaitHours,
  });
}

/** Why this reader cannot change the record; the use cases refuse by themselves. */
function lockOf(employee: Employee, by: RoleHolder): EmployeeAnswer["locked"] {
  if (!mayEdit(by, employee)) return "role";
  return isOwnRecord(employee.id, by) ? "own-record" : undefined;
}
