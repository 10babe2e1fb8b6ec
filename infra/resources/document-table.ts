import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Papers that were drawn, by the hash of the token that their QR has; see shared/document/document-table.ts. */
export class DocumentTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "document-table");
    this.#table = new RetainedTable(this, "DocumentTable", {
      partitionKey: text("id"),
      indexes: [
        // Only for who erases what is about a leaver, who needs no more than the key.
        {
          indexName: "by-person",
          partitionKey: text("personId"),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });
  }

  /** find. */
  grantFind(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem"], [this.#table.tableArn]);
    to.set("DOCUMENT_TABLE", this.#table.tableName);
  }

  /** find, add. */
  grantIssue(to: NodeFunction): void {
    this.grantFind(to);
    to.allow(["dynamodb:PutItem"], [this.#table.tableArn]);
  }

  /** Of who has left (shared/erasure): erase. */
  grantErase(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-person")]);
    to.allow(["dynamodb:DeleteItem"], [this.#table.tableArn]);
    to.set("DOCUMENT_TABLE", this.#table.tableName);
  }
}
