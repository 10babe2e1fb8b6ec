import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** What operators change in the running system: the only function that writes roles. Each change takes two, as a freeze does. */
export class OperatorApi extends NodeFunction {
  constructor(scope: Construct, { artifacts, alarms, settings, data, api }: ServiceResources) {
    super(scope, "operator-api", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Operators cannot give, take or approve roles",
      concurrency: 5,
      memoryMiB: 512,
      timeout: Duration.seconds(10),
    });
    data.site.name(this);
    data.hmacKey.grantDerive(this);
    data.sessionTable.grantTouch(this);
    data.sessionTable.grantFreeze(this);
    data.accountTable.grantMarkFrozen(this);
    data.roleTable.grantSave(this);
    data.approvalTable.grantDecide(this);
    data.employeeTable.grantFind(this);
    data.markerTable.grantFind(this);
    data.employeeTable.grantFindAll(this);
    data.employeeTable.grantListUnit(this);
    data.auditTable.grantAppend(this);
    data.rateLimitTable.grantCount(this);

    api.route("/api/operator", this);
  }
}
