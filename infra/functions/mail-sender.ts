import type { Construct } from "constructs";
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
    mailer.grantSend(this);
    this.set("MAIL_SENDERS", String(senders));

    mailQueue.grantDelay(this);
    mailQueue.grantGiveUp(this);
    mailQueue.feed(this, { concurrency: senders, batchSize: 10 });
  }
}
