import { ProjectionType } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Months of people: what machines read of them, and what others decided; see shared/attendance/attendance-table.ts. */
export class AttendanceTable extends Construct {
  readonly #table: RetainedTable;

  constructor(scope: Construct) {
    super(scope, "attendance-table");
    this.#table = new RetainedTable(this, undefined, {
      // An agency and its month; its rules; a machine and its numbers.
      partitionKey: text("id"),
      sortKey: text("person"),
      // Keys of phones go with their sessions (decision 0123); nothing else has an end.
      expires: true,
      indexes: [
        // For a copy of one's own data and for who erases a leaver. A reading that is added does not touch it: it has the keys alone.
        {
          indexName: "by-person",
          partitionKey: text("person"),
          sortKey: text("id"),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });
  }

  /** Months: find, findAll, list, closings, save; rules and numbers: find, of, save; keys of phones: find, findAll, list, save. */
  grantKeep(to: NodeFunction): void {
    const actions = ["GetItem", "BatchGetItem", "Query", "PutItem"];
    to.allow(
      actions.map((action) => `dynamodb:${action}`),
      [this.#table.arnFor(to)],
    );
    to.set("ATTENDANCE_TABLE", this.#table.tableName);
  }

  /** Months: find, saving; rules: find. */
  grantCorrect(to: NodeFunction): void {
    const actions = ["GetItem", "PutItem"];
    to.allow(
      actions.map((action) => `dynamodb:${action}`),
      [this.#table.arnFor(to)],
    );
    to.set("ATTENDANCE_TABLE", this.#table.tableName);
  }

  /** held; of keys of phones: findAll. */
  grantHeld(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [`${this.#table.arnFor(to)}/index/by-person`]);
    to.allow(["dynamodb:BatchGetItem"], [this.#table.arnFor(to)]);
    to.set("ATTENDANCE_TABLE", this.#table.tableName);
  }

  /** Of who has left (shared/erasure): erase. */
  grantErase(to: NodeFunction): void {
    to.allow(["dynamodb:Query"], [`${this.#table.arnFor(to)}/index/by-person`]);
    to.allow(["dynamodb:DeleteItem"], [this.#table.arnFor(to)]);
    to.set("ATTENDANCE_TABLE", this.#table.tableName);
  }
}
