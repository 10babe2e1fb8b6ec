import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Id } from "#shared/runtime/ids.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type OldReport, type OldReports, oldReport } from "./old-report.ts";

/** The table's keys were prefixed; the person stands beside them. */
const oldReportItem = storedItem({
  name: "correction",
  schema: oldReport
    .omit({ employeeId: true })
    .extend({ person: oldReport.shape.employeeId })
    .transform(({ person, ...rest }) => ({ ...rest, employeeId: person })),
});

/** Where the reports of a person are. */
export const oldReportKey = (id: Id<"emp">) => `correction#${id}`;

/** Reports of before, in the contact-change table. */
export class OldReportTable implements OldReports {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async of(id: Id<"emp">): Promise<OldReport[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: "employeeId = :person",
        ExpressionAttributeValues: { ":person": oldReportKey(id) },
      }),
    );
    return readable(oldReportItem, Items, ({ person, field }) => ({ employeeId: person, field }));
  }
}
