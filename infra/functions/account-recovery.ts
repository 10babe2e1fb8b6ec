import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Looks up reset requests, and has Cognito mail the codes. */
export class AccountRecovery extends NodeFunction {
  constructor(
    scope: Construct,
    { settings, artifacts, alarms, data, resetQueue }: ServiceResources,
  ) {
    super(scope, "account-recovery", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Reset codes are not sent; forgotten passwords and new accounts wait",
      concurrency: 5,
      memoryMiB: 512,
      timeout: resetQueue.consumerTimeout,
    });
    data.sessionTable.grantSettle(this);
    data.employeeTable.grantFind(this);
    data.markerTable.grantFind(this);
    data.rateLimitTable.grantCount(this);
    data.userDirectory.grantSendResetCode(this);
    this.set("NEW_EMAIL_WAIT_HOURS", String(settings.newEmailWaitHours));

    resetQueue.feed(this, { concurrency: 5 });
  }
}
