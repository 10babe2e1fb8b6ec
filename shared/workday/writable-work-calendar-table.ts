import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { stillAt, writeTogether } from "#shared/runtime/conditional-write.ts";
import type { NationalCalendar } from "./holiday.ts";
import {
  agencyCalendarItem,
  calendarKinds,
  nationalItem,
  WorkCalendarTable,
} from "./work-calendar-table.ts";
import type { WritableWorkCalendars } from "./work-calendars.ts";
import type { AgencyCalendar } from "./work-pattern.ts";

/** The calendars, to be changed. */
export class WritableWorkCalendarTable extends WorkCalendarTable implements WritableWorkCalendars {
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    super(db, tableName);
    this.#audit = audit;
  }

  async saveNational(calendar: NationalCalendar, entry: AuditEntry): Promise<void> {
    const key = { kind: calendarKinds.national, id: String(calendar.year) };
    await this.#save({ ...calendar, ...nationalItem.version, ...key }, entry);
  }

  async saveAgency(calendar: AgencyCalendar, entry: AuditEntry): Promise<void> {
    const key = { kind: calendarKinds.agency, id: calendar.instansiId };
    await this.#save({ ...calendar, ...agencyCalendarItem.version, ...key }, entry);
  }

  async #save(Item: { readonly revision: number }, entry: AuditEntry): Promise<void> {
    const taken = "calendar-changed";
    const put = { TableName: this.tableName, Item, ...stillAt(Item.revision - 1, "id") };
    await writeTogether(this.db, [
      { write: { Put: put }, taken },
      { write: this.#audit.append(entry), taken },
    ]);
  }
}
