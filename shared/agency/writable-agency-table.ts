import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
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
    const isNew = agency.revision === 1;
    const put = {
      Put: {
        TableName: this.tableName,
        Item: { ...agency, ...agencyItem.version, kind: agencyKind },
        ConditionExpression: isNew ? "attribute_not_exists(id)" : "revision = :seen",
        ...(!isNew && { ExpressionAttributeValues: { ":seen": agency.revision - 1 } }),
      },
    };
    const taken = "agency-changed";
    await writeTogether(this.db, [
      { write: put, taken },
      { write: this.#audit.append(entry), taken },
      ...others,
    ]);
  }
}
