import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Counters of attempts; see shared/rate-limit/rate-limit-table.ts. */
export class RateLimitTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "rate-limit-table");
    this.#table = new RetainedTable(this, "RateLimitTable", {
      partitionKey: text("id"),
      expires: true,
    });
  }

  /** count, countOnce, add. */
  grantCount(to: NodeFunction): void {
    to.allow(["dynamodb:UpdateItem"], [this.#table.tableArn]);
    to.set("RATE_LIMIT_TABLE", this.#table.tableName);
  }

  /** read, add; and for the lockouts in the same table: find, fail, attempt, clear. */
  grantGuard(to: NodeFunction): void {
    this.grantCount(to);
    to.allow(["dynamodb:GetItem"], [this.#table.tableArn]);
  }

  /** What unlocks an account: also forget. */
  grantUnlock(to: NodeFunction): void {
    this.grantGuard(to);
    to.allow(["dynamodb:DeleteItem"], [this.#table.tableArn]);
  }
}
