import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/**
 * Who may do what; see shared/access/role-table.ts. No function may write it: roles are given with the operators' own
 * rights (docs/operations.md).
 */
export class RoleTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "role-table");
    this.#table = new RetainedTable(this, "RoleTable", { partitionKey: text("id") });
  }

  /** find. */
  grantFind(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem"], [this.#table.tableArn]);
    to.set("ROLE_TABLE", this.#table.tableName);
  }
}
