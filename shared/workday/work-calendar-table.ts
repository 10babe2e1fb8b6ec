import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { batchGet } from "#shared/runtime/batch-from-table.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { type NationalCalendar, nationalCalendar } from "./holiday.ts";
import type { WorkCalendars } from "./work-calendars.ts";
import { type AgencyCalendar, agencyCalendar } from "./work-pattern.ts";

export const nationalItem = storedItem({ name: "national-calendar", schema: nationalCalendar });
export const agencyCalendarItem = storedItem({ name: "agency-calendar", schema: agencyCalendar });

/** They lie in the agency table, under kinds of their own: a calendar is small and read by whoever reads agencies. */
export const calendarKinds = {
  ...{ national: "holidays", agency: "work-calendar" },
  changed: "changed-days",
} as const;

/** The calendars of years and agencies, to be read. */
export class WorkCalendarTable implements WorkCalendars {
  protected readonly db: DynamoDBDocumentClient;
  protected readonly tableName: string;

  /** @param tableName the agency table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.db = db;
    this.tableName = tableName;
  }

  async national(year: number): Promise<NationalCalendar | undefined> {
    const item = await this.#find(calendarKinds.national, String(year));
    return item && nationalItem.parse(item);
  }

  async agency(instansiId: string): Promise<AgencyCalendar | undefined> {
    // A record may have come with an empty id; DynamoDB takes none as a key.
    if (instansiId === "") return undefined;
    const item = await this.#find(calendarKinds.agency, instansiId);
    return item && agencyCalendarItem.parse(item);
  }

  async together(instansiId: string, years: readonly number[]) {
    const keys = years.map((year) => ({ kind: calendarKinds.national, id: String(year) }));
    const own = { kind: calendarKinds.agency, id: instansiId };
    const items = await batchGet(
      this.db,
      this.tableName,
      instansiId === "" ? keys : [...keys, own],
    );
    const agency = items.find(({ kind }) => kind === calendarKinds.agency);
    const national = items.filter(({ kind }) => kind === calendarKinds.national);
    return {
      agency: agency && agencyCalendarItem.parse(agency),
      national: national
        .map((item) => nationalItem.parse(item))
        .toSorted((a, b) => a.year - b.year),
    };
  }

  async #find(kind: string, id: string) {
    const { Item } = await this.db.send(
      new GetCommand({ TableName: this.tableName, Key: { kind, id }, ConsistentRead: true }),
    );
    return Item;
  }
}
