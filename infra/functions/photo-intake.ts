import type { Construct } from "constructs";
import { NodeFunction } from "../constructs/node-function.ts";
import type { ServiceResources } from "../resources/service-resources.ts";

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
      concurrency: 10,
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

    // One message in each batch: a picture that crashes the validation must not stop others.
    data.photoQueue.feed(this, { concurrency: 10, batchSize: 1 });
  }
}
