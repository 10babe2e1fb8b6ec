import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTrail, HistoryPage } from "#shared/audit/audit-trail.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { type AccountEvent, accountSubject, entryOf } from "./account-event.ts";

/** Events of one account in one millisecond are few: a person's, and an officer's. */
const tries = 20;

/** What happened to accounts: logins, and whatever gives or takes a way in. Nothing is ever changed or deleted. */
export class AccountHistory {
  readonly #trail: Pick<AuditTrail, "add" | "history">;

  constructor(trail: Pick<AuditTrail, "add" | "history">) {
    this.#trail = trail;
  }

  /**
   * Adds an event. Where it is in `toldActions`, the holder gets a notice of it without further ado.
   * Note what somebody was given before they get it, so that no way in is given untold.
   * @throws what the table throws; Error when 20 events stand in its place
   */
  async note(event: AccountEvent): Promise<void> {
    const entry = entryOf(event);
    for (let later = 0; later < tries; later++)
      if (await this.#trail.add({ ...entry, revision: entry.revision + later })) return;
    throw new Error(`The account history took no entry after ${tries} tries.`);
  }

  /** The events of one account, newest first. @param from `next` of the page before */
  async page({
    employeeId,
    ...page
  }: {
    readonly employeeId: EmployeeId;
    readonly limit: number;
    readonly from?: string | undefined;
  }): Promise<HistoryPage<AuditEntry>> {
    return await this.#trail.history({ subjectId: accountSubject(employeeId), ...page });
  }
}
