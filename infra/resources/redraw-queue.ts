import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Alarms } from "../constructs/alarms.ts";
import { QueueWithDeadLetters } from "../constructs/queues.ts";

/** Holders whose card is to be looked at again; see shared/card/redraw-queue.ts. */
export class RedrawQueue extends QueueWithDeadLetters {
  constructor(scope: Construct, alarms: Alarms) {
    super(scope, "redraw-queue", {
      alarms,
      whenItFails: "A card could not be drawn even when it was asked for again",
      setting: "REDRAW_QUEUE",
      outputName: "RedrawQueue",
      // A backfill keeps it full, and nobody waits for those cards.
      waitsAtMost: Duration.hours(6),
      consumerTimeout: Duration.seconds(30),
    });
  }
}
