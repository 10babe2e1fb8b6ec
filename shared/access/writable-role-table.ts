import { type DynamoDBDocumentClient, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { refusalOf } from "#shared/runtime/conditional-write.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { PersonsRoles } from "./role.ts";
import { RoleTable, rolesItem } from "./role-table.ts";

/** The roles, for the operators' command line: no function of the product may write one. */
export class WritableRoleTable extends RoleTable {
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    super(db, tableName);
    this.#audit = audit;
  }

  /**
   * Roles and their line of history in one transaction.
   * @param roles the next revision of what was found
   * @throws Conflict `roles-changed` when somebody else was faster
   */
  async save(roles: PersonsRoles, entry: AuditEntry): Promise<void> {
    try {
      await this.db.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName: this.tableName,
                Item: { ...roles, ...rolesItem.version },
                ConditionExpression: "attribute_not_exists(id) OR revision = :seen",
                ExpressionAttributeValues: { ":seen": roles.revision - 1 },
              },
            },
            this.#audit.append(entry),
          ],
        }),
      );
    } catch (error) {
      throw refusalOf(error) ? new Conflict("roles-changed") : error;
    }
  }
}
