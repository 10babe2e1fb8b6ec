import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Prints of a unit's cards with their progress, and who is in which part; see shared/print/print-table.ts. */
export class PrintTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "print-table");
    this.#table = new RetainedTable(this, "PrintTable", {
      partitionKey: text("id"),
      indexes: [
        {
          indexName: "by-officer",
          partitionKey: text("officerId"),
          sortKey: text("endsAt"),
          projectionType: ProjectionType.ALL,
        },
      ],
      expires: true,
    });
  }

  /** add, find, ofOfficer, turn. */
  grantRequest(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-officer")]);
    this.#allow(to, ["dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:UpdateItem"]);
  }

  /** find, advance, plan, peopleOf, finishPart. */
  grantDraw(to: NodeFunction): void {
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"]);
  }

  #allow(to: NodeFunction, actions: readonly string[]): void {
    to.allow(actions, [this.#table.tableArn]);
    to.set("PRINT_TABLE", this.#table.tableName);
  }
}
