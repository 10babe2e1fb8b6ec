import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** The trees of unit kerja; see shared/agency/unit-table.ts. */
export class UnitTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "unit-table");
    this.#table = new RetainedTable(this, "UnitTable", {
      partitionKey: text("instansiId"),
      sortKey: text("id"),
      indexes: [
        {
          // Only a unit has a place; a name has none.
          indexName: "by-parent",
          partitionKey: text("placedIn"),
          sortKey: text("nameKey"),
          projectionType: ProjectionType.ALL,
        },
      ],
    });
  }

  /** join: for functions that save records with another unit. */
  grantJoin(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem", "dynamodb:PutItem"], [this.#table.tableArn]);
    to.set("UNIT_TABLE", this.#table.tableName);
  }

  /** all. */
  grantAll(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.tableArn]);
    to.set("UNIT_TABLE", this.#table.tableName);
  }

  /** find, findByName, ownerOf, treeRevision, children, all, namesFrom. */
  grantRead(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem", "dynamodb:Query"], [this.#table.tableArn]);
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-parent")]);
    to.set("UNIT_TABLE", this.#table.tableName);
  }

  /** All of it: changing, write. */
  grantChange(to: NodeFunction): void {
    this.grantRead(to);
    to.allow(["dynamodb:PutItem", "dynamodb:DeleteItem"], [this.#table.tableArn]);
  }
}
