import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import { Schedules } from "../constructs/schedules.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

const whenItFails = "New e-mail addresses and telephone numbers of holders do not take effect";

/** Carries out changes of e-mail addresses and telephone numbers whose wait is over. */
export class ContactChanger extends NodeFunction {
  constructor(scope: Construct, { artifacts, alarms, settings, data }: ServiceResources) {
    super(scope, "contact-changer", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails,
      // A run that is repeated may overlap with the next one.
      concurrency: 2,
      memoryMiB: 512,
      timeout: Duration.minutes(4),
    });
    data.employeeTable.grantSave(this);
    data.markerTable.grantMove(this);
    data.openChangeTable.grantOpen(this);
    data.auditTable.grantAppend(this);
    data.contactChangeTable.grantCarryOut(this);
    data.sessionTable.grantFindAccount(this);

    new Schedules(this, {
      alarms,
      whenItFails,
      which: "not-started",
    }).run("contact-changes", "rate(5 minutes)", {
      within: Duration.hours(1),
      severity: "mail",
      whenItFails,
      which: "stopped",
    });
  }
}
