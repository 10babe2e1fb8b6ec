import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/** Judges files of people that were uploaded. They may be hostile, so it may read records and write none. */
export class ImportJudge extends NodeFunction {
  constructor(scope: Construct, { artifacts, alarms, settings, data }: ServiceResources) {
    super(scope, "import-judge", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Officers cannot import files of employees",
      concurrency: 2,
      // It needs a tenth (`npm run bench -- import` prints it). Processors come with memory, and 200,000 rows have four minutes.
      memoryMiB: 3008,
      timeout: data.importQueue.consumerTimeout,
    });
    data.importTable.grantMove(this);
    data.importBucket.grantJudge(this);
    data.employeeTable.grantListAgency(this);
    data.employeeTable.grantFindAll(this);
    data.markerTable.grantFindMany(this);
    data.unitTable.grantAll(this);

    data.importQueue.grantDelay(this);
    // One message in each batch: a file that crashes the function must not stop others.
    data.importQueue.feed(this, { concurrency: 2, batchSize: 1 });
  }
}
