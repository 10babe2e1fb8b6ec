import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Alarms } from "../constructs/alarms.ts";
import { UploadQueue } from "../constructs/queues.ts";

/** Files of people that wait to be judged; see functions/import-judge/. */
export class ImportQueue extends UploadQueue {
  constructor(scope: Construct, alarms: Alarms) {
    super(scope, "import-queue", {
      alarms,
      whenItFails: "Officers cannot import files of employees",
      which: "set-aside",
      setting: "IMPORT_QUEUE",
      // As in bulk-queue: each wait of a throttled file is a receive. How often a deadly one is tried is counted in its item.
      receives: 8,
      // The most rows take less than that by docs/performance.md.
      consumerTimeout: Duration.minutes(4),
    });
  }
}
