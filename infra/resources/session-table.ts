import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** What a freeze, an unfreeze and an end of all sessions write of an account: all of `accountState` but the permit to enrol. */
const frozenAccount = [
  "schemaVersion",
  "type",
  "version",
  "validFrom",
  "sessions",
  "frozen",
  "unfrozenAt",
  "expiresAt",
];

/**
 * Sessions, auth challenges, and the state of each account; see shared/session/{session,auth-challenge}-table.ts. Who can write
 * a session can be anybody, so rights are limited to items (by the beginning of their key) and attributes:
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

  /** For sessions: find, touch. The function cannot change whose session it is. */
  grantTouch(to: NodeFunction): void {
    this.#allow(to, "dynamodb:GetItem", "session#*");
    this.#allow(to, "dynamodb:UpdateItem", "session#*", ["lastSeenAt"]);
  }

  /** For accounts: findAccount, freeze, freezing, unfreeze, unfreezing, ending. It ends sessions, and can begin none nor let a browser enrol. */
  grantFreeze(to: NodeFunction): void {
    this.#allow(to, "dynamodb:GetItem", "account#*");
    this.#allow(to, "dynamodb:PutItem", "account#*", frozenAccount);
    this.#allow(to, "dynamodb:DeleteItem", "session#*");
  }

  /** For mailed codes of the counter: ask, find, countTry, take. */
  grantCounterCodes(to: NodeFunction): void {
    for (const action of ["GetItem", "PutItem", "DeleteItem"])
      this.#allow(to, `dynamodb:${action}`, "code#counter#*");
    this.#allow(to, "dynamodb:UpdateItem", "code#counter#*", ["askId", "tries"]);
  }

  /** For challenges: find, match, settle. */
  grantSettle(to: NodeFunction): void {
    this.#allow(to, "dynamodb:GetItem", "step#*");
    this.#allow(to, "dynamodb:UpdateItem", "step#*", ["state", "email", "matched", "askedFor"]);
  }

  /** findAccount. */
  grantFindAccount(to: NodeFunction): void {
    this.#allow(to, "dynamodb:GetItem", "account#*");
  }

  /** findAccount, unfrozen. */
  grantHold(to: NodeFunction): void {
    this.grantFindAccount(to);
    // Of the whole table, because it is a step of a transaction (decision 0097); it reads nothing.
    to.allow(["dynamodb:ConditionCheckItem"], [this.#table.tableArn]);
  }

  /** For mailed codes: find, keep, settle. */
  grantMailCodes(to: NodeFunction): void {
    this.#allow(to, "dynamodb:GetItem", "code#*");
    const written = ["hash", "endsAt", "expiresAt", "settled"];
    this.#allow(to, "dynamodb:UpdateItem", "code#*", [...written, "askId"]);
  }

  /** For the links of mails: add. */
  grantAddLink(to: NodeFunction): void {
    this.#allow(to, "dynamodb:PutItem", "link#*");
  }

  /** All methods for sessions, challenges, mailed codes, accounts, devices and links. Only session-api begins and ends them. */
  grantKeep(to: NodeFunction): void {
    to.allow(
      ["BatchGetItem", "GetItem", "PutItem", "UpdateItem", "DeleteItem"].map(
        (action) => `dynamodb:${action}`,
      ),
      [this.#table.tableArn],
    );
    to.set("SESSION_TABLE", this.#table.tableName);
  }

  /**
   * @param attributes that may be written or used in the write's condition. They also limit the answer: an update may return
   * what it changed, not the whole item
   */
  #allow(to: NodeFunction, action: string, keys: string, attributes?: readonly string[]): void {
    const oneOf = { "dynamodb:LeadingKeys": [keys] };
    const conditions = attributes && {
      "ForAllValues:StringEquals": { "dynamodb:Attributes": ["id", ...attributes] },
      StringEqualsIfExists: { "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"] },
      // The conditions above also hold for a request without keys or attributes, so these must not be missing.
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
