import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** As few as Lambda allows for a queue («Configuring scaling behavior for SQS event source mappings»): they share the rate. */
const lookers = 2;

/** Looks up reset requests and has Cognito mail their codes; mails the other codes that somebody waits for. */
export class AccountRecovery extends NodeFunction {
  constructor(
    scope: Construct,
    { settings, artifacts, alarms, data, mailer, resetQueue }: ServiceResources,
  ) {
    super(scope, "account-recovery", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Mailed codes are not sent; forgotten passwords and new accounts wait",
      concurrency: lookers,
      memoryMiB: 512,
      timeout: resetQueue.consumerTimeout,
    });
    data.sessionTable.grantSettle(this);
    data.sessionTable.grantMailCodes(this);
    data.hmacKey.grantDerive(this);
    data.campaignTable.grantMailCodes(this);
    mailer.grantSend(this);
    data.employeeTable.grantFind(this);
    data.markerTable.grantFind(this);
    data.rateLimitTable.grantGuard(this);
    data.accountTable.grantSummary(this);
    data.userDirectory.grantSendResetCode(this);
    data.userDirectory.grantCreateUser(this);
    this.set("NEW_EMAIL_WAIT_HOURS", String(settings.newEmailWaitHours));
    this.set("RESETS_PER_SECOND", String(settings.resetsPerSecond / lookers));

    resetQueue.grantDelay(this);
    resetQueue.feed(this, { concurrency: lookers });
  }
}
