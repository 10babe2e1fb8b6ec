import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Draws the cards of a unit, or letters to its people, into a PDF for each part. */
export class UnitPrinter extends NodeFunction {
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, printQueue, canvas }: ServiceResources,
  ) {
    super(scope, "unit-printer", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Officers cannot print the cards of a unit, nor letters to its people",
      concurrency: 2,
      memoryMiB: 1769,
      timeout: printQueue.consumerTimeout,
      layers: [canvas],
      // Each part sends for the next one, and a part is drawn once: a chain has as many messages as its print has parts.
      sendsToItself: true,
    });
    data.site.name(this);
    data.agencyTable.grantFind(this);
    data.employeeTable.grantFind(this);
    data.employeeTable.grantListUnit(this);
    data.cardTable.grantFind(this);
    data.photoBucket.grantRead(this);
    data.tokenKey.grantToken(this);
    data.checkKey.grantCode(this);
    data.accountTable.grantSummary(this);
    data.auditTable.grantNoteReading(this);
    data.printTable.grantDraw(this);
    data.printBucket.grantStore(this);

    printQueue.grantSend(this);
    printQueue.feed(this, { concurrency: 2, batchSize: 1 });
  }
}
