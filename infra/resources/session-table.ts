import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Sessions, and the steps on the way to one; see shared/session/{session,step}-table.ts. */
export class SessionTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "session-table");
    this.#table = new RetainedTable(this, "SessionTable", {
      partitionKey: text("id"),
      indexes: [
        {
          indexName: "by-employee",
          partitionKey: text("employeeId"),
          sortKey: text("createdAt"),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
      expires: true,
    });
  }

  /** Of a session: find, touch. Of a step: find, settle. */
  grantTouch(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], [this.#table.tableArn]);
    to.set("SESSION_TABLE", this.#table.tableName);
  }

  /** Everything of sessions and steps: only session-api begins and ends them. */
  grantKeep(to: NodeFunction): void {
    this.grantTouch(to);
    to.allow(["dynamodb:PutItem", "dynamodb:DeleteItem"], [this.#table.tableArn]);
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-employee")]);
  }
}
