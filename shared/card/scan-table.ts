import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { readable } from "#shared/runtime/stored-item.ts";
import { firstKept, type ScanPage, type ScanQuery, type Scans, scanItem } from "./scan.ts";

/** Scans in DynamoDB: captchas that were used for a card. */
export class ScanTable implements Scans {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async of(employeeId: EmployeeId, { limit, from, now }: ScanQuery): Promise<ScanPage> {
    const { Items: found = [], LastEvaluatedKey: last } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-employee",
        KeyConditionExpression: from
          ? "employeeId = :employee AND scannedAt < :from"
          : "employeeId = :employee",
        ExpressionAttributeValues: { ":employee": employeeId, ...(from && { ":from": from }) },
        ScanIndexForward: false,
        // One more tells whether there is another page.
        Limit: limit + 1,
      }),
    );
    const first = firstKept(now);
    const kept = found.filter(({ scannedAt }) => String(scannedAt) >= first);
    const told = kept.slice(0, limit);
    // After one that is over all others are.
    const isMore = kept.length > limit || (last !== undefined && kept.length === found.length);
    return {
      items: readable(scanItem, told, ({ id }) => ({ scanId: id })),
      next: isMore ? String(told.at(-1)?.scannedAt) : undefined,
    };
  }
}
