import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { stillAt, type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import type { WritableAgencies } from "./agencies.ts";
import type { Agency } from "./agency.ts";
import { AgencyTable, agencyItem, agencyKind } from "./agency-table.ts";

/** The agencies, to be added and changed. */
export class WritableAgencyTable extends AgencyTable implements WritableAgencies {
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    super(db, tableName);
    this.#audit = audit;
  }

  async save(
    agency: Agency,
    entry: AuditEntry,
    ...others: readonly TransactionStep[]
  ): Promise<void> {
    const put = this.#put(agency, stillAt(agency.revision - 1, "id"));
    const taken = "agency-changed";
    await writeTogether(this.db, [
      { write: put, taken },
      { write: this.#audit.append(entry), taken },
      ...others,
    ]);
  }

  async point(
    { revision, nameWork }: Agency,
    agency: Agency,
    ...others: readonly TransactionStep[]
  ): Promise<void> {
    const known = nameWork === undefined ? "attribute_not_exists(nameWork)" : "nameWork = :work";
    const put = this.#put(agency, {
      ConditionExpression: `revision = :seen AND ${known}`,
      ExpressionAttributeValues: { ":seen": revision, ...(nameWork && { ":work": nameWork }) },
    });
    await writeTogether(this.db, [{ write: put, taken: "agency-changed" }, ...others]);
  }

  #put(
    agency: Agency,
    condition: {
      readonly ConditionExpression: string;
      readonly ExpressionAttributeValues?: Record<string, unknown>;
    },
  ) {
    const Item = { ...agency, ...agencyItem.version, kind: agencyKind };
    return { Put: { TableName: this.tableName, Item, ...condition } };
  }
}
