import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import { Schedules } from "../constructs/schedules.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Asks again for cards, photos and bulk work that a dead function left undone, and for cards whose signature ends soon. It writes only when it will ask next. */
export class Reconciler extends NodeFunction {
  /** Long: what it may do, and four alarms. */
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, redrawQueue, bulkQueue }: ServiceResources,
  ) {
    super(scope, "reconciler", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Lost cards and photos are not repaired",
      // A run that is repeated may overlap with the next one.
      concurrency: 2,
      memoryMiB: 512,
      timeout: Duration.minutes(4),
    });
    data.openChangeTable.grantAsk(this);
    data.cardTable.grantRenew(this);
    data.photoTable.grantPostpone(this);
    data.photoBucket.grantListIncoming(this);
    data.photoQueue.grantSend(this);
    data.photoQueue.grantDepth(this);
    redrawQueue.grantSend(this);
    redrawQueue.grantDepth(this);
    data.bulkTable.grantAsk(this);
    bulkQueue.grantSend(this);

    this.watchCount(alarms, "card.given-up", {
      severity: "mail",
      whenItFails: "A card could not be drawn for two days, and nobody asks for it any more",
    });

    this.watchCount(alarms, "bulk.given-up", {
      severity: "mail",
      whenItFails: "Approved imports and other changes of many records are not carried out",
      which: "given-up",
    });

    new Schedules(this, {
      alarms,
      whenItFails: "The repair of lost cards and photos could not even be started",
    }).run("reconcile", "rate(5 minutes)", {
      within: Duration.minutes(30),
      severity: "mail",
      whenItFails: "The repair of lost cards and photos has not succeeded for half an hour",
    });
  }
}
