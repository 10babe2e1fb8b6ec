import type { Reminder, Reminders } from "#shared/account/reminders.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AccountRecordsInMemory } from "./account-records-in-memory.ts";
import { writeInMemory } from "./steps-in-memory.ts";

/** The reminder table without DynamoDB; runs the same contract test (reminder-table-contract.ts). */
export class RemindersInMemory implements Reminders {
  readonly #accounts: AccountRecordsInMemory;
  readonly #history: AuditEntry[];

  constructor(accounts: AccountRecordsInMemory, history: AuditEntry[]) {
    this.#accounts = accounts;
    this.#history = history;
  }

  async remind(reminder: Reminder): Promise<boolean> {
    try {
      writeInMemory([this.#accounts.reminding(reminder)]);
    } catch {
      return false;
    }
    this.#history.push(reminder.entry);
    return true;
  }
}
