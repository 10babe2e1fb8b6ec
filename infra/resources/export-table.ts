import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Lists that officers take out, with their progress; see shared/export/export-table.ts. */
export class ExportTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "export-table");
    this.#table = new RetainedTable(this, "ExportTable", {
      partitionKey: text("id"),
      indexes: [
        {
          indexName: "by-officer",
          partitionKey: text("officerId"),
          sortKey: text("requestedAt"),
          projectionType: ProjectionType.ALL,
        },
      ],
      expires: true,
    });
  }

  /** add, find, ofOfficer, restart, asking. */
  grantRequest(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-officer")]);
    this.#allow(to, ["dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:UpdateItem"]);
  }

  /** add. */
  grantAdd(to: NodeFunction): void {
    this.#allow(to, ["dynamodb:PutItem"]);
  }

  /** find, advance, agreeing. */
  grantAdvance(to: NodeFunction): void {
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:UpdateItem"]);
  }

  #allow(to: NodeFunction, actions: readonly string[]): void {
    to.allow(actions, [this.#table.tableArn]);
    to.set("EXPORT_TABLE", this.#table.tableName);
  }
}
