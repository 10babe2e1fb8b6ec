import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Changes of e-mail addresses that wait; see shared/session/email-change-table.ts. */
export class EmailChangeTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "email-change-table");
    this.#table = new RetainedTable(this, "EmailChangeTable", {
      partitionKey: text("employeeId"),
      indexes: [
        {
          indexName: "by-due",
          partitionKey: text("state"),
          sortKey: text("effectiveFrom"),
          projectionType: ProjectionType.ALL,
        },
      ],
    });
  }

  /** find. */
  grantFind(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem"], [this.#table.tableArn]);
    to.set("EMAIL_CHANGE_TABLE", this.#table.tableName);
  }

  /** find, take. */
  grantStop(to: NodeFunction): void {
    this.grantFind(to);
    to.allow(["dynamodb:DeleteItem"], [this.#table.tableArn]);
  }

  /** set, find, take; also find with what waits beside it (own-address-table.ts). */
  grantKeep(to: NodeFunction): void {
    this.grantStop(to);
    to.allow(["dynamodb:BatchGetItem", "dynamodb:PutItem"], [this.#table.tableArn]);
  }

  /** due, take. */
  grantCarryOut(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-due")]);
    to.allow(["dynamodb:DeleteItem"], [this.#table.tableArn]);
    to.set("EMAIL_CHANGE_TABLE", this.#table.tableName);
  }
}
