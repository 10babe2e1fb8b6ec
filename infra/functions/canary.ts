import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import { Schedules } from "../constructs/schedules.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Checks a specimen's card every five minutes at the site's own name, as people do. It may do nothing in the account. */
export class Canary extends NodeFunction {
  constructor(scope: Construct, { artifacts, alarms, settings, data }: ServiceResources) {
    super(scope, "canary", {
      artifacts,
      alarms,
      settings,
      severity: "dashboard",
      whenItFails: "Some of the canary's visits fail; the site may be slow or shaky",
      // A visit that Lambda tries again may overlap with the next one.
      concurrency: 2,
      memoryMiB: 512,
      // Two visits of four requests.
      timeout: Duration.seconds(90),
    });
    data.site.name(this);

    new Schedules(this, {
      alarms,
      whenItFails: "The canary could not even be started, so nobody would see an outage",
    }).run("visit", "rate(5 minutes)", {
      within: Duration.minutes(15),
      severity: "page",
      whenItFails: "From outside the site cannot be opened, or no card can be checked",
      mutedBy: "CanaryAlarm",
    });
  }
}
