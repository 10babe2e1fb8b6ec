import { Construct } from "constructs";
import { RetainedTable, text } from "../constructs/retained-table.ts";

/** Months of people: what machines read of them, and what others decided; see shared/attendance/attendance-table.ts. */
export class AttendanceTable extends Construct {
  constructor(scope: Construct) {
    super(scope, "attendance-table");
    new RetainedTable(this, undefined, {
      // An agency and its month.
      partitionKey: text("id"),
      sortKey: text("person"),
    });
  }
}
