import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { type TransactionStep, unchangedStep } from "#shared/runtime/conditional-write.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { type PersonsRoles, personsRoles } from "./role.ts";
import type { RoleGrants } from "./role-grants.ts";

export const rolesItem = storedItem({ name: "roles", schema: personsRoles });

/** Who may do what: one item for each person with a role, read at every request that needs one. */
export class RoleTable implements RoleGrants {
  protected readonly db: DynamoDBDocumentClient;
  protected readonly tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.db = db;
    this.tableName = tableName;
  }

  async find(id: Id<"emp">): Promise<PersonsRoles> {
    const { Item } = await this.db.send(
      new GetCommand({ TableName: this.tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item ? rolesItem.parse(Item) : { id, revision: 0, grants: [] };
  }

  unchanged({ id, revision }: PersonsRoles): TransactionStep {
    return unchangedStep(this.tableName, { id }, revision);
  }
}
