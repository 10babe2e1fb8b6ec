import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";
import type { RoleFollower } from "./role-follower.ts";

/** As few as Lambda allows for a queue: with 25 people in a step it is the tables that are the limit. */
const workers = 2;

/** Does the steps of bulk work: people of an import that was approved, and what else concerns many records. */
export class BulkWorker extends NodeFunction {
  /** Long: what it may do, and an alarm. */
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, bulkQueue }: ServiceResources,
    roleFollower: RoleFollower,
  ) {
    super(scope, "bulk-worker", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Approved imports and other changes of many records are not carried out",
      concurrency: workers,
      memoryMiB: 512,
      timeout: bulkQueue.consumerTimeout,
      // Each step sends for the next one, and the cursor only moves on: a chain has as many steps as its work has people.
      sendsToItself: true,
    });
    data.bulkTable.grantMove(this);
    data.importTable.grantFind(this);
    data.importBucket.grantApply(this);
    data.employeeTable.grantSave(this);
    data.employeeTable.grantSearch(this);
    data.agencyTable.grantFind(this);
    data.agencyTable.grantBoards(this);
    data.markerTable.grantMove(this);
    data.openChangeTable.grantOpen(this);
    data.auditTable.grantAppend(this);
    data.accountTable.grantAdd(this);
    data.employeeTable.grantLists(this);
    data.accountTable.grantList(this);
    data.photoTable.grantRefused(this);
    data.accountTable.grantSummary(this);
    data.accountTable.grantRemind(this);
    data.roleTable.grantFind(this);
    data.campaignTable.grantTell(this);
    data.contactChangeTable.grantFind(this);
    data.employeeTable.grantListUnit(this);
    data.unitTable.grantJoin(this);
    data.unitTable.grantChange(this);
    roleFollower.grantAsk(this);

    this.watchCount(alarms, "bulk.missing", {
      severity: "mail",
      whenItFails: "Approved imports and other changes of many records are not carried out",
      which: "missing",
    });

    bulkQueue.grantDelay(this);
    bulkQueue.grantSend(this);
    bulkQueue.feed(this, { concurrency: workers, batchSize: 1 });
  }
}
