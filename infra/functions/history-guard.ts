import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/**
 * Reports entries of the history that were changed or deleted. A right to add cannot be kept from writing over, because IAM does
 * not see a write's condition (decision 0029). So whoever does it is heard of, but for the erasing of
 * a leaver's values (0058).
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
    // To see that the person's data are being erased.
    data.employeeTable.grantFind(this);
    this.set("ERASURE_YEARS", String(settings.erasureYears));
    data.auditTable.feed(this, {
      alarms,
      whenItFails: "A change of the history could not be looked at",
      severity: "page",
      filter: { eventName: ["MODIFY", "REMOVE"] },
      batchSize: 10,
    });
    this.watchCount(alarms, "history.overwritten", {
      severity: "page",
      whenItFails: "Somebody changed or deleted an entry of the history",
    });
  }
}
