import { isReadOnly } from "#shared/access/principal.ts";
import {
  type AccountRow,
  accountListAnswer,
  accountListQuery,
} from "#shared/account/account-list-answers.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import { type ListedAccount, listAccounts } from "#shared/account/list-accounts.ts";
import type { RefusedPhotos } from "#shared/account/refused-photos.ts";
import { fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { type NoteList, noteList } from "#shared/employee/note-list.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import type { AskRole } from "#shared/session/require-session.ts";
import { reader } from "./asking.ts";

export interface AccountListApi extends AskRole, NoteList {
  readonly employees: Pick<Employees, "find" | "findAll" | "listed">;
  readonly accountRecords: Pick<AccountRecords, "list">;
  readonly photos: RefusedPhotos;
}

/** Accounts that somebody has to look at, in the reader's agency or units. As a file they are an export (decision 0045). */
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
        await noteList(api, by);
        const { items, next, unreadable } = await listAccounts(api, { list, from, by });
        return ok({
          ...{ items: items.map(rowOf), unreadable, ...(next && { cursor: next }) },
          ...(isReadOnly(by) && { readOnly: true as const }),
        });
      },
    }),
  ];
}

/** Fields that are not named here are never sent. */
export function rowOf({ employee, since }: ListedAccount): AccountRow {
  const { id, nip, unitKerja } = employee;
  return { id, nip: groupNip(nip), name: fullName(employee), unitKerja, since };
}
