import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** What officers do about other people's accounts. It can sign nobody in, and reads nothing that is secret. */
export class AccountsApi extends NodeFunction {
  /** Long: a list of what it is given. */
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, api, resetQueue, bulkQueue }: ServiceResources,
  ) {
    super(scope, "accounts-api", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Officers cannot unlock, freeze or reset accounts, and nobody approves it",
      concurrency: 5,
      memoryMiB: 512,
      timeout: Duration.seconds(10),
    });
    data.site.name(this);
    data.hmacKey.grantDerive(this);
    data.sessionTable.grantTouch(this);
    data.sessionTable.grantFreeze(this);
    data.sessionTable.grantCounterCodes(this);
    data.accountTable.grantAttend(this);
    data.roleTable.grantHold(this);
    data.approvalTable.grantDecide(this);
    data.exportTable.grantAdvance(this);
    data.photoTable.grantFind(this);
    data.agencyTable.grantAdminister(this);
    data.employeeTable.grantSave(this);
    data.employeeTable.grantHold(this);
    data.employeeTable.grantFindAll(this);
    data.employeeTable.grantListUnit(this);
    data.unitTable.grantChange(this);
    data.bulkTable.grantChange(this);
    data.markerTable.grantMove(this);
    data.openChangeTable.grantOpen(this);
    data.contactChangeTable.grantStop(this);
    data.contactChangeTable.grantDecide(this);
    data.requestTable.grantOf(this);
    data.auditTable.grantAppend(this);
    data.auditTable.grantHistory(this);
    data.rateLimitTable.grantUnlock(this);
    resetQueue.grantSend(this);
    data.importTable.grantMove(this);
    bulkQueue.grantSend(this);
    this.set("NEW_EMAIL_WAIT_HOURS", String(settings.newEmailWaitHours));

    api.route("/api/accounts", this);
  }
}
