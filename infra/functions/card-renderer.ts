import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Draws a card again when its record has changed, or when somebody asks for it. Draws a file of a card when holder-api needs it. */
export class CardRenderer extends NodeFunction {
  /** Long: what it may do, and what starts it. */
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, redrawQueue, canvas }: ServiceResources,
  ) {
    super(scope, "card-renderer", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails:
        "New cards and files to download are not drawn; changed cards show «sedang dibuat»",
      concurrency: 50,
      memoryMiB: 1769,
      timeout: redrawQueue.consumerTimeout,
      layers: [canvas],
    });
    data.site.name(this);
    data.agencyTable.grantFind(this);
    data.employeeTable.grantFind(this);
    data.openChangeTable.grantClose(this);
    data.photoBucket.grantRead(this);
    data.cardTable.grantIssue(this);
    data.cardBucket.grantStore(this);
    data.tokenKey.grantToken(this);
    data.checkKey.grantCode(this);
    data.signingKey.grantSign(this);

    this.count("card.drawn");
    this.watchCount(alarms, "card.not-signed", {
      severity: "mail",
      whenItFails: "Cards are drawn without a signature, and cannot be checked offline",
    });

    // A preparation that waited for a minute is of no use any more.
    this.lambda.configureAsyncInvoke({ maxEventAge: Duration.minutes(1), retryAttempts: 0 });
    redrawQueue.feed(this, { concurrency: 10 });
    data.employeeTable.feed(this, {
      alarms,
      whenItFails: "A change of a record did not lead to a new card; the reconciler asks again",
      filter: {
        dynamodb: { NewImage: { type: { S: ["employee"] }, cardChanged: { BOOL: [true] } } },
      },
      batchSize: 5,
    });
  }

  /** Asks for a file and waits for it, or has it start. So the function that asks needs no right to make tokens and Kode Periksa. */
  grantAsk(to: NodeFunction): void {
    to.allow(["lambda:InvokeFunction"], [this.lambda.functionArn]);
    to.set("CARD_RENDERER", this.lambda.functionName);
  }
}
