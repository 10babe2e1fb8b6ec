import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Work on many people, and how far it is; see shared/bulk/bulk-table.ts. */
export class BulkTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "bulk-table");
    this.#table = new RetainedTable(this, "BulkTable", {
      partitionKey: text("id"),
      // Lists of the people of a change; the work itself stays.
      expires: true,
      indexes: [
        {
          indexName: "by-due",
          partitionKey: text("due"),
          sortKey: text("dueAt"),
          projectionType: ProjectionType.ALL,
        },
      ],
    });
  }

  /** starting, in the transaction of what decides it. */
  grantStart(to: NodeFunction): void {
    this.#allow(to, ["dynamodb:PutItem"]);
  }

  /** find. */
  grantFind(to: NodeFunction): void {
    this.#allow(to, ["dynamodb:GetItem"]);
  }

  /** find, stop. */
  grantStop(to: NodeFunction): void {
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:UpdateItem"]);
  }

  /** starting, find, stop; keep and find of the people of a change. */
  grantChange(to: NodeFunction): void {
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"]);
  }

  /** find, move, stop; find and noteRefused of the people of a change. */
  grantMove(to: NodeFunction): void {
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:UpdateItem"]);
  }

  /** due, postpone, stop. */
  grantAsk(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-due")]);
    this.#allow(to, ["dynamodb:UpdateItem"]);
  }

  #allow(to: NodeFunction, actions: readonly string[]): void {
    to.allow(actions, [this.#table.tableArn]);
    to.set("BULK_TABLE", this.#table.tableName);
  }
}
