import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";
import type { CardRenderer } from "./card-renderer.ts";

/** What officers see of one person beside the record: the card. It changes nothing. */
export class PersonApi extends NodeFunction {
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
      whenItFails: "Officers do not see the card on the page of a record",
      // One page asks it for the card, both faces and the scans at once.
      concurrency: 7,
      memoryMiB: 512,
      timeout: Duration.seconds(10),
    });
    data.site.name(this);
    data.hmacKey.grantDerive(this);
    data.sessionTable.grantTouch(this);
    data.roleTable.grantFind(this);
    data.employeeTable.grantFind(this);
    data.auditTable.grantNoteReading(this);
    data.cardTable.grantFind(this);
    data.captchaTable.grantScans(this);
    data.cardBucket.grantLink(this);
    cardRenderer.grantAsk(this);

    api.route("/api/officer/people", this);
  }
}
