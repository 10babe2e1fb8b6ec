import { Stack } from "aws-cdk-lib";
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
    to.allow(["dynamodb:GetItem"], [this.#arnFor(to)]);
    to.set("DOCUMENT_TABLE", this.#table.tableName);
  }

  /** find, add. */
  grantIssue(to: NodeFunction): void {
    this.grantFind(to);
    to.allow(["dynamodb:PutItem"], [this.#arnFor(to)]);
  }

  /** Of who has left (shared/erasure): erase. */
  grantErase(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [`${this.#arnFor(to)}/index/by-person`]);
    to.allow(["dynamodb:DeleteItem"], [this.#arnFor(to)]);
    to.set("DOCUMENT_TABLE", this.#table.tableName);
  }

  /** Made of the name that the function is told anyway: the stack has few outputs left («Understand CloudFormation quotas»). */
  #arnFor(to: NodeFunction): string {
    const resourceName = this.#table.tableName;
    return Stack.of(to).formatArn({ service: "dynamodb", resource: "table", resourceName });
  }
}
