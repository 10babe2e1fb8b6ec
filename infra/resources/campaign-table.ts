import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** What a campaign's own item says; shared/campaign/campaign.ts. The ids of its people are in items of the same key, under another attribute. */
const ofCampaign = [
  ...["id", "part", "schemaVersion", "instansiId", "instansi", "title", "group"],
  ...["firstDay", "lastDay", "zone", "startsAt", "endsAt", "openedBy", "openedAt", "endedBy"],
  ...["people", "unmatched", "version"],
];

/** Campaigns, their people and answers, and the forms of people who did not sign in; see shared/campaign/campaign{,-form}-table.ts. */
export class CampaignTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "campaign-table");
    this.#table = new RetainedTable(this, "CampaignTable", {
      partitionKey: text("id"),
      sortKey: text("part"),
      indexes: [
        // Only campaigns have the first two keys, and only a confirmed form that nobody has taken has the third.
        { indexName: "by-agency", partitionKey: text("instansiId"), sortKey: text("endsAt") },
        { indexName: "by-end", partitionKey: text("listed"), sortKey: text("endsAt") },
        { indexName: "by-confirmed", partitionKey: text("toTake"), sortKey: text("confirmedAt") },
      ].map((index) => ({ ...index, projectionType: ProjectionType.ALL })),
      expires: true,
    });
  }

  /** find, running; of forms: add, findForm, countTry, confirm. */
  grantSendForms(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-end")]);
    this.#allowForms(to, "GetItem");
    this.#allow(to, "GetItem", ["cmp_*"], ofCampaign);
    this.#allowForms(to, "PutItem", "UpdateItem");
  }

  /** Of forms: findForm, keepCode, settle. */
  grantMailCodes(to: NodeFunction): void {
    this.#allowForms(to, "GetItem", "UpdateItem");
  }

  /** find, peopleOf, answersOf; of forms: untaken, findForm, postpone, take. */
  grantTakeForms(to: NodeFunction): void {
    const actions = ["GetItem", "Query", "PutItem", "UpdateItem"];
    to.allow(
      actions.map((action) => `dynamodb:${action}`),
      [this.#table.tableArn],
    );
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-confirmed")]);
    to.set("CAMPAIGN_TABLE", this.#table.tableName);
  }

  /** find, peopleOf, answersOf. */
  grantReport(to: NodeFunction): void {
    for (const action of ["GetItem", "Query"]) this.#allow(to, action, ["cmp_*"]);
  }

  /** of, peopleOf, answersOf. */
  grantTell(to: NodeFunction): void {
    this.#allow(to, "Query", ["cmp_*"]);
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-agency")]);
  }

  /** find, of, open, save, peopleOf, answersOf. */
  grantRun(to: NodeFunction): void {
    const keys = ["cmp_*"];
    for (const action of ["GetItem", "Query", "PutItem"]) this.#allow(to, action, keys);
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-agency")]);
  }

  #allowForms(to: NodeFunction, ...actions: readonly string[]): void {
    for (const action of actions) this.#allow(to, action, ["form_*"]);
  }

  /** @param attributes that a reading has to name, and no other ones */
  #allow(
    to: NodeFunction,
    action: string,
    keys: readonly string[],
    attributes?: readonly string[],
  ): void {
    to.allow([`dynamodb:${action}`], [this.#table.tableArn], {
      conditions: {
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": keys },
        ...(attributes && {
          "ForAllValues:StringEquals": { "dynamodb:Attributes": attributes },
          // One that names no attributes answers with all («Using IAM policy conditions for fine-grained access control»).
          StringEqualsIfExists: {
            "dynamodb:Select": "SPECIFIC_ATTRIBUTES",
            "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"],
          },
        }),
        // The conditions above also hold for a request without keys, or attributes.
        Null: {
          "dynamodb:LeadingKeys": "false",
          ...(attributes && { "dynamodb:Attributes": "false" }),
        },
      },
    });
    to.set("CAMPAIGN_TABLE", this.#table.tableName);
  }
}
