import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { JobFunction } from "../constructs/job-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

const whenItFails =
  "New addresses and telephone numbers of holders do not take effect, and officers do not see reported photos";

/** Carries out changes of e-mail addresses and telephone numbers whose wait is over, and takes reports of photos to the records. */
export class ContactChanger extends JobFunction {
  constructor(scope: Construct, { data, ...told }: ServiceResources) {
    super(scope, "contact-changer", { ...told, whenItFails });
    data.employeeTable.grantSave(this);
    data.markerTable.grantMove(this);
    data.openChangeTable.grantOpen(this);
    data.auditTable.grantAppend(this);
    data.contactChangeTable.grantCarryOut(this);
    data.sessionTable.grantFindAccount(this);
    data.captchaTable.grantTakeReports(this);

    this.runs("contact-changes", {
      ...told,
      whenItFails,
      expression: "rate(5 minutes)",
      within: Duration.hours(1),
    });
  }
}
