import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { JobFunction } from "../constructs/job-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

const whenItFails =
  "New addresses of holders do not take effect, reported photos are not seen, requests do not expire, summaries of mails are not sent, forms of campaigns lie, and leaves are not recounted";

/** Carries out changes of e-mail addresses and telephone numbers whose wait is over, takes reports of photos to the records, passes deadlines of requests, asks for summaries of mails, makes requests of the forms of campaigns, and counts leaves anew whose calendar has changed. */
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
    data.requestTable.grantOf(this);
    data.notificationTable.grantSummaries(this);
    mailQueue.grantSend(this);
    data.requestTable.grantFind(this);
    data.requestTable.grantFindAll(this);
    data.accountTable.grantSummary(this);
    data.campaignTable.grantTakeForms(this);
    data.requestTable.grantAway(this);
    data.agencyTable.grantRecount(this);

    this.watchCount(told.alarms, "request.overdue", {
      severity: "mail",
      whenItFails: "A report of wrong data has waited longer than the law allows",
      // The line is written once in three days, so the alarm looks at a day.
      periods: { breaching: 1, of: 24 },
      period: Duration.hours(1),
    });
    this.watchCount(told.alarms, "summaries.late", {
      severity: "mail",
      whenItFails: "Summaries of mails wait for more than a day",
      // The line is written at each run while they wait.
      periods: { breaching: 1, of: 3 },
    });
    this.runs("contact-changes", {
      ...told,
      whenItFails,
      expression: "rate(5 minutes)",
      within: Duration.hours(1),
    });
  }
}
