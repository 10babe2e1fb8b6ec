import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { AccountLists, Listed, ListedQuery } from "#shared/employee/employees.ts";
import { batchGet } from "#shared/runtime/batch-from-table.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { listedItem, placedItem } from "./account-item.ts";

/** The lists of accounts that somebody has to look at: ids, and nothing else of an account. */
export class AccountListTable implements AccountLists {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async list(list: string, { limit, after }: ListedQuery): Promise<Listed[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-state",
        KeyConditionExpression: "listed = :list",
        ExpressionAttributeValues: { ":list": list },
        Limit: limit,
        ...(after && {
          ExclusiveStartKey: { listed: list, listedSince: after.since, employeeId: after.id },
        }),
      }),
    );
    return Items.map((item) => listedItem.parse(item));
  }

  async among(list: string, ids: readonly Id<"emp">[]): Promise<ReadonlySet<Id<"emp">>> {
    const keys = ids.map((employeeId) => ({ employeeId }));
    const items = await batchGet(this.#db, this.#tableName, keys, ["employeeId", "listed"]);
    const placed = items.map((item) => placedItem.parse(item));
    return new Set(placed.filter(({ listed }) => listed === list).map(({ employeeId: id }) => id));
  }
}
