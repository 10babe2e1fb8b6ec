import { isReadOnly } from "#shared/access/principal.ts";
import {
  type AccountRow,
  accountExportAnswer,
  accountExportRequest,
  accountListAnswer,
  accountListQuery,
} from "#shared/account/account-list-answers.ts";
import type { AccountList } from "#shared/account/account-lists.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import { exportAccounts, type ListedAccount, listAccounts } from "#shared/account/list-accounts.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import { fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { AskRole } from "#shared/session/require-session.ts";
import { reader } from "./asking.ts";

export interface AccountListApi extends AskRole {
  readonly employees: Pick<Employees, "find" | "findAll" | "listed">;
  readonly accountRecords: Pick<AccountRecords, "list">;
  readonly history: Pick<AuditTrail, "noteReading">;
  readonly limits: Pick<RateLimits, "count">;
}

/** Accounts that somebody has to look at, in the reader's agency or units: on a page, and as a file. */
export function accountListRoutes(api: AccountListApi) {
  const access = reader(api);
  return [
    route({
      method: "GET",
      path: "/api/officer/accounts",
      summary: "A page of the accounts in one list, longest in it first",
      access,
      query: accountListQuery,
      answers: { 200: accountListAnswer },
      handle: async ({ principal: by, query: { list, cursor: from } }) => {
        const { items, next, unreadable } = await listAccounts(api, { list, from, by });
        return ok({
          ...{ items: items.map(rowOf), unreadable, ...(next && { cursor: next }) },
          ...(isReadOnly(by) && { readOnly: true as const }),
        });
      },
    }),
    route({
      // It changes nothing but the history, which says who took the list. So a foreign page must not send it.
      method: "POST",
      path: "/api/officer/accounts/export",
      summary: "A list of accounts for a file, 5,000 at most; noted in the history",
      access,
      body: accountExportRequest,
      answers: { 200: accountExportAnswer },
      handle: async ({ principal: by, body: { list } }) => {
        const { items, next, unreadable } = await exportAccounts(api, { list, by });
        logger.info("accounts.exported", traceOf(by, list, items.length));
        return ok({ items: items.map(rowOf), unreadable, isCut: next !== undefined });
      },
    }),
  ];
}

/** Fields that are not named here are never sent. */
export function rowOf({ employee, since }: ListedAccount): AccountRow {
  const { id, nip, unitKerja } = employee;
  return { id, nip: groupNip(nip), name: fullName(employee), unitKerja, since };
}

function traceOf(
  by: { readonly employeeId: string; readonly instansiId: string },
  list: AccountList,
  rows: number,
) {
  return { officerId: by.employeeId, instansiId: by.instansiId, list, rows };
}
