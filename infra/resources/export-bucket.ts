import type { Construct } from "constructs";
import { DayBucket } from "./day-bucket.ts";

/** Lists of people that officers take out, for a day; see shared/export/export-bucket.ts. */
export class ExportBucket extends DayBucket {
  constructor(scope: Construct) {
    super(scope, "export-bucket", {
      setting: "EXPORT_BUCKET",
      folder: "exports",
    });
  }
}
