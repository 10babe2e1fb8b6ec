import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import type { PersonsRoles } from "./role.ts";
import { RoleTable, rolesItem } from "./role-table.ts";

/** The roles, to be given and taken: by operator-api with an approval, and by the operators' command line (decision 0024). */
export class WritableRoleTable extends RoleTable {
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    super(db, tableName);
    this.#audit = audit;
  }

  /**
   * Roles, their line of history and what belongs to the same decision in one transaction.
   * @param roles the next revision of what was found
   * @param others the end of the pending approval that the change rests on; none at the operators' command line
   * @throws Conflict `roles-changed` when somebody else was faster, or what the others say
   */
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
