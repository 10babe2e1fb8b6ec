import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Notes on the records which addresses SES could not deliver to. */
export class MailFeedback extends NodeFunction {
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, feedbackQueue }: ServiceResources,
  ) {
    super(scope, "mail-feedback", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Officers do not see that mails to an address come back",
      concurrency: 2,
      memoryMiB: 512,
      timeout: feedbackQueue.consumerTimeout,
    });
    data.employeeTable.grantSave(this);
    data.openChangeTable.grantOpen(this);
    data.markerTable.grantFind(this);
    data.auditTable.grantAppend(this);

    // "nobodys": an address that is in no record any more. Many of them are mails that should not have been sent.
    this.count("email.failed", "outcome");

    feedbackQueue.feed(this, { concurrency: 2 });
  }
}
