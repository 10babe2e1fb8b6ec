import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/**
 * What waits for its time: changes of e-mail addresses and telephone numbers (shared/session/contact-change-table.ts) and decrees
 * (shared/decree/decree-table.ts) and transfers (shared/transfer/transfer-table.ts).
 */
export class ContactChangeTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "contact-change-table");
    this.#table = new RetainedTable(this, "ContactChangeTable", {
      partitionKey: text("employeeId"),
      sortKey: text("field"),
      indexes: [
        {
          indexName: "by-due",
          partitionKey: text("state"),
          sortKey: text("effectiveFrom"),
          projectionType: ProjectionType.ALL,
        },
        {
          // Only a decree that somebody has to watch has them (shared/decree/decree-table.ts), and a transfer that is open.
          indexName: "by-agency",
          partitionKey: text("listedIn"),
          sortKey: text("listedAt"),
          projectionType: ProjectionType.ALL,
        },
      ],
    });
  }

  /** of. */
  grantFind(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.tableArn]);
    to.set("CONTACT_CHANGE_TABLE", this.#table.tableName);
  }

  /** of, take. */
  grantStop(to: NodeFunction): void {
    this.grantFind(to);
    to.allow(["dynamodb:DeleteItem"], [this.#table.tableArn]);
  }

  /** set, of, take; also of with what waits beside it (own-address-table.ts); of old reports (shared/wrong-data) of. */
  grantKeep(to: NodeFunction): void {
    this.grantStop(to);
    to.allow(["dynamodb:BatchGetItem", "dynamodb:PutItem"], [this.#table.tableArn]);
  }

  /** Of decrees: find, of, listed, adding, replacing; of transfers: all. */
  grantDecide(to: NodeFunction): void {
    this.grantFind(to);
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-agency")]);
    const actions = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:ConditionCheckItem"];
    to.allow(actions, [this.#table.tableArn]);
  }

  /** Of decrees: of, adding. */
  grantPlan(to: NodeFunction): void {
    to.allow(["dynamodb:Query", "dynamodb:PutItem"], [this.#table.tableArn]);
    to.set("CONTACT_CHANGE_TABLE", this.#table.tableName);
  }

  /** Of decrees: due, find, replace, replacing. */
  grantAct(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-due")]);
    to.allow(["dynamodb:GetItem", "dynamodb:PutItem"], [this.#table.tableArn]);
    to.set("CONTACT_CHANGE_TABLE", this.#table.tableName);
  }

  /** due, take. */
  grantCarryOut(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-due")]);
    to.allow(["dynamodb:DeleteItem"], [this.#table.tableArn]);
    to.set("CONTACT_CHANGE_TABLE", this.#table.tableName);
  }

  /** Of who has left (shared/erasure): erase. */
  grantErase(to: NodeFunction): void {
    to.allow(["dynamodb:Query", "dynamodb:DeleteItem"], [this.#table.tableArn]);
    to.set("CONTACT_CHANGE_TABLE", this.#table.tableName);
  }
}
