import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { JobFunction } from "../constructs/job-function.ts";
import type { PrivateBucket } from "../constructs/private-bucket.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

const listed =
  "The keys by which cards are checked without the network end soon, or lie there otherwise than they were published";
const whenItFails = "Who checks cards without the network does not learn what became of them";

/**
 * Publishes the status lists beside the pages, each once a day (decision 0075). In the stack of the pages, because it writes into
 * their bucket, which comes after the other functions.
 */
export class StatusPublisher extends JobFunction {
  constructor(
    scope: Construct,
    { data, ...told }: Pick<ServiceResources, "artifacts" | "alarms" | "settings" | "data">,
    pages: PrivateBucket,
  ) {
    super(scope, "status-publisher", { ...told, whenItFails });
    data.cardTable.grantPlaces(this);
    data.employeeTable.grantFindAll(this);
    data.signingKey.grantSignStatus(this);
    this.allow(["s3:PutObject"], [pages.arnForObjects(".well-known/kartu-asn/status/*")], {
      wildcard: "The status lists, one file for each part of the places.",
    });
    this.allow(["s3:ListBucket"], [pages.bucketArn], {
      conditions: { StringEquals: { "s3:prefix": ".well-known/kartu-asn/status/" } },
    });
    this.allow(["s3:GetObject"], [pages.arnForObjects(".well-known/kartu-asn/*")], {
      wildcard: "The status lists and the list of keys, which everybody may read.",
    });
    this.set("WEB_BUCKET", pages.bucketName);
    data.site.name(this);
    this.set("STATUS_HOURS", String(told.settings.statusHours));
    for (const which of ["late", "unreadable"])
      this.watchCount(told.alarms, `status.${which}`, { severity: "mail", whenItFails, which });
    this.watchCount(told.alarms, "keys.wrong", { severity: "mail", whenItFails: listed });

    this.runs("publish-status", {
      ...told,
      whenItFails,
      expression: "rate(5 minutes)",
      within: Duration.minutes(30),
    });
  }
}
