import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Prints of a unit's cards, and how far each is; see shared/print/print-table.ts. */
export class PrintTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "print-table");
    this.#table = new RetainedTable(this, "PrintTable", {
      partitionKey: text("id"),
      expires: true,
    });
  }

  /** add, find. */
  grantRequest(to: NodeFunction): void {
    this.#allow(to, ["dynamodb:PutItem", "dynamodb:GetItem"]);
  }

  /** find, advance. */
  grantAdvance(to: NodeFunction): void {
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:UpdateItem"]);
  }

  #allow(to: NodeFunction, actions: readonly string[]): void {
    to.allow(actions, [this.#table.tableArn]);
    to.set("PRINT_TABLE", this.#table.tableName);
  }
}
