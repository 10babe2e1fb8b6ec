import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import { Schedules } from "../constructs/schedules.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** What runs by the clock: the repair of what a dead function left behind, and the ends of contracts. */
export class ScheduledJobs extends NodeFunction {
  constructor(scope: Construct, { artifacts, alarms, data, redrawQueue }: ServiceResources) {
    super(scope, "scheduled-jobs", {
      artifacts,
      alarms,
      whenItFails: "Lost cards and photos are not repaired, and nobody is told of ended contracts",
      // Both jobs at once, at five past midnight.
      concurrency: 2,
      memoryMiB: 512,
      timeout: Duration.minutes(4),
    });
    data.employeeTable.grantSave(this);
    data.employeeTable.grantSweep(this);
    data.auditTable.grantAppend(this);
    data.cardTable.grantFind(this);
    data.photoBucket.grantListIncoming(this);
    data.photoQueue.grantSend(this);
    redrawQueue.grantSend(this);

    const schedules = new Schedules(this, {
      alarms,
      whenItFails: "A scheduled job could not even be started",
    });
    schedules.run("reconcile", "rate(5 minutes)");
    schedules.run("contract-ends", "cron(5 0 * * ? *)");
  }
}
