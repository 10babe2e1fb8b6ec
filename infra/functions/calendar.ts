import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import { Schedules } from "../constructs/schedules.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Does what takes effect because a day has come: decrees, contracts that have ended, appointments that begin; and has data quality counted and holders reminded. */
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
      whenItFails: "Decisions do not act on their day, and nobody is told of ended contracts",
      // Lambda may deliver an event twice. If the second one were throttled, it would raise the alarm.
      concurrency: 2,
      // A whole processor: it is the processor that decides how many decrees act in a run, and CPU goes by memory («Configure Lambda function
      // memory», AWS Lambda Developer Guide).
      memoryMiB: 1769,
      timeout: Duration.minutes(4),
    });
    data.employeeTable.grantSave(this);
    data.openChangeTable.grantOpen(this);
    data.employeeTable.grantDays(this);
    data.employeeTable.grantPhotoReviews(this);
    data.auditTable.grantAppend(this);
    data.agencyTable.grantList(this);
    data.bulkTable.grantStart(this);
    data.bulkTable.grantFind(this);
    bulkQueue.grantSend(this);
    data.contactChangeTable.grantAct(this);
    data.roleTable.grantHold(this);
    data.unitTable.grantJoin(this);

    // At 22.00 in Jakarta the day begins in WIT, at 23.00 in WITA. On the first night of a year more is due than one run may do.
    new Schedules(this, {
      alarms,
      whenItFails: "The nightly look for what a new day brings could not even be started",
    }).run("days", "cron(0/5 22-23,0-4 * * ? *)", {
      within: Duration.hours(26),
      severity: "mail",
      whenItFails: "The nightly look for what a new day brings has not succeeded for a day",
    });
  }
}
