import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";
import type { CardRenderer } from "./card-renderer.ts";

/** What officers see of one person beside the record: the card and its photo. Of the record it changes what people say of the photo. */
export class PersonApi extends NodeFunction {
  /** Long: a list of what it is given. */
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, api }: ServiceResources,
    cardRenderer: CardRenderer,
  ) {
    super(scope, "person-api", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails:
        "Officers see neither card nor photo on the page of a record, and review no photos",
      // One page asks it for the card, both faces and the scans at once.
      concurrency: 7,
      memoryMiB: 512,
      timeout: Duration.seconds(10),
    });
    data.site.name(this);
    data.hmacKey.grantDerive(this);
    data.sessionTable.grantTouch(this);
    data.roleTable.grantFind(this);
    data.employeeTable.grantSave(this);
    data.employeeTable.grantHold(this);
    data.employeeTable.grantFindAll(this);
    data.employeeTable.grantPhotoReviews(this);
    data.openChangeTable.grantOpen(this);
    data.auditTable.grantAppend(this);
    data.auditTable.grantRecordHistory(this);
    data.rateLimitTable.grantCount(this);
    data.photoTable.grantExpect(this);
    data.photoBucket.grantOffer(this);
    data.photoBucket.grantRead(this);
    data.approvalTable.grantAsk(this);
    data.cardTable.grantFind(this);
    data.captchaTable.grantScans(this);
    data.cardBucket.grantLink(this);
    cardRenderer.grantAsk(this);

    api.route("/api/officer/people", this);
    api.route("/api/officer/photos", this);
  }
}
