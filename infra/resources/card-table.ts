import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Pointers, tokens, serial numbers and signatures of the cards; see shared/card/card-table.ts and signature-table.ts. */
export class CardTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "card-table");
    this.#table = new RetainedTable(this, "CardTable", {
      partitionKey: text("id"),
      indexes: [
        {
          indexName: "by-renewal",
          // Only a signature that is to be made anew before it ends has them.
          partitionKey: text("renewal"),
          sortKey: text("renewOn"),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ["employeeId"],
        },
        {
          indexName: "by-part",
          // Only a place in the status list has it. One partition takes 1,000 writes a second, and renderers sign 250.
          partitionKey: text("part"),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ["employeeId", "contentHash"],
        },
      ],
    });
  }

  /** find, findToken. */
  grantFind(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem"], [this.#table.tableArn]);
    to.set("CARD_TABLE", this.#table.tableName);
  }

  /** find, noteView. No other attribute of a card can be written. */
  grantView(to: NodeFunction): void {
    this.grantFind(to);
    to.allow(["dynamodb:UpdateItem"], [this.#table.tableArn], {
      conditions: {
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["card#*"] },
        "ForAllValues:StringEquals": { "dynamodb:Attributes": ["id", "viewed"] },
        StringEqualsIfExists: { "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"] },
        // ForAllValues is true of a request that names none of them.
        Null: { "dynamodb:LeadingKeys": "false", "dynamodb:Attributes": "false" },
      },
    });
  }

  /** Of the signatures: due, claim. Nothing else of one can be written. */
  grantRenew(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-renewal")]);
    to.allow(["dynamodb:UpdateItem"], [this.#table.tableArn], {
      conditions: {
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["signature#*"] },
        "ForAllValues:StringEquals": { "dynamodb:Attributes": ["id", "renewal", "renewOn"] },
        StringEqualsIfExists: { "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"] },
        // ForAllValues is true of a request that names none of them.
        Null: { "dynamodb:LeadingKeys": "false", "dynamodb:Attributes": "false" },
      },
    });
    to.set("CARD_TABLE", this.#table.tableName);
  }

  /** Of the places in the status list (shared/card/status-place-table.ts): parts, placesIn; and the list of keys that is kept. */
  grantPlaces(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-part")]);
    to.allow(["dynamodb:GetItem"], [this.#table.tableArn], {
      conditions: {
        "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["places", "key-list"] },
        // ForAllValues is true of a request that names none.
        Null: { "dynamodb:LeadingKeys": "false" },
      },
    });
    to.set("CARD_TABLE", this.#table.tableName);
  }

  /** issue, addToken, point, noteFile; of the signatures: find, keep, takePlace, numberOf. */
  grantIssue(to: NodeFunction): void {
    this.grantFind(to);
    to.allow(["dynamodb:PutItem", "dynamodb:UpdateItem"], [this.#table.tableArn]);
  }
}
