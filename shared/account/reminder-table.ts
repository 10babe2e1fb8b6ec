import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { writeTogether } from "#shared/runtime/conditional-write.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { AccountTable } from "./account-table.ts";
import type { Reminder, Reminders } from "./reminders.ts";

/** Reminders in DynamoDB: the account's mark and the event of its history in one transaction. */
export class ReminderTable implements Reminders {
  readonly #db: DynamoDBDocumentClient;
  readonly #accounts: Pick<AccountTable, "reminding">;
  readonly #audit: Pick<AuditTable, "append">;

  constructor(
    db: DynamoDBDocumentClient,
    accounts: Pick<AccountTable, "reminding">,
    audit: Pick<AuditTable, "append">,
  ) {
    this.#db = db;
    this.#accounts = accounts;
    this.#audit = audit;
  }

  async remind(reminder: Reminder): Promise<boolean> {
    try {
      await writeTogether(this.#db, [
        this.#accounts.reminding(reminder),
        { write: this.#audit.append(reminder.entry), taken: "request-repeated" },
      ]);
      return true;
    } catch (error) {
      if (error instanceof Conflict) return false;
      throw error;
    }
  }
}
