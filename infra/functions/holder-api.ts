import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";
import type { CardRenderer } from "./card-renderer.ts";

/** A holder's own card, record, photo and notices. */
export class HolderApi extends NodeFunction {
  /** Long: what it may do, one line each. */
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, api, redrawQueue }: ServiceResources,
    cardRenderer: CardRenderer,
  ) {
    super(scope, "holder-api", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Holders cannot see their card or send a photo",
      concurrency: 51,
      memoryMiB: 512,
      timeout: Duration.seconds(10),
    });
    data.site.name(this);
    data.signingKey.tell(this);
    data.agencyTable.grantCalendars(this);
    data.agencyTable.grantJoinTrainings(this);
    // Whose leave meets a training.
    data.requestTable.grantFindAll(this);
    data.hmacKey.grantDerive(this);
    data.sessionTable.grantTouch(this);
    data.employeeTable.grantSave(this);
    data.employeeTable.grantHold(this);
    data.openChangeTable.grantOpen(this);
    data.auditTable.grantAppend(this);
    data.cardTable.grantView(this);
    data.captchaTable.grantScans(this);
    data.cardBucket.grantLink(this);
    data.photoTable.grantExpect(this);
    data.photoTable.grantDraw(this);
    data.approvalTable.grantFind(this);
    data.photoBucket.grantOffer(this);
    data.notificationTable.grantList(this);
    data.notificationTable.grantReadAnnouncements(this);
    data.evidenceBucket.grantReadAnnounced(this);
    data.documentTable.grantIssue(this);
    data.rateLimitTable.grantCount(this);
    redrawQueue.grantSend(this);
    cardRenderer.grantAsk(this);

    api.route("/api/me", this);
  }
}
