import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import type { PersonsRoles } from "./role.ts";
import type { WritableRoleGrants } from "./role-grants.ts";
import { RoleTable, rolesItem } from "./role-table.ts";

/** The roles, to be given and taken: by operator-api with an approval, and by the operators' command line (decision 0024). */
export class WritableRoleTable extends RoleTable implements WritableRoleGrants {
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    super(db, tableName);
    this.#audit = audit;
  }

  async save(
    roles: PersonsRoles,
    entry: AuditEntry,
    ...others: readonly TransactionStep[]
  ): Promise<void> {
    const put = {
      Put: {
        TableName: this.tableName,
        Item: { ...roles, ...rolesItem.version },
        ConditionExpression: "attribute_not_exists(id) OR revision = :seen",
        ExpressionAttributeValues: { ":seen": roles.revision - 1 },
      },
    };
    await writeTogether(this.db, [
      { write: put, taken: "roles-changed" },
      { write: this.#audit.append(entry), taken: "roles-changed" },
      ...others,
    ]);
  }
}
