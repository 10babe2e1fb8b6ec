import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Holders' inboxes, and announcements; see shared/notification/notification-table.ts and announcement-table.ts. */
export class NotificationTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "notification-table");
    this.#table = new RetainedTable(this, "NotificationTable", {
      partitionKey: text("employeeId"),
      sortKey: text("id"),
      // Only announcements that were not ended have the first attribute.
      indexes: [
        { indexName: "by-running", partitionKey: text("runsFor"), sortKey: text("endsOn") },
      ],
    });
  }

  /** list. */
  grantList(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.tableArn]);
    to.set("NOTIFICATION_TABLE", this.#table.tableName);
  }

  /** add, mailsOf. */
  grantAdd(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem", "dynamodb:PutItem"], [this.#table.tableArn]);
    to.set("NOTIFICATION_TABLE", this.#table.tableName);
  }

  /** mailsOf, claimMails, releaseMails, settleMail, settleFormerMail, kept; of plans of mails find, replace, keep, ask. */
  grantSettleMails(to: NodeFunction): void {
    const actions = ["GetItem", "UpdateItem", "PutItem", "Query"];
    to.allow(
      actions.map((action) => `dynamodb:${action}`),
      [this.#table.tableArn],
    );
    to.set("NOTIFICATION_TABLE", this.#table.tableName);
  }

  /** Of summaries, whose keys are apart from those of people: due, asked. */
  grantSummaries(to: NodeFunction): void {
    this.#allowKeys(to, ["dynamodb:Query", "dynamodb:DeleteItem"], "summary#*");
  }

  /** Of announcements: add, markOf, mark, find, list, running, end, countReaders; no count is written. */
  grantAnnounce(to: NodeFunction): void {
    const actions = ["GetItem", "PutItem", "Query", "UpdateItem"].map(
      (action) => `dynamodb:${action}`,
    );
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-running")]);
    this.#allowKeys(to, actions, "announcement#*");
    this.#allowKeys(to, ["dynamodb:Query"], "announcement-count#*");
  }

  /** Of announcements: running, noteReader. */
  grantReadAnnouncements(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-running")]);
    this.#allowKeys(to, ["dynamodb:UpdateItem"], "announcement-count#*");
  }

  /** Of what lies beside the inboxes; for single writes, not for steps of a transaction (decision 0097). */
  #allowKeys(to: NodeFunction, actions: readonly string[], keys: string): void {
    to.allow([...actions], [this.#table.tableArn], {
      conditions: {
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [keys] },
        // The condition above also holds for a request without keys.
        Null: { "dynamodb:LeadingKeys": "false" },
      },
    });
    to.set("NOTIFICATION_TABLE", this.#table.tableName);
  }

  /** Of plans of mails: find, replace, of whoever is signed in. */
  grantPlan(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem", "dynamodb:PutItem"], [this.#table.tableArn]);
    to.set("NOTIFICATION_TABLE", this.#table.tableName);
  }

  /** Of who has left (shared/erasure): erase. */
  grantErase(to: NodeFunction): void {
    to.allow(["dynamodb:Query", "dynamodb:DeleteItem"], [this.#table.tableArn]);
    to.set("NOTIFICATION_TABLE", this.#table.tableName);
  }
}
