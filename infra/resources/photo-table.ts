import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";
import type { Settings } from "../settings.ts";

type PhotoSettings = Pick<Settings, "photoFormsPerHour" | "photoReviewPercent">;

/** Uploads and their outcomes; see shared/photo/photo-table.ts. */
export class PhotoTable extends Construct {
  readonly #table: RetainedTable;

  readonly #settings: PhotoSettings;

  constructor(scope: Construct, settings: PhotoSettings) {
    super(scope, "photo-table");
    this.#settings = settings;
    this.#table = new RetainedTable(this, "PhotoTable", {
      partitionKey: text("id"),
      indexes: [
        // Of people whose last photo was refused, and nobody else.
        {
          indexName: "by-refused",
          partitionKey: text("refusedIn"),
          sortKey: text("refusedAt"),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
      expires: true,
    });
  }

  /** expect, find. */
  grantExpect(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem", "dynamodb:PutItem"], [this.#table.tableArn]);
    to.set("PHOTO_TABLE", this.#table.tableName);
    to.set("PHOTO_FORMS_PER_HOUR", `${this.#settings.photoFormsPerHour}`);
  }

  /** draw, which writes no other attribute of an upload; and how many are drawn. Of who confirms them. */
  grantDraw(to: NodeFunction): void {
    this.#allowAttribute(to, "drawn");
    to.set("PHOTO_REVIEW_PERCENT", `${this.#settings.photoReviewPercent}`);
  }

  /** postpone. No other attribute of an upload can be written. */
  grantPostpone(to: NodeFunction): void {
    this.#allowAttribute(to, "askAgainAt");
    to.set("PHOTO_TABLE", this.#table.tableName);
  }

  #allowAttribute(to: NodeFunction, attribute: string): void {
    to.allow(["dynamodb:UpdateItem"], [this.#table.tableArn], {
      conditions: {
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["pho_*"] },
        "ForAllValues:StringEquals": { "dynamodb:Attributes": ["id", attribute] },
        StringEqualsIfExists: { "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"] },
        // ForAllValues is true of a request that names none of them.
        Null: { "dynamodb:LeadingKeys": "false", "dynamodb:Attributes": "false" },
      },
    });
  }

  /** refused. */
  grantRefused(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-refused")]);
    to.set("PHOTO_TABLE", this.#table.tableName);
  }

  /** find, latest. */
  grantFind(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem"], [this.#table.tableArn]);
    to.set("PHOTO_TABLE", this.#table.tableName);
  }

  /** find, decide. */
  grantDecide(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], [this.#table.tableArn]);
    to.set("PHOTO_TABLE", this.#table.tableName);
  }
}
