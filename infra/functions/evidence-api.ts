import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

/**
 * Files that changes of records and requests rest on. It decodes what officers and holders upload, which may be hostile, so it may write
 * no record, and of the history only who opened a file.
 */
export class EvidenceApi extends NodeFunction {
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, api, sharp }: ServiceResources,
  ) {
    super(scope, "evidence-api", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Files cannot be attached to a change or a request, or opened",
      // An officer looks at one file at a time, up to ten seconds of drawing; holders bring theirs meanwhile.
      concurrency: 8,
      memoryMiB: 1769,
      timeout: Duration.seconds(10),
      layers: [sharp],
    });
    data.site.name(this);
    data.hmacKey.grantDerive(this);
    data.sessionTable.grantTouch(this);
    data.employeeTable.grantFind(this);
    data.roleTable.grantFind(this);
    data.rateLimitTable.grantCount(this);
    data.auditTable.grantNoteReading(this);
    data.evidenceBucket.grantBring(this);
    data.postTable.grantActedBy(this);

    api.route("/api/evidence", this);
  }
}
