import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { number, RetainedTable, text } from "../constructs/retained-table.ts";

/** The history of the records; see shared/audit/audit-table.ts. */
export class AuditTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "audit-table");
    this.#table = new RetainedTable(this, "AuditTable", {
      partitionKey: text("subjectId"),
      sortKey: number("revision"),
      // Only readings have these attributes.
      indexes: [
        {
          indexName: "by-reading",
          partitionKey: text("readOf"),
          sortKey: text("readAt"),
          projectionType: ProjectionType.ALL,
        },
      ],
    });
  }

  /** append, noteReading. Nobody may change or delete an entry. */
  grantAppend(to: NodeFunction): void {
    to.allow(["dynamodb:PutItem"], [this.#table.tableArn]);
    to.set("AUDIT_TABLE", this.#table.tableName);
  }

  /** history, readings. */
  grantHistory(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.tableArn, this.#table.indexArn("by-reading")]);
    to.set("AUDIT_TABLE", this.#table.tableName);
  }
}
