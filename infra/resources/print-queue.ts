import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Alarms } from "../constructs/alarms.ts";
import { QueueWithDeadLetters } from "../constructs/queues.ts";

/** Prints that wait to be drawn; see shared/print/print-queue.ts. */
export class PrintQueue extends QueueWithDeadLetters {
  constructor(scope: Construct, alarms: Alarms) {
    super(scope, "print-queue", {
      alarms,
      whenItFails: "The cards or letters of a unit could not be printed; its officer asks in vain",
      setting: "PRINT_QUEUE",
      // Prints are drawn two at a time; a morning's may queue up.
      waitsAtMost: Duration.hours(1),
      // A part of two hundred cards with photos takes a third of this time.
      consumerTimeout: Duration.seconds(90),
    });
  }
}
