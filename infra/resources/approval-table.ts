import { ProjectionType, StreamViewType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";
import { StreamSource, type StreamSourceProps } from "../constructs/stream-source.ts";

/** What waits for a second person, and what became of it; see shared/access/approval-table.ts. Nothing of it goes but what is about a leaver. */
export class ApprovalTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "approval-table");
    this.#table = new RetainedTable(this, "ApprovalTable", {
      partitionKey: text("id"),
      indexes: [
        // Only what waits has a queue.
        { indexName: "by-queue", partitionKey: text("queue"), sortKey: text("until") },
        { indexName: "by-asker", partitionKey: text("askerId"), sortKey: text("askedAt") },
        // Of whom it is about.
        { indexName: "by-person", partitionKey: text("personId"), sortKey: text("askedAt") },
      ].map((index) => ({ ...index, projectionType: ProjectionType.ALL })),
      stream: StreamViewType.NEW_IMAGE,
    });
  }

  /** find. */
  grantFind(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem"], [this.#table.tableArn]);
    to.set("APPROVAL_TABLE", this.#table.tableName);
  }

  /** add, find. */
  grantAsk(to: NodeFunction): void {
    this.grantFind(to);
    to.allow(["dynamodb:PutItem"], [this.#table.tableArn]);
  }

  /** waiting. */
  grantWaiting(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-queue")]);
    to.set("APPROVAL_TABLE", this.#table.tableName);
  }

  /** add, find, waiting, askedBy, about, closing, close. */
  grantDecide(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem", "dynamodb:PutItem"], [this.#table.tableArn]);
    to.allow(
      ["dynamodb:Query"],
      ["by-queue", "by-asker", "by-person"].map((index) => this.#table.indexArn(index)),
    );
    to.set("APPROVAL_TABLE", this.#table.tableName);
  }

  /** Of who has left (shared/erasure): erase. */
  grantErase(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-person")]);
    to.set("APPROVAL_TABLE", this.#table.tableName);
    to.allow(["dynamodb:DeleteItem"], [this.#table.tableArn]);
  }

  /** Hands what matches the filter to the function. */
  feed(to: NodeFunction, source: Omit<StreamSourceProps, "streamArn">): void {
    const streamArn = this.#table.tableStreamArn;
    if (!streamArn) throw new Error("The approval table has no stream.");
    new StreamSource(to, "approval-stream", { streamArn, ...source });
  }
}
