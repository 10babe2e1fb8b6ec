import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Whose a NIP and an e-mail are; see shared/employee/marker-table.ts. */
export class MarkerTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "marker-table");
    this.#table = new RetainedTable(this, "MarkerTable", { partitionKey: text("id") });
  }

  /** idOf. */
  grantFind(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem"], [this.#table.tableArn]);
    to.set("MARKER_TABLE", this.#table.tableName);
  }

  /** idsOf, idsOfEmails. */
  grantFindMany(to: NodeFunction): void {
    to.allow(["dynamodb:BatchGetItem"], [this.#table.tableArn]);
    to.set("MARKER_TABLE", this.#table.tableName);
  }

  /** idOf, moves. */
  grantMove(to: NodeFunction): void {
    this.grantFind(to);
    to.allow(["dynamodb:PutItem", "dynamodb:DeleteItem"], [this.#table.tableArn]);
  }
}
