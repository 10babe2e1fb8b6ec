import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";
import { fullConcurrency } from "../settings.ts";

/** In five minutes. A form can be sent any number of times while it lives («Uploading objects with presigned URLs», Amazon S3). */
const tolerableRepetitions = 500;

/** At the same time: photos. In an account that runs few functions, so few that a flood of photos leaves room for all else. */
const most = 10;
const fewest = 2;

/** Validates each upload once, and draws the preview of a card with it. */
export class PhotoIntake extends NodeFunction {
  constructor(
    scope: Construct,
    { artifacts, alarms, settings, data, sharp, canvas }: ServiceResources,
  ) {
    super(scope, "photo-intake", {
      artifacts,
      alarms,
      settings,
      severity: "mail",
      whenItFails: "Uploaded photos are not validated; nobody can change a photo",
      concurrency: most,
      memoryMiB: 3008,
      timeout: data.photoQueue.consumerTimeout,
      layers: [sharp, canvas],
    });
    data.site.name(this);
    data.agencyTable.grantFind(this);
    data.photoTable.grantDecide(this);
    data.photoBucket.grantValidate(this);
    data.employeeTable.grantFind(this);

    this.count("photo.accepted");
    this.count("photo.refused");
    // What kills its validation may be an attack on a decoder: one is enough for somebody to look at.
    this.watchCount(alarms, "photo.not-validated", {
      severity: "mail",
      whenItFails: "A picture ended its validation three times; its holder was told that we failed",
    });
    this.watchCount(alarms, "photo.known", {
      severity: "mail",
      whenItFails: "The same photo is sent again and again, and others wait behind it",
      above: tolerableRepetitions,
    });

    // One message in each batch: a picture that crashes the validation takes no other's message along, and does not slow them: a mapping that
    // reports failures of single messages polls on as before («Handling errors for an SQS event source in Lambda»).
    const concurrency = settings.lambdaConcurrency >= fullConcurrency ? most : fewest;
    data.photoQueue.feed(this, { concurrency, batchSize: 1 });
  }
}
