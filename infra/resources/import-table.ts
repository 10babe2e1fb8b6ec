import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Agencies' files of people; see shared/import/import-table.ts. */
export class ImportTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "import-table");
    this.#table = new RetainedTable(this, "ImportTable", {
      partitionKey: text("id"),
      indexes: [
        {
          indexName: "by-agency",
          partitionKey: text("instansiId"),
          sortKey: text("at"),
          projectionType: ProjectionType.ALL,
        },
      ],
      expires: true,
    });
  }

  /** add, find, ofAgency, asking. */
  grantBring(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-agency")]);
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"]);
  }

  /** find. */
  grantFind(to: NodeFunction): void {
    this.#allow(to, ["dynamodb:GetItem"]);
  }

  /** find, begin, judge, noteMarked; and in a transaction applying. */
  grantMove(to: NodeFunction): void {
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:UpdateItem"]);
  }

  #allow(to: NodeFunction, actions: readonly string[]): void {
    to.allow(actions, [this.#table.tableArn]);
    to.set("IMPORT_TABLE", this.#table.tableName);
  }
}
