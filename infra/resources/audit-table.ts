import { ProjectionType, StreamViewType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { number, RetainedTable, text } from "../constructs/retained-table.ts";
import { StreamSource, type StreamSourceProps } from "../constructs/stream-source.ts";

/** The history of the records; see shared/audit/audit-table.ts. */
export class AuditTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "audit-table");
    this.#table = new RetainedTable(this, "AuditTable", {
      partitionKey: text("subjectId"),
      sortKey: number("revision"),
      indexes: [
        // Only readings have these attributes.
        {
          indexName: "by-reading",
          partitionKey: text("readOf"),
          sortKey: text("readAt"),
          projectionType: ProjectionType.ALL,
        },
        {
          indexName: "by-writing",
          partitionKey: text("sealShard"),
          sortKey: text("writtenAt"),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ["digest"],
        },
      ],
      // The old one tells history-guard what exactly was changed.
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
    });
  }

  /**
   * eraseValues, of the histories of people and of approvals: nothing but values and salts, and no digest. The answer may say what was changed, not the
   * whole item.
   */
  grantErase(to: NodeFunction): void {
    const keys = ["emp_*", "account#*", "roles#*", "approval#*"];
    const attributes = ["subjectId", "revision", "reason", "origin", "changes", "salted"];
    this.#allow(to, "dynamodb:Query", keys);
    this.#allow(to, "dynamodb:UpdateItem", keys, this.#table.tableArn, {
      "ForAllValues:StringEquals": { "dynamodb:Attributes": attributes },
      StringEqualsIfExists: { "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"] },
    });
  }

  /** append, noteReading. No function may delete an entry; whoever writes over one is heard of (history-guard). */
  grantAppend(to: NodeFunction): void {
    to.allow(["dynamodb:PutItem"], [this.#table.tableArn]);
    to.set("AUDIT_TABLE", this.#table.tableName);
  }

  /** noteReading, and nothing of what was changed. */
  grantNoteReading(to: NodeFunction): void {
    this.#allow(to, "dynamodb:PutItem", "read#*");
  }

  /** Of a list that was taken out: add. */
  grantNoteExport(to: NodeFunction): void {
    this.#allow(to, "dynamodb:PutItem", "export#*");
  }

  /** For accounts: note. Not in a transaction, where nobody says whether keys limit a right (decision 0029). */
  grantNoteAccount(to: NodeFunction): void {
    this.#allow(to, "dynamodb:PutItem", "account#*");
  }

  /** For accounts: page. */
  grantAccountHistory(to: NodeFunction): void {
    this.#allow(to, "dynamodb:Query", "account#*");
  }

  /** Of records: history, readings; with grantAccountHistory all of a person. */
  grantRecordHistory(to: NodeFunction): void {
    this.#allow(to, "dynamodb:Query", "emp_*");
    this.#allow(to, "dynamodb:Query", "emp_*", this.#table.indexArn("by-reading"));
  }

  /** Of agencies: history. */
  grantAgencyHistory(to: NodeFunction): void {
    this.#allow(to, "dynamodb:Query", "agency#*");
  }

  /** Which entries were written when, with their digests; nothing of what they say. */
  grantWritten(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-writing")]);
    to.set("AUDIT_TABLE", this.#table.tableName);
  }

  /** Hands what matches the filter to the function. */
  feed(to: NodeFunction, source: Omit<StreamSourceProps, "streamArn">): void {
    const streamArn = this.#table.tableStreamArn;
    if (!streamArn) throw new Error("The audit table has no stream.");
    new StreamSource(to, "audit-stream", { streamArn, ...source });
  }

  /** history, readings. */
  grantHistory(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.tableArn, this.#table.indexArn("by-reading")]);
    to.set("AUDIT_TABLE", this.#table.tableName);
  }

  /** Histories of one kind: their keys are apart («LeadingKeys», PutItem and Query, Service Authorization Reference). */
  #allow(
    to: NodeFunction,
    action: string,
    keys: string | readonly string[],
    arn = this.#table.tableArn,
    attributes?: Record<string, Record<string, readonly string[]>>,
  ): void {
    to.allow([action], [arn], {
      conditions: {
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [keys].flat() },
        ...attributes,
        // The conditions above also hold for a request without keys or attributes.
        Null: {
          "dynamodb:LeadingKeys": "false",
          ...(attributes && { "dynamodb:Attributes": "false" }),
        },
      },
    });
    to.set("AUDIT_TABLE", this.#table.tableName);
  }
}
