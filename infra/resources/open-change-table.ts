import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Changes of cards that are not drawn yet; see shared/employee/open-change-table.ts. */
export class OpenChangeTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "open-change-table");
    this.#table = new RetainedTable(this, "OpenChangeTable", {
      partitionKey: text("id"),
      indexes: [
        {
          indexName: "by-due",
          partitionKey: text("dueShard"),
          sortKey: text("dueAt"),
          projectionType: ProjectionType.ALL,
        },
      ],
    });
  }

  /** open, in the transaction of a save. */
  grantOpen(to: NodeFunction): void {
    to.allow(["dynamodb:PutItem"], [this.#table.tableArn]);
    to.set("OPEN_CHANGE_TABLE", this.#table.tableName);
  }

  /** close. */
  grantClose(to: NodeFunction): void {
    to.allow(["dynamodb:DeleteItem"], [this.#table.tableArn]);
    to.set("OPEN_CHANGE_TABLE", this.#table.tableName);
  }

  /** due, postpone, giveUp. */
  grantAsk(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-due")]);
    to.allow(["dynamodb:UpdateItem"], [this.#table.tableArn]);
    to.set("OPEN_CHANGE_TABLE", this.#table.tableName);
  }
}
