import * as z from "zod";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { changeEmployee, changeStatus, findOwn } from "#shared/employee/change-employee.ts";
import { cardStatus, type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import { editableFields } from "#shared/employee/employee-rules.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { searchEmployees } from "#shared/employee/search-employees.ts";
import type { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { ok } from "#shared/http/answers.ts";
import type { EmployeeAnswer, EmployeeListAnswer, EmployeeRow } from "#shared/http/contract.ts";
import { readBody, readQuery } from "#shared/http/read-body.ts";
import { type ApiEvent, pathParam, type Route } from "#shared/http/routes.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { officerOf, type Sessions } from "./officer-of.ts";

export interface OfficerApi extends Sessions {
  readonly employees: Pick<
    WritableEmployeeTable,
    "find" | "findByNip" | "search" | "save" | "revisionOf"
  >;
  readonly history: Pick<AuditTable, "history">;
}

const searchQuery = z.strictObject({
  q: z.string().max(140).default(""),
  status: z.enum(["active", "suspended", "ended"]).optional(),
  cursor: z.string().max(500).optional(),
});
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
const statusBody = z.strictObject({ ...request, kedudukanHukum: z.string() });

/** What an officer (BKPSDM) does with the records of the own instansi. */
export function officerRoutes(api: OfficerApi): Route[] {
  const { employees, clock } = api;

  async function answer(employee: Employee): Promise<EmployeeAnswer> {
    return employeeAnswer(employee, await api.history.history(employee.id), clock.now());
  }

  return [
    {
      method: "GET",
      path: "/api/officer/employees",
      handler: async (event) => {
        const officer = await officerOf(api, event);
        const { q, status, cursor } = readQuery(event, searchQuery);
        const page = await searchEmployees(
          { employees, clock },
          { q, status, from: cursor, by: officer },
        );
        const items = page.items.map((employee) => row(employee, clock.now()));
        return ok({
          items,
          ...(page.next ? { cursor: page.next } : {}),
        } satisfies EmployeeListAnswer);
      },
    },
    {
      method: "GET",
      path: "/api/officer/employees/{id}",
      handler: async (event) => {
        const officer = await officerOf(api, event);
        return ok(await answer(await findOwn(employees, idOf(event), officer)));
      },
    },
    {
      method: "PATCH",
      path: "/api/officer/employees/{id}",
      handler: async (event) => {
        const by = await officerOf(api, event);
        const body = readBody(event, changeBody);
        return ok(
          await answer(
            await changeEmployee({ employees, clock }, { id: idOf(event), by, ...body }),
          ),
        );
      },
    },
    {
      method: "POST",
      path: "/api/officer/employees/{id}/status",
      handler: async (event) => {
        const by = await officerOf(api, event);
        const body = readBody(event, statusBody);
        return ok(
          await answer(await changeStatus({ employees, clock }, { id: idOf(event), by, ...body })),
        );
      },
    },
  ];
}

function row(employee: Employee, now: Date): EmployeeRow {
  const { id, kind, golongan, jabatan, unitKerja } = employee;
  return {
    id,
    nip: groupNip(employee.nip),
    name: fullName(employee),
    kind,
    golongan,
    jabatan,
    unitKerja,
    status: cardStatus(employee, now),
  };
}

function employeeAnswer(
  employee: Employee,
  history: readonly AuditEntry[],
  now: Date,
): EmployeeAnswer {
  const {
    name,
    gelarDepan,
    gelarBelakang,
    email,
    phone,
    tmt,
    contractEnd,
    kedudukanHukum,
    instansi,
    revision,
  } = employee;
  return {
    ...row(employee, now),
    bareName: name,
    ...(gelarDepan ? { gelarDepan } : {}),
    ...(gelarBelakang ? { gelarBelakang } : {}),
    email,
    ...(phone ? { phone } : {}),
    tmt,
    ...(contractEnd ? { contractEnd } : {}),
    kedudukanHukum,
    instansi,
    revision,
    hasPhoto: employee.photoId !== undefined,
    history: history.map(({ revision: at, actor, ...entry }) => ({
      revision: at,
      at: entry.at,
      by: actor.role,
      action: entry.action,
      ...(entry.reason === undefined ? {} : { reason: entry.reason }),
      changes: entry.changes.map(({ field, from, to }) => ({
        field,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      })),
    })),
  };
}

function idOf(event: ApiEvent): EmployeeId {
  const id = pathParam(event, "id");
  if (!id.startsWith("emp_")) throw new NotFound("No such employee.");
  return id as EmployeeId;
}
