import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Writes the people that a filter finds, or that a campaign asks, into one file. */
export class ListExporter extends NodeFunction {
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, exportQueue }: ServiceResources,
  ) {
    super(scope, "list-exporter", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Officers cannot take out lists of people",
      concurrency: 2,
      memoryMiB: 1024,
      timeout: exportQueue.consumerTimeout,
    });
    data.employeeTable.grantFind(this);
    data.employeeTable.grantSearch(this);
    data.employeeTable.grantLists(this);
    data.accountTable.grantListed(this);
    data.photoTable.grantRefused(this);
    data.agencyTable.grantFind(this);
    data.markerTable.grantFind(this);
    data.auditTable.grantNoteReading(this);
    data.auditTable.grantNoteExport(this);
    data.campaignTable.grantReport(this);
    data.requestTable.grantFindAll(this);
    data.exportTable.grantAdvance(this);
    data.exportBucket.grantStore(this);

    exportQueue.feed(this, { concurrency: 2, batchSize: 1 });
  }
}
