import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Alarms } from "../constructs/alarms.ts";
import { QueueWithDeadLetters } from "../constructs/queues.ts";

/** Resets to be looked up and codes to be mailed, after they were asked for; see functions/account-recovery/handle.ts. */
export class ResetQueue extends QueueWithDeadLetters {
  constructor(scope: Construct, alarms: Alarms) {
    super(scope, "reset-queue", {
      alarms,
      whenItFails: "Someone who asked for a code got no mail",
      setting: "RESET_QUEUE",
      consumerTimeout: Duration.seconds(15),
      // What Cognito throttles comes again after 5 s, 10 s and so on, so for about ten minutes; a reset ends after an hour.
      receives: 8,
    });
  }
}
