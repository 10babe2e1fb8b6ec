import * as z from "zod";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { changeEmployee, changeStatus, replaceQr } from "#shared/employee/change-employee.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { editableFields } from "#shared/employee/employee-rules.ts";
import { openRecord } from "#shared/employee/open-record.ts";
import { searchEmployees } from "#shared/employee/search-employees.ts";
import { tellChanges, tellReadings } from "#shared/employee/tell-history.ts";
import type { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { ok } from "#shared/http/answers.ts";
import type { EmployeeAnswer, EmployeeListAnswer } from "#shared/http/contract.ts";
import { readBody, readQuery } from "#shared/http/read-body.ts";
import { type ApiEvent, pathParam, type Route } from "#shared/http/routes.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import type { AskRole, RoleHolder } from "#shared/session/require-session.ts";
import { isReadOnly, mayEdit, requireEditor, requireReader } from "./asking.ts";
import {
  changeEntry,
  employeeAnswer,
  employeeRow,
  historyAnswer,
  readEntry,
} from "./employee-answers.ts";

export interface RecordsApi extends AskRole {
  readonly employees: Pick<
    WritableEmployeeTable,
    "find" | "findAll" | "idOf" | "search" | "save" | "digestOf"
  >;
  /** How long a changed e-mail address receives no code, hours. */
  readonly newEmailWaitHours: number;
  readonly history: Pick<AuditTable, "history" | "readings" | "noteReading">;
}

const searchBody = z.strictObject({
  q: z.string().max(140).default(""),
  status: z.enum(["active", "suspended", "ended"]).optional(),
  cursor: z.string().max(500).optional(),
});
const historyQuery = z.union([
  z.strictObject({
    kind: z.literal("changes").default("changes"),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
  }),
  z.strictObject({ kind: z.literal("reads"), cursor: z.string().min(1).max(100).optional() }),
]);
const request = {
  revision: z.int().min(1),
  requestId: z.uuid(),
  reason: z.string().max(500),
};
const changeBody = z.strictObject({
  ...request,
  changes: z.strictObject(
    Object.fromEntries(editableFields.map((field) => [field, z.string().optional()])),
  ),
});
const replaceQrBody = z.strictObject(request);
const statusBody = z.strictObject({ ...request, kedudukanHukum: z.string() });

/** What an officer (BKPSDM) does with the records of the own instansi. */
export function recordsRoutes(api: RecordsApi): Route[] {
  const { employees, clock } = api;

  async function answer(employee: Employee, by: RoleHolder): Promise<EmployeeAnswer> {
    const changes = await tellChanges(api, { id: employee.id, by });
    return employeeAnswer(employee, {
      history: historyAnswer(changes, changeEntry),
      locked: lockOf(employee, by),
      now: clock.now(),
      newEmailWaitHours: api.newEmailWaitHours,
    });
  }

  return [
    {
      // Reads only. What is searched for is a name or a NIP, so it travels in the body: an address is kept in access logs.
      method: "POST",
      path: "/api/officer/employees/search",
      handler: async (event) => {
        const officer = await requireReader(api, event);
        const { q, status, cursor } = readBody(event, searchBody);
        const page = await searchEmployees(
          { employees, clock },
          { q, status, from: cursor, by: officer },
        );
        const items = page.items.map((employee) => employeeRow(employee, clock.now()));
        return ok({
          items,
          unreadable: page.unreadable,
          ...(isReadOnly(officer) ? { readOnly: true } : {}),
          ...(page.next ? { cursor: page.next } : {}),
        } satisfies EmployeeListAnswer);
      },
    },
    {
      method: "GET",
      path: "/api/officer/employees/{id}",
      handler: async (event) => {
        const by = await requireReader(api, event);
        return ok(await answer(await openRecord(api, { id: idOf(event), by }), by));
      },
    },
    {
      method: "GET",
      path: "/api/officer/employees/{id}/history",
      handler: async (event) => {
        const by = await requireReader(api, event);
        const { kind, cursor: from } = readQuery(event, historyQuery);
        // It tells what stood in the record, so it is a reading of it, also by who asks for it alone.
        const { id } = await openRecord(api, { id: idOf(event), by });
        const told =
          kind === "reads"
            ? historyAnswer(await tellReadings(api, { id, from, by }), readEntry)
            : historyAnswer(await tellChanges(api, { id, from, by }), changeEntry);
        return ok(told);
      },
    },
    {
      method: "PATCH",
      path: "/api/officer/employees/{id}",
      handler: async (event) => {
        const by = await requireEditor(api, event);
        const body = readBody(event, changeBody);
        return ok(
          await answer(
            await changeEmployee({ employees, clock }, { id: idOf(event), by, ...body }),
            by,
          ),
        );
      },
    },
    {
      method: "POST",
      path: "/api/officer/employees/{id}/status",
      handler: async (event) => {
        const by = await requireEditor(api, event);
        const body = readBody(event, statusBody);
        return ok(
          await answer(
            await changeStatus({ employees, clock }, { id: idOf(event), by, ...body }),
            by,
          ),
        );
      },
    },
    {
      method: "POST",
      path: "/api/officer/employees/{id}/qr",
      handler: async (event) => {
        const by = await requireEditor(api, event);
        const body = readBody(event, replaceQrBody);
        return ok(
          await answer(await replaceQr({ employees, clock }, { id: idOf(event), by, ...body }), by),
        );
      },
    },
  ];
}

/** Why this reader cannot change the record; the use cases refuse by themselves. */
function lockOf(employee: Employee, by: RoleHolder): EmployeeAnswer["locked"] {
  if (!mayEdit(by, employee)) return "role";
  return employee.id === by.employeeId ? "own-record" : undefined;
}

function idOf(event: ApiEvent): EmployeeId {
  const id = pathParam(event, "id");
  if (!id.startsWith("emp_")) throw new NotFound("No such employee.");
  return id as EmployeeId;
}
