import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/**
 * Challenges that have been answered, and for which card, and reports of photos and cards; see shared/captcha/captcha-table.ts,
 * shared/card/scan-table.ts, shared/photo/reported-photo-table.ts.
 */
export class CaptchaTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "captcha-table");
    this.#table = new RetainedTable(this, "CaptchaTable", {
      partitionKey: text("id"),
      expires: true,
      indexes: [
        { indexName: "by-employee", partitionKey: text("employeeId"), sortKey: text("scannedAt") },
        // Only reports that are not taken have the first attribute (shared/photo/reported-photo.ts).
        { indexName: "by-report", partitionKey: text("reportOf"), sortKey: text("reportedAt") },
      ],
    });
  }

  /** use. */
  grantUse(to: NodeFunction): void {
    to.allow(["dynamodb:PutItem"], [this.#table.tableArn]);
    to.set("CAPTCHA_TABLE", this.#table.tableName);
  }

  /** Of reported photos and cards: untaken, take; of the items nothing but what makes them wait. */
  grantTakeReports(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-report")]);
    to.allow(["dynamodb:UpdateItem"], [this.#table.tableArn], {
      conditions: {
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["report#*"] },
        // The condition above also holds for a request without keys.
        Null: { "dynamodb:LeadingKeys": "false" },
      },
    });
    to.set("CAPTCHA_TABLE", this.#table.tableName);
  }

  /** Of scans: of. */
  grantScans(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-employee")]);
    to.set("CAPTCHA_TABLE", this.#table.tableName);
  }
}
