import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/**
 * Sessions, the challenges on the way to one, and what each account has of them; see shared/session/{session,auth-challenge}-table.ts. Whoever
 * could write a session could be anybody, so the rights end at items (by the beginning of their key) and attributes:
 * «Using IAM policy conditions for fine-grained access control», Amazon DynamoDB Developer Guide.
 */
export class SessionTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "session-table");
    this.#table = new RetainedTable(this, "SessionTable", {
      partitionKey: text("id"),
      expires: true,
    });
  }

  /** Of a session: find, touch. It can be read, and seen; whose it is cannot be changed. */
  grantTouch(to: NodeFunction): void {
    this.#allow(to, "dynamodb:GetItem", "session#*");
    this.#allow(to, "dynamodb:UpdateItem", "session#*", ["lastSeenAt"]);
  }

  /** Of a challenge: find, match, settle. */
  grantSettle(to: NodeFunction): void {
    this.#allow(to, "dynamodb:GetItem", "step#*");
    this.#allow(to, "dynamodb:UpdateItem", "step#*", ["state", "email", "matched"]);
  }

  /** Everything of sessions, challenges and accounts: only session-api begins and ends them. */
  grantKeep(to: NodeFunction): void {
    to.allow(
      ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
      [this.#table.tableArn],
    );
    to.set("SESSION_TABLE", this.#table.tableName);
  }

  /**
   * @param attributes that may be written, or asked about in the write's condition. What comes back is held to them too:
   * an update may answer with what it changed, not with the whole item
   */
  #allow(to: NodeFunction, action: string, keys: string, attributes?: readonly string[]): void {
    const oneOf = { "dynamodb:LeadingKeys": [keys] };
    const conditions = attributes && {
      "ForAllValues:StringEquals": { "dynamodb:Attributes": ["id", ...attributes] },
      StringEqualsIfExists: { "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"] },
      // Both are true of a request that names none of them.
      Null: { "dynamodb:LeadingKeys": "false", "dynamodb:Attributes": "false" },
    };
    to.allow([action], [this.#table.tableArn], {
      conditions: {
        "ForAllValues:StringLike": oneOf,
        Null: { "dynamodb:LeadingKeys": "false" },
        ...conditions,
      },
    });
    to.set("SESSION_TABLE", this.#table.tableName);
  }
}
