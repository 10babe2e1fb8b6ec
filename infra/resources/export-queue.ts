import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Alarms } from "../constructs/alarms.ts";
import { QueueWithDeadLetters } from "../constructs/queues.ts";

/** Lists that wait to be written; see shared/export/export-queue.ts. */
export class ExportQueue extends QueueWithDeadLetters {
  constructor(scope: Construct, alarms: Alarms) {
    super(scope, "export-queue", {
      alarms,
      whenItFails: "A list of people could not be written; its officer asks in vain",
      setting: "EXPORT_QUEUE",
      // Two lists are written at a time, and a large one takes minutes.
      waitsAtMost: Duration.hours(1),
      // A hundred thousand people take a third of this time.
      consumerTimeout: Duration.minutes(4),
    });
  }
}
