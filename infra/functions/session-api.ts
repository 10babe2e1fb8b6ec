import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Login, password reset and logout, and what everybody sees and changes of the own account. */
export class SessionApi extends NodeFunction {
  /** Long: a table, one line for each right. */
  constructor(
    scope: Construct,
    { settings, artifacts, alarms, data, api, resetQueue }: ServiceResources,
  ) {
    super(scope, "session-api", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Nobody can log in, activate an account or reset a password",
      concurrency: 54,
      memoryMiB: 512,
      timeout: Duration.seconds(10),
    });
    data.site.name(this);
    data.agencyTable.grantFind(this);
    data.hmacKey.grantDerive(this);
    data.sessionTable.grantKeep(this);
    data.roleTable.grantFind(this);
    data.sessionKey.grantSeal(this);
    data.accountTable.grantKeep(this);
    data.authenticatorKey.grantSeal(this);
    data.captchaTable.grantUse(this);
    data.captchaTable.grantScans(this);
    data.rateLimitTable.grantGuard(this);
    data.employeeTable.grantFind(this);
    data.markerTable.grantFind(this);
    data.auditTable.grantNoteAccount(this);
    data.auditTable.grantAccountHistory(this);
    data.userDirectory.grantSignIn(this);
    data.userDirectory.grantSignOut(this);
    data.userDirectory.grantResetMfa(this);
    data.contactChangeTable.grantKeep(this);
    data.requestTable.grantOf(this);
    data.requestTable.grantFind(this);
    data.requestTable.grantFindAll(this);
    data.attendanceTable.grantHeld(this);
    data.letterTable.grantAbout(this);
    data.auditTable.grantRecordHistory(this);
    data.cardTable.grantFind(this);
    data.notificationTable.grantList(this);
    data.notificationTable.grantPlan(this);
    data.campaignTable.grantSendForms(this);
    resetQueue.grantSend(this);
    this.set("NEW_EMAIL_WAIT_HOURS", String(settings.newEmailWaitHours));
    this.set("LOGIN_FAILURES_PER_LEVEL", String(settings.loginFailuresPerLevel));
    this.set("LOGIN_WORK_SECONDS", String(settings.loginWorkSeconds));
    this.set("DEVICE_DAYS", String(settings.deviceDays));

    // Logins, activations, resets. What was refused is counted for all APIs.
    this.count("security.done", "outcome");

    api.route("/api/session", this);
    api.route("/api/account", this);
  }
}
