import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** What waits for a second person, and what became of it; see shared/access/approval-table.ts. Nothing of it goes by itself. */
export class ApprovalTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "approval-table");
    this.#table = new RetainedTable(this, "ApprovalTable", {
      partitionKey: text("id"),
      indexes: [
        // Only what waits has a queue.
        { indexName: "by-queue", partitionKey: text("queue"), sortKey: text("until") },
        { indexName: "by-asker", partitionKey: text("askerId"), sortKey: text("askedAt") },
      ].map((index) => ({ ...index, projectionType: ProjectionType.ALL })),
    });
  }

  /** add, find, waiting, askedBy, closing, close. */
  grantDecide(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem", "dynamodb:PutItem"], [this.#table.tableArn]);
    to.allow(
      ["dynamodb:Query"],
      [this.#table.indexArn("by-queue"), this.#table.indexArn("by-asker")],
    );
    to.set("APPROVAL_TABLE", this.#table.tableName);
  }
}
