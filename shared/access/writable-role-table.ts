import { type DynamoDBDocumentClient, paginateQuery } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { type PersonsRoles, personId } from "./role.ts";
import type { WritableRoleGrants } from "./role-grants.ts";
import { RoleTable, rolesItem } from "./role-table.ts";

/** The roles in DynamoDB, for the few that may write them. */
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
        Item: { ...roles, ...rolesItem.version, ...scopeOf(roles) },
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

  async *ofUnits(instansiId: string): AsyncGenerator<Id<"emp">> {
    const pages = paginateQuery(
      { client: this.db },
      {
        TableName: this.tableName,
        IndexName: "by-units-of",
        KeyConditionExpression: "unitsOf = :instansi",
        ExpressionAttributeValues: { ":instansi": instansiId },
      },
    );
    for await (const { Items = [] } of pages) yield* Items.map((item) => listed.parse(item).id);
  }
}

const listed = z.object({ id: personId });

/** Makes it an item of the sparse index `by-units-of`: of the agency whose unit a role was given for last. */
function scopeOf({ grants }: PersonsRoles): { unitsOf?: string } {
  const scoped = grants.findLast(({ unitKerja }) => unitKerja !== undefined);
  return scoped ? { unitsOf: scoped.instansiId } : {};
}
