import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Alarms } from "../constructs/alarms.ts";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** As few as Lambda allows for a queue («Configuring scaling behavior for SQS event source mappings»): they share SES's rate. */
const senders = 2;

/** Sends the mails of inbox items, at the pace that SES allows. */
export class MailSender extends NodeFunction {
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, mailer, mailQueue }: ServiceResources,
  ) {
    super(scope, "mail-sender", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Notices reach holders in their inbox on the site only, not by mail",
      concurrency: senders,
      memoryMiB: 512,
      timeout: mailQueue.consumerTimeout,
    });
    data.site.name(this);
    data.employeeTable.grantFind(this);
    data.notificationTable.grantSettleMails(this);
    data.sessionTable.grantAddLink(this);
    data.accountTable.grantStartReset(this);
    mailer.grantSend(this);
    mailer.grantQuota(this);
    this.set("MAIL_SENDERS", String(senders));
    this.set("SMS", settings.sms);

    mailQueue.grantDelay(this);
    mailQueue.grantGiveUp(this);
    mailQueue.feed(this, { concurrency: senders, batchSize: 10 });
    this.#watchDay(alarms);
  }

  /** SES has no metric of its day. A mail that waits for it looks again every two to four hours, so the alarm looks at five. */
  #watchDay(alarms: Alarms): void {
    this.watchCount(alarms, "mail.day-full", {
      severity: "mail",
      whenItFails: "Mails of notices wait until SES has room in its day again",
      periods: { breaching: 1, of: 5 },
      period: Duration.hours(1),
    });
  }
}
