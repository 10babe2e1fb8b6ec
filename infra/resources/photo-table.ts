import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Uploads and their verdicts; see shared/photo/photo-table.ts. */
export class PhotoTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "photo-table");
    this.#table = new RetainedTable(this, "PhotoTable", {
      partitionKey: text("id"),
      indexes: [
        {
          indexName: "by-employee",
          partitionKey: text("employeeId"),
          sortKey: text("requestedAt"),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
      expires: true,
    });
  }

  /** expect, find. */
  grantExpect(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem", "dynamodb:PutItem"], [this.#table.tableArn]);
    to.set("PHOTO_TABLE", this.#table.tableName);
  }

  /** decide. */
  grantDecide(to: NodeFunction): void {
    to.allow(["dynamodb:UpdateItem"], [this.#table.tableArn]);
    to.set("PHOTO_TABLE", this.#table.tableName);
  }
}
