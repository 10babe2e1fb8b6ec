import type { Construct } from "constructs";
import { DayBucket } from "./day-bucket.ts";

/** Files of many cards, for a day; see shared/print/print-bucket.ts. Cards are in another bucket, because none is ever deleted. */
export class PrintBucket extends DayBucket {
  constructor(scope: Construct) {
    super(scope, "print-bucket", {
      setting: "PRINT_BUCKET",
      folder: "prints",
    });
  }
}
