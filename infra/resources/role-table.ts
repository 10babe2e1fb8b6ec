import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/**
 * Who may do what; see shared/access/role-table.ts. One function writes it, with the approval of a second operator (decision
 * 0024); the first operators are given their role from the operators' command line (docs/operations.md).
 */
export class RoleTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "role-table");
    this.#table = new RetainedTable(this, "RoleTable", {
      partitionKey: text("id"),
      indexes: [
        {
          // Only who has a role for a unit has the attribute.
          indexName: "by-units-of",
          partitionKey: text("unitsOf"),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });
  }

  get tableArn(): string {
    return this.#table.tableArn;
  }

  /** find. */
  grantFind(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem"], [this.#table.tableArn]);
    to.set("ROLE_TABLE", this.#table.tableName);
  }

  /** find, unchanged. */
  grantHold(to: NodeFunction): void {
    this.grantFind(to);
    to.allow(["dynamodb:ConditionCheckItem"], [this.#table.tableArn]);
  }

  /** find, unchanged, save. */
  grantSave(to: NodeFunction): void {
    this.grantHold(to);
    to.allow(["dynamodb:PutItem"], [this.#table.tableArn]);
  }

  /** ofUnits. */
  grantListUnits(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-units-of")]);
  }
}
