import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Id } from "#shared/runtime/ids.ts";
import { type Grant, grantedRoles } from "./role.ts";

const schema = z.object({
  id: z.custom<Id<"emp">>((id) => typeof id === "string" && id.startsWith("emp_")),
  /** Counts the changes, from 1; the line of history has the same number. */
  revision: z.number().int(),
  grants: z.array(
    z.object({
      role: z.enum(grantedRoles),
      instansiId: z.string(),
      // An empty one would be a unit of nobody's, and must not be taken for the whole agency.
      unitKerja: z.string().min(1).optional(),
      grantedBy: z.custom<Id<"emp">>((id) => typeof id === "string" && id.startsWith("emp_")),
      grantedAt: z.string(),
      until: z.string().optional(),
    }),
  ),
});

/** What one person was given, as it lies in the table. */
export interface PersonsRoles {
  readonly id: Id<"emp">;
  readonly revision: number;
  readonly grants: readonly Grant[];
}

/** Who may do what: one item for each person with a role, read at every request that needs one. */
export class RoleTable {
  protected readonly db: DynamoDBDocumentClient;
  protected readonly tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.db = db;
    this.tableName = tableName;
  }

  /** Strongly consistent, so that a role that was taken back is gone at once. */
  async find(id: Id<"emp">): Promise<PersonsRoles> {
    const { Item } = await this.db.send(
      new GetCommand({ TableName: this.tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item ? schema.parse(Item) : { id, revision: 0, grants: [] };
  }
}
