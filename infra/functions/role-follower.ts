import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/**
 * Lets roles follow a unit that was renamed or merged. It is not a part of bulk-worker, which applies files from outside: this one reads the
 * approval itself and does to roles what that says (decision 0042).
 */
export class RoleFollower extends NodeFunction {
  constructor(scope: Construct, { artifacts, alarms, settings, data }: ServiceResources) {
    super(scope, "role-follower", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Roles do not follow a renamed unit, and its people wait under the old name",
      // As many as bulk-worker has: with one, the second agency's step would be refused and wait. Two for one agency do no harm: each
      // item of roles is written on the revision that was read.
      concurrency: 2,
      memoryMiB: 256,
      timeout: Duration.seconds(30),
    });
    data.approvalTable.grantFind(this);
    data.roleTable.grantSave(this);
    data.roleTable.grantListUnits(this);
    data.auditTable.grantAppend(this);
    // Whoever asks waits for the answer and asks again.
    this.lambda.configureAsyncInvoke({ retryAttempts: 0 });
  }

  /** Follow: so the function that asks needs no right on roles. */
  grantAsk(to: NodeFunction): void {
    to.allow(["lambda:InvokeFunction"], [this.lambda.functionArn]);
    to.set("ROLE_FOLLOWER", this.lambda.functionName);
  }
}
