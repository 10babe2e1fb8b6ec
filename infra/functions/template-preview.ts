import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Reads only who is asking and whether it is an operator. The cards that it draws belong to nobody. */
export class TemplatePreview extends NodeFunction {
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, api, canvas }: ServiceResources,
  ) {
    super(scope, "template-preview", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Operators cannot look at cards in a new template before it goes out",
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

    api.route("/api/operator/template", this);
  }
}
