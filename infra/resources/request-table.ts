import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** What people ask for and others decide; see shared/request/request-table.ts. Nothing that was sent goes but what is about a leaver. */
export class RequestTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "request-table");
    this.#table = new RetainedTable(this, "RequestTable", {
      partitionKey: text("id"),
      indexes: [
        { indexName: "by-person", partitionKey: text("personId"), sortKey: text("since") },
        // Only what waits for officers has a queue, and only what waits has a deadline.
        { indexName: "by-queue", partitionKey: text("queue"), sortKey: text("submittedAt") },
        // Only what was sent and has ended is in it, by its agency and outcome (decision 0096).
        { indexName: "by-end", partitionKey: text("endedIn"), sortKey: text("since") },
        { indexName: "by-due", partitionKey: text("due"), sortKey: text("dueAt") },
      ].map((index) => ({ ...index, projectionType: ProjectionType.ALL })),
      // Drafts, and none that was sent.
      expires: true,
    });
  }

  /** find, of, waiting, ended, saving, save. */
  grantDecide(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem", "dynamodb:PutItem"], [this.#table.tableArn]);
    to.allow(
      ["dynamodb:Query"],
      ["by-person", "by-queue", "by-end"].map((index) => this.#table.indexArn(index)),
    );
    to.set("REQUEST_TABLE", this.#table.tableName);
  }

  /** findAll; of ledgers, beside find: find. */
  grantFindAll(to: NodeFunction): void {
    to.allow(["dynamodb:BatchGetItem"], [this.#table.tableArn]);
    to.set("REQUEST_TABLE", this.#table.tableName);
  }

  /** find. */
  grantFind(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem"], [this.#table.tableArn]);
    to.set("REQUEST_TABLE", this.#table.tableName);
  }

  /** due, save. */
  grantPassDeadlines(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-due")]);
    to.allow(["dynamodb:PutItem"], [this.#table.tableArn]);
    to.set("REQUEST_TABLE", this.#table.tableName);
  }

  /** Of ledgers: awayIn. */
  grantAway(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-end")]);
    to.set("REQUEST_TABLE", this.#table.tableName);
  }

  /** of. */
  grantOf(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-person")]);
    to.set("REQUEST_TABLE", this.#table.tableName);
  }

  /** Of who has left (shared/erasure): erase; and endedBy, remove of files behind ended requests. */
  grantErase(to: NodeFunction): void {
    this.grantOf(to);
    // Whose files' time is over.
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-due")]);
    to.allow(["dynamodb:DeleteItem"], [this.#table.tableArn]);
  }
}
