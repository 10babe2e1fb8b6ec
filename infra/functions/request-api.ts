import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** What people ask for and officers decide; what is approved it carries out in the record, in the transaction of the decision. It draws the proof of a request, too. */
export class RequestApi extends NodeFunction {
  /** Long: what it may do. */
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, api, exportQueue }: ServiceResources,
  ) {
    super(scope, "request-api", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Nobody can ask for a change of data, see where a request lies, or decide one",
      concurrency: 16,
      memoryMiB: 512,
      timeout: Duration.seconds(10),
    });
    data.site.name(this);
    data.hmacKey.grantDerive(this);
    data.sessionTable.grantTouch(this);
    data.sessionTable.grantHold(this);
    data.roleTable.grantHold(this);
    data.employeeTable.grantSave(this);
    data.employeeTable.grantSearch(this);
    data.employeeTable.grantHold(this);
    data.markerTable.grantMove(this);
    data.accountTable.grantSummary(this);
    data.agencyTable.grantCalendars(this);
    data.agencyTable.grantCountLearning(this);
    data.attendanceTable.grantCorrect(this);
    data.postTable.grantAct(this);
    data.letterTable.grantBegin(this);
    data.unitTable.grantRead(this);
    data.openChangeTable.grantOpen(this);
    data.auditTable.grantAppend(this);
    data.rateLimitTable.grantCount(this);
    data.requestTable.grantDecide(this);
    data.contactChangeTable.grantPlan(this);
    data.documentTable.grantIssue(this);
    data.requestTable.grantFindAll(this);
    data.campaignTable.grantRun(this);
    data.exportTable.grantAdd(this);
    exportQueue.grantSend(this);
    this.set("EVIDENCE_DAYS", String(settings.evidenceDays));

    api.route("/api/requests", this);
  }
}
