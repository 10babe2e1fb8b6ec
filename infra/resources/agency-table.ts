import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** The agencies: names, zones, and what they change of their cards; see shared/agency/agency-table.ts. */
export class AgencyTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "agency-table");
    this.#table = new RetainedTable(this, "AgencyTable", {
      partitionKey: text("kind"),
      sortKey: text("id"),
    });
  }

  /** find. */
  grantFind(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem"], [this.#table.tableArn]);
    to.set("AGENCY_TABLE", this.#table.tableName);
  }

  /** find, list, save. */
  grantAdminister(to: NodeFunction): void {
    this.grantFind(to);
    to.allow(["dynamodb:PutItem", "dynamodb:Query"], [this.#table.tableArn]);
  }
}
