import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import { Schedules } from "../constructs/schedules.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Does what takes effect because a day has come: contracts that have ended, appointments that begin, and has data quality counted. */
export class Calendar extends NodeFunction {
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, bulkQueue }: ServiceResources,
  ) {
    super(scope, "calendar", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Nobody is told of ended contracts",
      // Lambda may deliver an event twice. If the second one were throttled, it would raise the alarm.
      concurrency: 2,
      memoryMiB: 512,
      timeout: Duration.minutes(4),
    });
    data.employeeTable.grantSave(this);
    data.openChangeTable.grantOpen(this);
    data.employeeTable.grantDays(this);
    data.auditTable.grantAppend(this);
    data.agencyTable.grantList(this);
    data.bulkTable.grantStart(this);
    bulkQueue.grantSend(this);

    // At 22.00 in Jakarta the day begins in WIT, at 23.00 in WITA. On the first night of a year more contracts end than one run may report.
    new Schedules(this, {
      alarms,
      whenItFails: "The nightly look for ended contracts could not even be started",
    }).run("contract-ends", "cron(0/10 22-23,0-4 * * ? *)", {
      within: Duration.hours(26),
      severity: "mail",
      whenItFails: "The nightly look for ended contracts has not succeeded for a day",
    });
  }
}
