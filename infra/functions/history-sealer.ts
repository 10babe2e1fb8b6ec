import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import { Schedules } from "../constructs/schedules.ts";
import type { SealBucket } from "../resources/seal-bucket.ts";
import type { SealKey } from "../resources/seal-key.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

interface Sealing {
  readonly bucket: SealBucket;
  readonly key: SealKey;
}

/** Seals the history each hour (decision 0046). It reads keys and digests, and nothing of what an entry says. */
export class HistorySealer extends NodeFunction {
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data }: ServiceResources,
    { bucket, key }: Sealing,
  ) {
    super(scope, "history-sealer", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Runs that seal the history fail",
      // Lambda may deliver an event twice; both make the same seal, and one keeps it.
      concurrency: 2,
      // 200,000 leaves, and their text.
      memoryMiB: 1024,
      // Each seal stands by itself: a run that ends in the middle is made up for by the next one.
      timeout: Duration.minutes(4),
      startsSeldom: true,
    });
    data.auditTable.grantWritten(this);
    bucket.grantSeal(this);
    key.grantSign(this);

    // A quarter of an hour after the hour its last entries are in the index.
    new Schedules(this, {
      alarms,
      whenItFails: "The sealing of the history could not even be started",
    }).run("seal-history", "cron(20 * * * ? *)", {
      within: Duration.hours(3),
      severity: "mail",
      whenItFails: "The history has not been sealed for three hours",
    });
  }
}
