import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** What the desk may know of an account; shared/account/account-record.ts, `accountSummary`. No secret is among them. */
const summary = [
  "employeeId",
  "schemaVersion",
  "instansiId",
  "state",
  "registeredAt",
  "deviceName",
  "recoveryCodesLeft",
  "mfaReset",
  "frozen",
  "reminded",
];

/** What a new account is made of: its state and its place in the lists. */
const added = ["employeeId", "schemaVersion", "instansiId", "state", "listed", "listedSince"];

/** What is written with the copy of a freeze: its place in the lists too. */
const freeze = [
  "employeeId",
  "schemaVersion",
  "instansiId",
  "state",
  "frozen",
  "listed",
  "listedSince",
];

/** What the desk may write of it: also a reset of the second factor. */
const desk = [...freeze, "mfaReset"];

/** How each person gets in: state, sealed authenticator, recovery codes; see shared/account/account-table.ts. */
export class AccountTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "account-table");
    this.#table = new RetainedTable(this, "AccountTable", {
      partitionKey: text("employeeId"),
      // Only accounts that somebody has to look at have these attributes.
      indexes: [
        {
          indexName: "by-state",
          partitionKey: text("listed"),
          sortKey: text("listedSince"),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });
  }

  /** adding. */
  grantAdd(to: NodeFunction): void {
    this.#allow(to, "dynamodb:UpdateItem", added);
    to.set("ACCOUNT_TABLE", this.#table.tableName);
  }

  /** reminding. */
  grantRemind(to: NodeFunction): void {
    this.#allow(to, "dynamodb:UpdateItem", ["employeeId", "reminded"]);
    to.set("ACCOUNT_TABLE", this.#table.tableName);
  }

  /** Of who has left (shared/erasure): erase. It reads nothing of an account. */
  grantErase(to: NodeFunction): void {
    to.allow(["dynamodb:DeleteItem"], [this.#table.tableArn]);
    to.set("ACCOUNT_TABLE", this.#table.tableName);
  }

  /** All methods but list. Only session-api reads what is secret. */
  grantKeep(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], [this.#table.tableArn]);
    to.set("ACCOUNT_TABLE", this.#table.tableName);
  }

  /** list: ids only, nothing of an account. */
  grantList(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-state")]);
    to.set("ACCOUNT_TABLE", this.#table.tableName);
  }

  /** list, and among: in which list somebody is, and nothing else of an account. */
  grantListed(to: NodeFunction): void {
    this.grantList(to);
    this.#allow(to, "dynamodb:BatchGetItem", ["employeeId", "listed"]);
  }

  /** summary. */
  grantSummary(to: NodeFunction): void {
    this.#allow(to, "dynamodb:GetItem", summary);
    to.set("ACCOUNT_TABLE", this.#table.tableName);
  }

  /** markFrozen. */
  grantMarkFrozen(to: NodeFunction): void {
    this.grantSummary(to);
    this.#allow(to, "dynamodb:UpdateItem", freeze);
  }

  /** summary, askingMfaReset, decidingMfaReset, takeMfaReset, markFrozen. */
  grantAttend(to: NodeFunction): void {
    this.grantSummary(to);
    this.#allow(to, "dynamodb:UpdateItem", desk);
  }

  /** startMfaReset. */
  grantStartReset(to: NodeFunction): void {
    this.#allow(to, "dynamodb:UpdateItem", ["employeeId", "mfaReset"]);
    to.set("ACCOUNT_TABLE", this.#table.tableName);
  }

  #allow(to: NodeFunction, action: string, attributes: readonly string[]): void {
    to.allow([action], [this.#table.tableArn], {
      conditions: {
        "ForAllValues:StringEquals": { "dynamodb:Attributes": attributes },
        // A reading that names no attributes answers with all, though its key may be all it names («Grant permissions that limit
        // access to specific attributes in a table», in «Using IAM policy conditions for fine-grained access control»).
        StringEqualsIfExists: {
          "dynamodb:Select": "SPECIFIC_ATTRIBUTES",
          "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"],
        },
        // ForAllValues is true of a request that names no attribute.
        Null: { "dynamodb:Attributes": "false" },
      },
    });
  }
}
