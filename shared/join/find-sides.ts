import type { RoleGrants } from "#shared/access/role-grants.ts";
import { type Officer, reaches } from "#shared/access/scope.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { parseNip } from "#shared/employee/nip.ts";
import { isOnItsWay } from "#shared/request/request-states.ts";
import type { Requests } from "#shared/request/requests.ts";
import { Conflict, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import type { Transfers } from "#shared/transfer/transfers.ts";
import type { Side } from "./record-join.ts";

export interface FindSides {
  readonly roles: Pick<RoleGrants, "find">;
  readonly accountRecords: Pick<AccountRecords, "summary">;
  readonly transfers: Pick<Transfers, "find">;
  readonly requests: Pick<Requests, "of">;
}

/** The newest of a person: among them is whatever is on its way. */
const mostLookedAt = 200;

/** A record with all that decides whether it can be joined. */
export async function sideOf(api: FindSides, record: Employee): Promise<Side> {
  const { id } = record;
  const [account, given, transfer, requests] = await Promise.all([
    api.accountRecords.summary(id),
    api.roles.find(id),
    api.transfers.find(id),
    api.requests.of(id, { limit: mostLookedAt }),
  ]);
  return { record, account, given, transfer, hasOpenRequest: requests.some(isOnItsWay) };
}

/**
 * The other record, by a number that it has or had.
 * @throws InvalidInput on `nip`; NotFound of a number that nobody has; Conflict `join-same`, `join-elsewhere` of another agency or of a unit
 * that is not the officer's: no more is told of it
 */
export async function findOther(
  { employees }: { readonly employees: Pick<Employees, "find" | "idOf"> },
  { person, nip: typed, by }: { readonly person: Employee; readonly nip: string; by: Officer },
): Promise<Employee> {
  const nip = parseNip(typed);
  if (!nip) throw new InvalidInput({ field: "nip", code: "nip-malformed" });
  const id = await employees.idOf(nip);
  if (id === person.id) throw new Conflict("join-same");
  const other = id && (await employees.find(id));
  if (!other) throw new NotFound("Nobody has this number.");
  if (!reaches(by, other)) throw new Conflict("join-elsewhere");
  return other;
}
