import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Answers everybody who scans the QR code of a card, or of a paper that was drawn here. */
export class VerifyApi extends NodeFunction {
  constructor(scope: Construct, { artifacts, alarms, settings, data, api }: ServiceResources) {
    super(scope, "verify-api", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Nobody can check a card by its QR code",
      concurrency: 40,
      memoryMiB: 512,
      timeout: Duration.seconds(10),
    });
    data.site.name(this);
    data.hmacKey.grantDerive(this);
    data.captchaTable.grantUse(this);
    data.rateLimitTable.grantGuard(this);
    data.cardTable.grantFind(this);
    data.employeeTable.grantFind(this);
    data.documentTable.grantFind(this);
    data.photoBucket.grantReadSmall(this);

    // The canary's checks of the specimen have another message.
    this.count("card.verified", "result");

    api.route("/api/verify", this);
  }
}
