import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Other people's records, for those with a role: search, change, history, prints of a unit, exports. */
export class RecordsApi extends NodeFunction {
  /** Long: a table of rights, one line for each. */
  constructor(
    scope: Construct,
    {
      settings,
      artifacts,
      alarms,
      data,
      api,
      printQueue,
      exportQueue,
      bulkQueue,
    }: ServiceResources,
  ) {
    super(scope, "records-api", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Officers cannot look up or change records",
      concurrency: 14,
      memoryMiB: 512,
      timeout: Duration.seconds(10),
    });
    data.site.name(this);
    data.hmacKey.grantDerive(this);
    data.sessionTable.grantTouch(this);
    data.roleTable.grantFind(this);
    data.employeeTable.grantSave(this);
    data.markerTable.grantMove(this);
    data.openChangeTable.grantOpen(this);
    data.employeeTable.grantSearch(this);
    data.auditTable.grantAppend(this);
    data.auditTable.grantHistory(this);
    data.employeeTable.grantListUnit(this);
    data.employeeTable.grantLists(this);
    data.unitTable.grantJoin(this);
    data.unitTable.grantRead(this);
    data.accountTable.grantListed(this);
    data.photoTable.grantRefused(this);
    data.agencyTable.grantFind(this);
    data.accountTable.grantSummary(this);
    this.set("NEW_EMAIL_WAIT_HOURS", String(settings.newEmailWaitHours));
    data.rateLimitTable.grantCount(this);
    data.printTable.grantRequest(this);
    data.printBucket.grantLink(this);
    printQueue.grantSend(this);
    data.exportTable.grantRequest(this);
    data.exportBucket.grantLink(this);
    exportQueue.grantSend(this);
    data.approvalTable.grantAsk(this);
    data.approvalTable.grantWaiting(this);
    data.importTable.grantBring(this);
    data.importBucket.grantOffer(this);
    data.bulkTable.grantStop(this);
    data.bulkTable.grantStart(this);
    bulkQueue.grantSend(this);

    api.route("/api/officer", this);
  }
}
