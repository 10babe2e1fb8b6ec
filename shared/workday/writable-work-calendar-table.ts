import { DeleteCommand, type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { stillAt, writeTogether } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { type ChangedDays, changedDays, changeOf, type DaySpan } from "./changed-days.ts";
import type { NationalCalendar } from "./holiday.ts";
import {
  agencyCalendarItem,
  calendarKinds,
  nationalItem,
  WorkCalendarTable,
} from "./work-calendar-table.ts";
import type { WritableWorkCalendars } from "./work-calendars.ts";
import type { AgencyCalendar } from "./work-pattern.ts";

const changedItem = storedItem({ name: "changed-days", schema: changedDays });

/** Of changes that wait; a year has a few. */
const mostUncounted = 100;

/** The calendars, to be changed. */
export class WritableWorkCalendarTable extends WorkCalendarTable implements WritableWorkCalendars {
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    super(db, tableName);
    this.#audit = audit;
  }

  async saveNational(
    calendar: NationalCalendar,
    entry: AuditEntry,
    changed: DaySpan,
  ): Promise<void> {
    const key = { kind: calendarKinds.national, id: String(calendar.year) };
    const item = { ...calendar, ...nationalItem.version, ...key };
    await this.#save(item, entry, changeOf(entry, changed));
  }

  async saveAgency(calendar: AgencyCalendar, entry: AuditEntry, changed: DaySpan): Promise<void> {
    const key = { kind: calendarKinds.agency, id: calendar.instansiId };
    const item = { ...calendar, ...agencyCalendarItem.version, ...key };
    await this.#save(item, entry, changeOf(entry, changed, calendar.instansiId));
  }

  async uncounted(): Promise<readonly ChangedDays[]> {
    const { Items = [] } = await this.db.send(
      new QueryCommand({
        TableName: this.tableName,
        KeyConditionExpression: "kind = :kind",
        ExpressionAttributeValues: { ":kind": calendarKinds.changed },
        ConsistentRead: true,
        Limit: mostUncounted,
      }),
    );
    return Items.map((item) => changedItem.parse(item));
  }

  async markCounted({ id }: ChangedDays): Promise<void> {
    const Key = { kind: calendarKinds.changed, id };
    await this.db.send(new DeleteCommand({ TableName: this.tableName, Key }));
  }

  async #save(
    Item: { readonly revision: number },
    entry: AuditEntry,
    changed: ChangedDays,
  ): Promise<void> {
    const taken = "calendar-changed";
    const noted = { ...changed, ...changedItem.version, kind: calendarKinds.changed };
    const put = { TableName: this.tableName, Item, ...stillAt(Item.revision - 1, "id") };
    await writeTogether(this.db, [
      { write: { Put: put }, taken },
      { write: this.#audit.append(entry), taken },
      { write: { Put: { TableName: this.tableName, Item: noted } }, taken },
    ]);
  }
}
