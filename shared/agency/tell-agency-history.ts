import type { Actor, AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { ToldActor } from "#shared/audit/history-answers.ts";
import {
  type Employee,
  type EmployeeId,
  fullName,
  isEmployeeId,
} from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { AgencyHistoryAnswer } from "./agency-answers.ts";
import { agencySubject } from "./change-agency.ts";

/** Entries to a page. */
const pageSize = 10;

export interface TellAgencyHistory {
  readonly employees: Pick<Employees, "findAll">;
  readonly history: Pick<AuditTrail, "history">;
}

/**
 * Who changed what of an agency, why, and who approved it; newest first. The names are those of today.
 * @param query.sees whose names the reader may know
 * @param query.from `cursor` of the page before
 */
export async function tellAgencyHistory(
  { employees, history }: TellAgencyHistory,
  query: {
    readonly id: string;
    readonly from?: string | undefined;
    readonly sees: (person: Employee) => boolean;
  },
): Promise<AgencyHistoryAnswer> {
  const { id, from, sees } = query;
  const page = await history.history({ subjectId: agencySubject(id), limit: pageSize, from });
  const ids = page.items.flatMap(({ actor, approvedBy }) => [actor.id, approvedBy]);
  const people = await employees.findAll(ids.flatMap((each) => personIn(each)));
  const named = (personId: string | undefined) => {
    const [known] = personIn(personId).flatMap((each) => people.get(each) ?? []);
    return known && sees(known) ? { name: fullName(known) } : {};
  };
  return {
    items: page.items.map((entry) => told(entry, named)),
    ...(page.next !== undefined && { cursor: page.next }),
  };
}

function personIn(id = ""): EmployeeId[] {
  return isEmployeeId(id) ? [id] : [];
}

function told(
  { revision, at, actor, approvedBy, action, reason, changes }: AuditEntry,
  named: (id: string | undefined) => { readonly name?: string },
): AgencyHistoryAnswer["items"][number] {
  return {
    ...{ revision, at, by: actorOf(actor, named(actor.id)), isAdded: action === "registered" },
    ...(approvedBy !== undefined && { approvedBy: named(approvedBy) }),
    ...(reason !== undefined && { reason }),
    changes: changes.map(({ field, from, to }) => ({
      field,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })),
  };
}

function actorOf({ role }: Actor, named: { readonly name?: string }): ToldActor {
  return { role, ...named };
}
