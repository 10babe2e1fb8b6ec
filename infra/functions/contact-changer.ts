import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { JobFunction } from "../constructs/job-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

const whenItFails =
  "New addresses and telephone numbers of holders do not take effect, officers do not see reported photos, requests do not expire, and summaries of mails are not sent";

/** Carries out changes of e-mail addresses and telephone numbers whose wait is over, takes reports of photos to the records, passes deadlines of requests, and asks for summaries of mails. */
export class ContactChanger extends JobFunction {
  constructor(scope: Construct, { data, mailQueue, ...told }: ServiceResources) {
    super(scope, "contact-changer", { ...told, whenItFails });
    data.employeeTable.grantSave(this);
    data.markerTable.grantMove(this);
    data.openChangeTable.grantOpen(this);
    data.auditTable.grantAppend(this);
    data.contactChangeTable.grantCarryOut(this);
    data.sessionTable.grantFindAccount(this);
    data.captchaTable.grantTakeReports(this);
    data.requestTable.grantPassDeadlines(this);
    data.notificationTable.grantSummaries(this);
    mailQueue.grantSend(this);

    this.runs("contact-changes", {
      ...told,
      whenItFails,
      expression: "rate(5 minutes)",
      within: Duration.hours(1),
    });
  }
}
