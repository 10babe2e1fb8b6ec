import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Pointers, tokens and serial numbers of the cards; see shared/card/card-table.ts. */
export class CardTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "card-table");
    this.#table = new RetainedTable(this, "CardTable", { partitionKey: text("id") });
  }

  /** find, findToken. */
  grantFind(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem"], [this.#table.tableArn]);
    to.set("CARD_TABLE", this.#table.tableName);
  }

  /** issue, addToken, point. */
  grantIssue(to: NodeFunction): void {
    this.grantFind(to);
    to.allow(["dynamodb:PutItem", "dynamodb:UpdateItem"], [this.#table.tableArn]);
  }
}
