import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Challenges that have been answered, and for which card; see shared/captcha/captcha-table.ts and shared/card/scan-table.ts. */
export class CaptchaTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "captcha-table");
    this.#table = new RetainedTable(this, "CaptchaTable", {
      partitionKey: text("id"),
      expires: true,
      indexes: [
        { indexName: "by-employee", partitionKey: text("employeeId"), sortKey: text("scannedAt") },
      ],
    });
  }

  /** use. */
  grantUse(to: NodeFunction): void {
    to.allow(["dynamodb:PutItem"], [this.#table.tableArn]);
    to.set("CAPTCHA_TABLE", this.#table.tableName);
  }

  /** Of scans: of. */
  grantScans(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-employee")]);
    to.set("CAPTCHA_TABLE", this.#table.tableName);
  }
}
