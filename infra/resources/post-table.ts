import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** The posts that decide, the titles that lead to them, and whom they name; see shared/post/post-table.ts. */
export class PostTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "post-table");
    this.#table = new RetainedTable(this, undefined, {
      partitionKey: text("id"),
      sortKey: text("part"),
      // Only what says that a post names somebody has its key.
      indexes: [
        {
          indexName: "by-person",
          partitionKey: text("person"),
          projectionType: ProjectionType.ALL,
        },
      ],
    });
  }

  /** find, findAll, findByTitle, list, unchanged, save. */
  grantChange(to: NodeFunction): void {
    const actions = ["GetItem", "BatchGetItem", "Query", "ConditionCheckItem"];
    const writes = ["PutItem", "DeleteItem"];
    to.allow(
      [...actions, ...writes].map((action) => `dynamodb:${action}`),
      [this.#table.arnFor(to)],
    );
    to.set("POST_TABLE", this.#table.tableName);
  }

  /** findAll, actedBy, unchanged; of the rules: of. */
  grantAct(to: NodeFunction): void {
    this.#grantActed(to, "dynamodb:ConditionCheckItem");
  }

  /** actedBy. */
  grantActedBy(to: NodeFunction): void {
    this.#grantActed(to);
  }

  #grantActed(to: NodeFunction, ...more: readonly string[]): void {
    const posts = this.#table.arnFor(to);
    to.allow(["dynamodb:BatchGetItem", ...more], [posts]);
    to.allow(["dynamodb:Query"], [`${posts}/index/by-person`]);
    to.set("POST_TABLE", this.#table.tableName);
  }
}
