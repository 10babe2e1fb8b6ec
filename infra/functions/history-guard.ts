import { Duration } from "aws-cdk-lib";
import { Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { alarmPeriod } from "../constructs/alarms.ts";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/**
 * Reports entries of the history that were changed or deleted. A right to add cannot be kept from writing over, because IAM does
 * not see a write's condition (decision 0029). So whoever does it is heard of.
 */
export class HistoryGuard extends NodeFunction {
  constructor(scope: Construct, { artifacts, alarms, settings, data }: ServiceResources) {
    super(scope, "history-guard", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Which entry of the history was changed is not written down",
      // As many as a shard of the stream starts at once.
      concurrency: 4,
      memoryMiB: 256,
      timeout: Duration.seconds(10),
    });
    data.auditTable.feed(this, {
      alarms,
      whenItFails: "A change of the history could not be looked at",
      filter: { eventName: ["MODIFY", "REMOVE"] },
      batchSize: 10,
    });
    alarms.watch(
      this,
      {
        metric: this.lambda.metricInvocations({ period: alarmPeriod, statistic: Stats.SUM }),
        severity: "page",
        whenItFails: "Somebody changed or deleted an entry of the history",
        threshold: { above: 0 },
      },
      "overwritten-alarm",
    );
  }
}
