import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { endsOf, type Session } from "./session.ts";

const schema = z.object({
  id: z.string(),
  employeeId: z.custom<EmployeeId>((id) => typeof id === "string" && id.startsWith("emp_")),
  instansiId: z.string(),
  roles: z.array(z.enum(["holder", "officer", "operator"])),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  sealedToken: z.string(),
});

/** Signed-in sessions in DynamoDB, under the hash of their cookie. Steps lie beside them, see step-table.ts. */
export class SessionTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async add(session: Session): Promise<void> {
    await this.#db.send(
      new PutCommand({
        TableName: this.#tableName,
        Item: {
          ...session,
          type: "session",
          expiresAt: epochSeconds(endsOf(session).endsAt),
        },
        ConditionExpression: "attribute_not_exists(id)",
      }),
    );
  }

  /** Consistent, so that a logout holds at once. A session that is over may still be found: see `isOver`. */
  async find(id: string): Promise<Session | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item?.type === "session" ? schema.parse(Item) : undefined;
  }

  /** Notes that the session was used; one that was ended meanwhile stays ended. */
  async touch(id: string, at: Date): Promise<void> {
    try {
      await this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id },
          UpdateExpression: "SET lastSeenAt = :at",
          ConditionExpression: "attribute_exists(id)",
          ExpressionAttributeValues: { ":at": at.toISOString() },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  async remove(id: string): Promise<void> {
    await this.#db.send(new DeleteCommand({ TableName: this.#tableName, Key: { id } }));
  }

  /** Ends every session of an employee, on all devices. */
  async removeAllOf(employeeId: EmployeeId): Promise<void> {
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#tableName,
        IndexName: "by-employee",
        KeyConditionExpression: "employeeId = :employee",
        ExpressionAttributeValues: { ":employee": employeeId },
        ProjectionExpression: "id",
      },
    );
    for await (const { Items = [] } of pages) {
      await Promise.all(Items.map(({ id }) => this.remove(String(id))));
    }
  }
}
