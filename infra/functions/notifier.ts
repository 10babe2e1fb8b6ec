import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Tells holders of changes of their record: in their inbox, then by mail. */
export class Notifier extends NodeFunction {
  constructor(scope: Construct, { artifacts, alarms, settings, data, mailer }: ServiceResources) {
    super(scope, "notifier", {
      artifacts,
      alarms,
      settings,
      whenItFails: "Holders are not told that their card changed",
      concurrency: 20,
      memoryMiB: 512,
      timeout: Duration.seconds(30),
    });
    data.site.name(this);
    data.notificationTable.grantAdd(this);
    mailer.grantSend(this);

    data.employeeTable.feed(this, {
      alarms,
      whenItFails: "A holder was not told of a change of the card",
      filter: {
        eventName: ["MODIFY"],
        dynamodb: { NewImage: { type: { S: ["employee"] }, holderTold: { BOOL: [true] } } },
      },
      batchSize: 10,
    });
  }
}
