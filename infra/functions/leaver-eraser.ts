import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { JobFunction } from "../constructs/job-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

const whenItFails = "The data of people who left long ago are not erased";

/** Erases what is no longer needed of people who have left. The only one that may delete a photo, a card, a file of a decree or values of the history. */
export class LeaverEraser extends JobFunction {
  constructor(scope: Construct, { data, ...told }: ServiceResources) {
    super(scope, "leaver-eraser", { ...told, whenItFails, startsSeldom: true });
    data.agencyTable.grantList(this);
    data.employeeTable.grantSave(this);
    data.employeeTable.grantSearch(this);
    data.markerTable.grantMove(this);
    data.openChangeTable.grantOpen(this);
    data.auditTable.grantAppend(this);
    data.auditTable.grantErase(this);
    data.approvalTable.grantErase(this);
    data.requestTable.grantErase(this);
    data.requestTable.grantFind(this);
    data.documentTable.grantErase(this);
    data.attendanceTable.grantErase(this);
    data.accountTable.grantErase(this);
    data.notificationTable.grantErase(this);
    data.contactChangeTable.grantErase(this);
    data.photoBucket.grantErase(this);
    data.cardBucket.grantErase(this);
    data.evidenceBucket.grantErase(this);
    data.userDirectory.grantDeleteUser(this);
    this.set("ERASURE_YEARS", String(told.settings.erasureYears));
    this.set("EVIDENCE_DAYS", String(told.settings.evidenceDays));

    this.runs("erase-leavers", {
      ...told,
      whenItFails,
      expression: "cron(30 1 * * ? *)",
      within: Duration.hours(26),
    });
  }
}
