import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** The agencies: names, zones, and what they change of their cards; see shared/agency/agency-table.ts. */
export class AgencyTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "agency-table");
    this.#table = new RetainedTable(this, "AgencyTable", {
      partitionKey: text("kind"),
      sortKey: text("id"),
    });
  }

  /** find. */
  grantFind(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem"], [this.#table.tableArn]);
    to.set("AGENCY_TABLE", this.#table.tableName);
  }

  /** find; of calendars: together. */
  grantCalendars(to: NodeFunction): void {
    this.grantFind(to);
    to.allow(["dynamodb:BatchGetItem"], [this.#table.tableArn]);
  }

  /** list. */
  grantList(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.tableArn]);
    to.set("AGENCY_TABLE", this.#table.tableName);
  }

  /** list; of calendars: together, uncounted, markCounted: nothing but a note that was counted goes. */
  grantRecount(to: NodeFunction): void {
    to.allow(["dynamodb:Query", "dynamodb:BatchGetItem"], [this.#table.tableArn]);
    to.set("AGENCY_TABLE", this.#table.tableName);
    to.allow(["dynamodb:DeleteItem"], [this.#table.tableArn], {
      conditions: {
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["changed-days"] },
        // ForAllValues is true of a request that names none.
        Null: { "dynamodb:LeadingKeys": "false" },
      },
    });
  }

  /** put, of the boards of data quality: no agency can be written. */
  grantBoards(to: NodeFunction): void {
    to.allow(["dynamodb:PutItem"], [this.#table.tableArn], {
      conditions: {
        "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["quality"] },
        // ForAllValues is true of a request that names none.
        Null: { "dynamodb:LeadingKeys": "false" },
      },
    });
  }

  /** list, joinedBy, register, of results result, learnt; noteJoin, append: no agency, calendar or offer can be written. */
  grantJoinTrainings(to: NodeFunction): void {
    this.grantList(to);
    to.allow(["dynamodb:PutItem", "dynamodb:UpdateItem"], [this.#table.tableArn], {
      conditions: {
        "ForAllValues:StringLike": {
          "dynamodb:LeadingKeys": ["learner#*", "training-register"],
        },
        // ForAllValues is true of a request that names none.
        Null: { "dynamodb:LeadingKeys": "false" },
      },
    });
  }

  /** Of results learnt and counting: what a claim counts is added, and nothing else can be written. */
  grantCountLearning(to: NodeFunction): void {
    this.grantList(to);
    to.allow(["dynamodb:PutItem"], [this.#table.tableArn], {
      conditions: {
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["learnt#*"] },
        // ForAllValues is true of a request that names none.
        Null: { "dynamodb:LeadingKeys": "false" },
      },
    });
  }

  /** save, append, of trainings; saveSheet, saveResult of their results. */
  grantOfferTrainings(to: NodeFunction): void {
    to.allow(["dynamodb:UpdateItem"], [this.#table.tableArn]);
  }

  /** find, list, save. */
  grantAdminister(to: NodeFunction): void {
    this.grantFind(to);
    to.allow(["dynamodb:PutItem", "dynamodb:Query"], [this.#table.tableArn]);
  }
}
