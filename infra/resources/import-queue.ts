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
      // The most rows take less than that by docs/performance.md.
      consumerTimeout: Duration.minutes(4),
    });
  }
}
