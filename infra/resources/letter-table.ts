import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Letters of agencies, and the registers of their numbers; see shared/letter/letter-table.ts. Nothing that has a number goes. */
export class LetterTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "letter-table");
    this.#table = new RetainedTable(this, undefined, {
      partitionKey: text("id"),
      sortKey: text("part"),
      // Only letters have an agency, only what waits for a signature the post that it waits for, and only what is about one person names them.
      indexes: [
        { indexName: "by-agency", partitionKey: text("agency"), sortKey: text("since") },
        { indexName: "by-post", partitionKey: text("waitsFor"), sortKey: text("since") },
        { indexName: "by-person", partitionKey: text("about"), sortKey: text("since") },
      ].map((index) => ({ ...index, projectionType: ProjectionType.ALL })),
    });
  }

  /** find, of, waitingFor, about, save; take, settle, read, entering, moving. */
  grantChange(to: NodeFunction): void {
    const arn = this.#table.arnFor(to);
    const actions = ["GetItem", "Query", "PutItem", "UpdateItem"];
    to.allow(
      actions.map((action) => `dynamodb:${action}`),
      [arn],
    );
    to.allow(["dynamodb:Query"], [`${arn}/index/by-agency`, `${arn}/index/by-post`]);
    this.grantAbout(to);
  }

  /** save, of a new one. */
  grantBegin(to: NodeFunction): void {
    to.allow(["dynamodb:PutItem"], [this.#table.arnFor(to)]);
    to.set("LETTER_TABLE", this.#table.tableName);
  }

  /** about. */
  grantAbout(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [`${this.#table.arnFor(to)}/index/by-person`]);
    to.set("LETTER_TABLE", this.#table.tableName);
  }
}
