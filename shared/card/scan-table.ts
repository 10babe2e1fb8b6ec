import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { UsedFor } from "#shared/captcha/work-challenge.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type Scan, type ScanPage, type ScanQuery, type Scans, scan, scanDays } from "./scan.ts";

const scanItem = storedItem({ name: "scan", schema: scan });

/** What a used captcha says when it was used for a card that is known: then it is kept as the scan's record. */
export function recordOf(made: Scan, captchaId: string): UsedFor {
  const keptUntil = epochSeconds(new Date(made.at)) + scanDays * 86_400;
  // The instant alone could be that of two scans.
  const record = { ...made, ...scanItem.version, scannedAt: `${made.at}#${captchaId}` };
  return { endsAt: keptUntil, record };
}

/** Scans in DynamoDB: captchas that were used for a card. */
export class ScanTable implements Scans {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async of(employeeId: EmployeeId, { limit, from }: ScanQuery): Promise<ScanPage> {
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
    const kept = found.slice(0, limit);
    return {
      items: readable(scanItem, kept, ({ id }) => ({ scanId: id })),
      next: found.length > limit || last ? String(kept.at(-1)?.scannedAt) : undefined,
    };
  }
}
