import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Alarms } from "../constructs/alarms.ts";
import { QueueWithDeadLetters } from "../constructs/queues.ts";

/** Steps of bulk work; see shared/bulk/bulk-queue.ts. */
export class BulkQueue extends QueueWithDeadLetters {
  constructor(scope: Construct, alarms: Alarms) {
    super(scope, "bulk-queue", {
      alarms,
      whenItFails: "Approved imports and other changes of many records are not carried out",
      which: "set-aside",
      setting: "BULK_QUEUE",
      outputName: "BulkQueue",
      // A step that is throttled waits with its message, and each wait is a receive («Using dead-letter queues in Amazon SQS»).
      receives: 8,
      // A step takes a second or two; with a throttled table longer.
      consumerTimeout: Duration.seconds(60),
    });
  }
}
