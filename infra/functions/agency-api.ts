import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/**
 * The agencies, and how their cards look: it draws cards that belong to nobody, and measures whether an agency's words have room on
 * one. Of records it reads only who is asking, the names of who changed an agency and of whom its posts name, how many people somebody
 * announces to, and whose months of attendance a page shows; of leave its days.
 */
export class AgencyApi extends NodeFunction {
  /** Long: what it may do, one line each. */
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, api, canvas, bulkQueue }: ServiceResources,
  ) {
    super(scope, "agency-api", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Nobody can look at or change an agency, or look at cards in a new template",
      concurrency: 8,
      memoryMiB: 1769,
      timeout: Duration.seconds(10),
      layers: [canvas],
    });
    data.site.name(this);
    data.hmacKey.grantDerive(this);
    data.sessionTable.grantTouch(this);
    data.employeeTable.grantFind(this);
    data.roleTable.grantFind(this);
    data.agencyTable.grantAdminister(this);
    data.agencyTable.grantOfferTrainings(this);
    data.postTable.grantChange(this);
    // Whose letters wait for whose signature.
    data.postTable.grantActedBy(this);
    data.letterTable.grantChange(this);
    data.documentTable.grantIssue(this);
    data.attendanceTable.grantKeep(this);
    data.agencyTable.grantCalendars(this);
    data.requestTable.grantFindAll(this);
    data.markerTable.grantFindMany(this);
    data.unitTable.grantRead(this);
    data.approvalTable.grantAsk(this);
    data.bulkTable.grantStart(this);
    data.bulkTable.grantFind(this);
    bulkQueue.grantSend(this);
    data.auditTable.grantAppend(this);
    data.auditTable.grantAgencyHistory(this);
    data.employeeTable.grantFindAll(this);
    data.rateLimitTable.grantCount(this);
    data.notificationTable.grantAnnounce(this);
    data.employeeTable.grantCountGroup(this);
    data.evidenceBucket.grantReadAnnounced(this);

    api.route("/api/operator/template", this);
    api.route("/api/operator/agencies", this);
    api.route("/api/officer/agency", this);
  }
}
