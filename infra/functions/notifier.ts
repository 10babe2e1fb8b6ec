import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Tells people of changes of their record and account, and of what became of an approval: in their inbox; mail-sender sends the mails. */
export class Notifier extends NodeFunction {
  /** Long: a table, one entry for each stream. */
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, mailQueue }: ServiceResources,
  ) {
    super(scope, "notifier", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Holders are not told that their card changed",
      concurrency: 20,
      memoryMiB: 512,
      timeout: Duration.seconds(30),
    });
    data.notificationTable.grantAdd(this);
    mailQueue.grantSend(this);

    data.employeeTable.feed(this, {
      alarms,
      whenItFails: "A holder was not told of a change of the card",
      filter: {
        eventName: ["MODIFY"],
        dynamodb: { NewImage: { type: { S: ["employee"] }, holderTold: { BOOL: [true] } } },
      },
      batchSize: 10,
      triedUntilOld: true,
    });
    data.auditTable.feed(this, {
      alarms,
      whenItFails: "A holder was not told of an event of the account",
      // What readers of this stream need not hear of causes no invocation: changes of records, and logins in known browsers.
      filter: { eventName: ["INSERT"], dynamodb: { NewImage: { holderTold: { BOOL: [true] } } } },
      batchSize: 10,
      triedUntilOld: true,
    });
    data.approvalTable.feed(this, {
      alarms,
      whenItFails: "Somebody was not told what became of an approval",
      filter: {
        eventName: ["MODIFY"],
        dynamodb: { NewImage: { outcome: { M: { state: { S: ["approved", "refused"] } } } } },
      },
      batchSize: 10,
      triedUntilOld: true,
    });
  }
}
