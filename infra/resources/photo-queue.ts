import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Alarms } from "../constructs/alarms.ts";
import { UploadQueue } from "../constructs/queues.ts";

/** Uploads that wait for their outcome; see shared/photo/photo-queue.ts. */
export class PhotoQueue extends UploadQueue {
  constructor(scope: Construct, alarms: Alarms) {
    super(scope, "photo-queue", {
      alarms,
      whenItFails: "An uploaded photo got no outcome; its holder waits in vain",
      setting: "PHOTO_QUEUE",
      consumerTimeout: Duration.seconds(60),
    });
  }
}
