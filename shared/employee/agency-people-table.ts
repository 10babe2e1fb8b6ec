import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { readable } from "#shared/runtime/stored-item.ts";
import {
  type AgencyPart,
  type AgencyPeople,
  type AgencyPlace,
  agencyPlace,
} from "./agency-people.ts";
import { recordItem } from "./employee-item.ts";

/** The people of an agency in the employee table's index `by-unit`, which has whole records: half a read unit for 4 KB of them. */
export class AgencyPeopleTable implements AgencyPeople {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the employee table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async part(
    instansiId: string,
    { limit, after }: { readonly limit: number; readonly after?: AgencyPlace | undefined },
  ): Promise<AgencyPart> {
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-unit",
        KeyConditionExpression: "instansiId = :instansi",
        ExpressionAttributeValues: { ":instansi": instansiId },
        Limit: limit,
        ...(after && { ExclusiveStartKey: { instansiId, ...after } }),
      }),
    );
    const people = readable(recordItem, Items, ({ id }) => ({ employeeId: id }));
    return {
      ...{ people, unreadable: Items.length - people.length },
      next: LastEvaluatedKey && agencyPlace.parse(LastEvaluatedKey),
    };
  }
}
