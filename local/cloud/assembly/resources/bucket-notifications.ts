import * as z from "zod";
import type { BucketNotification } from "../../events/bucket-notifications.ts";
import { type CloudServices, type Deployer, readProperties, withoutEffect } from "../deployer.ts";

const rules = z
  .array(z.strictObject({ Name: z.string(), Value: z.string() }))
  .transform((given) => ({
    prefix: given.find(({ Name }) => Name.toLowerCase() === "prefix")?.Value ?? "",
    suffix: given.find(({ Name }) => Name.toLowerCase() === "suffix")?.Value ?? "",
  }));
const filter = z.strictObject({ S3Key: z.strictObject({ Rules: rules }) }).optional();

/** In the words of AWS::S3::Bucket. */
export const notificationConfiguration = z.strictObject({
  EventBridgeConfiguration: z.strictObject({ EventBridgeEnabled: z.boolean() }).optional(),
  QueueConfigurations: z
    .array(z.strictObject({ Event: z.string(), Queue: z.string(), Filter: filter }))
    .default([]),
  LambdaConfigurations: z
    .array(z.strictObject({ Event: z.string(), Function: z.string(), Filter: filter }))
    .default([]),
});

export function notificationsIn(
  configuration: z.output<typeof notificationConfiguration>,
): BucketNotification[] {
  const { QueueConfigurations, LambdaConfigurations } = configuration;
  const targets = [
    ...QueueConfigurations.map(({ Queue, ...rest }) => ({ ...rest, target: Queue })),
    ...LambdaConfigurations.map(({ Function: target, ...rest }) => ({ ...rest, target })),
  ];
  return targets.map(({ Event, Filter, target }, index) => ({
    id: String(index),
    events: [Event],
    prefix: Filter?.S3Key.Rules.prefix ?? "",
    suffix: Filter?.S3Key.Rules.suffix ?? "",
    target,
  }));
}

/** CDK's notifications have the names of the S3 API, because a function of CDK sets them. */
const apiTarget = {
  Id: z.string().optional(),
  Events: z.array(z.string()),
  Filter: z.strictObject({ Key: z.strictObject({ FilterRules: rules }) }).optional(),
};

const cdkNotifications = z.strictObject({
  BucketName: z.string(),
  NotificationConfiguration: z.strictObject({
    QueueConfigurations: z
      .array(z.strictObject({ ...apiTarget, QueueArn: z.string() }))
      .default([]),
    LambdaFunctionConfigurations: z
      .array(z.strictObject({ ...apiTarget, LambdaFunctionArn: z.string() }))
      .default([]),
  }),
  ServiceToken: withoutEffect,
  Managed: withoutEffect,
  SkipDestinationValidation: withoutEffect,
});

export const deployBucketNotifications: Deployer = (resource, cloud) => {
  const { BucketName, NotificationConfiguration } = readProperties(cdkNotifications, resource);
  const { QueueConfigurations, LambdaFunctionConfigurations } = NotificationConfiguration;
  const targets = [
    ...QueueConfigurations.map(({ QueueArn, ...rest }) => ({ ...rest, target: QueueArn })),
    ...LambdaFunctionConfigurations.map(({ LambdaFunctionArn, ...rest }) => ({
      ...rest,
      target: LambdaFunctionArn,
    })),
  ];
  const notifications = targets.map(({ Id, Events, Filter, target }, index) => ({
    id: Id ?? String(index),
    events: Events,
    prefix: Filter?.Key.FilterRules.prefix ?? "",
    suffix: Filter?.Key.FilterRules.suffix ?? "",
    target,
  }));
  announce(BucketName, notifications, cloud);
  return { ref: resource.physicalName };
};

/** S3 tries each new configuration with a test event. */
export function announce(
  bucket: string,
  notifications: readonly BucketNotification[],
  { bucketNotifications, context }: CloudServices,
): void {
  bucketNotifications.configure(bucket, notifications);
  const known = context.store.shelf<string>("bucket-notifications");
  const configuration = JSON.stringify(notifications);
  if (known.get(bucket) === configuration) return;
  context.store.transaction(() => {
    for (const each of notifications) {
      bucketNotifications.sendTestEvent(bucket, each, context.clock.now());
    }
    known.set(bucket, configuration);
  });
}
