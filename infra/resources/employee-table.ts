import { ProjectionType, StreamViewType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";
import { StreamSource, type StreamSourceProps } from "../constructs/stream-source.ts";

/** Of each index of people whom somebody has to look at, since when they are in it. */
const lists = {
  "by-email-failed": "emailFailedAt",
  "by-photo-missing": "photoMissingSince",
  "by-email-missing": "emailMissingSince",
  "by-phone-missing": "phoneMissingSince",
};

const keysOnly = (indexName: string, partition: string, sort: string) => ({
  ...{ indexName, partitionKey: text(partition), sortKey: text(sort) },
  projectionType: ProjectionType.KEYS_ONLY,
});

/** The records; see shared/employee/employee-table.ts. */
export class EmployeeTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "employee-table");
    this.#table = new RetainedTable(this, "EmployeeTable", {
      partitionKey: text("id"),
      indexes: [
        { indexName: "by-unit", partitionKey: text("instansiId"), sortKey: text("unitKerja") },
        { indexName: "by-contract-end", partitionKey: text("contractEnd") },
      ]
        .map((index) => ({ ...index, projectionType: ProjectionType.ALL }))
        .concat(
          {
            indexName: "by-start",
            // Only a record whose first day has not come has it.
            partitionKey: text("startsOn"),
            projectionType: ProjectionType.KEYS_ONLY,
          },
          // Only a record that is in the list has the second attribute (shared/employee/record-lists.ts).
          ...Object.entries(lists).map(([name, since]) => keysOnly(name, "instansiId", since)),
          // Likewise only one whose photo waits for an officer (shared/employee/photo-review.ts).
          keysOnly("by-photo-review", "instansiId", "photoToReviewFrom"),
          // The key of a line has all its words. For the people of a page the records are read.
          keysOnly("by-name", "listedIn", "listedAs"),
        ),
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      expires: true,
    });
  }

  /** find, digestOf; together with the marker table's grantFind: idOf, findByNip. */
  grantFind(to: NodeFunction): void {
    to.allow(["dynamodb:GetItem"], [this.#table.tableArn]);
    to.set("EMPLOYEE_TABLE", this.#table.tableName);
  }

  /** findAll. */
  grantFindAll(to: NodeFunction): void {
    to.allow(["dynamodb:BatchGetItem"], [this.#table.tableArn]);
    to.set("EMPLOYEE_TABLE", this.#table.tableName);
  }

  /** findAll, search. */
  grantSearch(to: NodeFunction): void {
    this.grantFindAll(to);
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-name")]);
  }

  /** inUnit, idsInUnit, countIn. */
  grantListUnit(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-unit")]);
  }

  /** inUnit, countIn, countAll. */
  grantCountGroup(to: NodeFunction): void {
    to.allow(
      ["dynamodb:Query"],
      ["by-unit", "by-name"].map((index) => this.#table.indexArn(index)),
    );
  }

  /** inAgency. */
  grantListAgency(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-unit")]);
    to.set("EMPLOYEE_TABLE", this.#table.tableName);
  }

  /** listed: ids only. */
  grantLists(to: NodeFunction): void {
    // A pattern: the inline policy of who answers officers has no room for each («IAM and AWS STS quotas», IAM User Guide).
    const indexes = ["by-email-failed", "by-*-missing"].map((index) => this.#table.indexArn(index));
    to.allow(["dynamodb:Query"], indexes, {
      wildcard: "Its indexes of whom something is missing: each is a list that officers see.",
    });
  }

  /** awaiting (shared/photo/photo-review-table.ts): ids only. */
  grantPhotoReviews(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [this.#table.indexArn("by-photo-review")]);
  }

  /** contractsEndingOn, startingOn. */
  grantDays(to: NodeFunction): void {
    const indexes = ["by-contract-end", "by-start"].map((index) => this.#table.indexArn(index));
    to.allow(["dynamodb:Query"], indexes);
    to.set("EMPLOYEE_TABLE", this.#table.tableName);
  }

  /** unchanged, also of the requests about photos. */
  grantHold(to: NodeFunction): void {
    to.allow(["dynamodb:ConditionCheckItem"], [this.#table.tableArn]);
  }

  /** save; together with the marker table's grantMove: of a NIP and an e-mail too. Nothing of this table is ever deleted. */
  grantSave(to: NodeFunction): void {
    this.grantFind(to);
    to.allow(["dynamodb:PutItem"], [this.#table.tableArn]);
  }

  /** Sends the saves that match the filter to the function. */
  feed(to: NodeFunction, source: Omit<StreamSourceProps, "streamArn">): void {
    const streamArn = this.#table.tableStreamArn;
    if (!streamArn) throw new Error("The employee table has no stream.");
    new StreamSource(to, "employee-stream", { streamArn, ...source });
  }
}
