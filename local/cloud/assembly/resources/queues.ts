import * as z from "zod";
import { type Deployer, physicalName, readProperties, withoutEffect } from "../deployer.ts";

/** SQS itself checks the values; a FIFO queue's properties are refused here. */
const queueProperties = z.strictObject({
  QueueName: z.string().optional(),
  DelaySeconds: z.coerce.string().optional(),
  MaximumMessageSize: z.coerce.string().optional(),
  MessageRetentionPeriod: z.coerce.string().optional(),
  ReceiveMessageWaitTimeSeconds: z.coerce.string().optional(),
  VisibilityTimeout: z.coerce.string().optional(),
  RedrivePolicy: z.looseObject({ deadLetterTargetArn: z.string() }).optional(),
  SqsManagedSseEnabled: z.coerce.string().optional(),
  // The right to a customer's key is not checked here, so such a key is refused.
  KmsMasterKeyId: z.literal("alias/aws/sqs").optional(),
  KmsDataKeyReusePeriodSeconds: z.coerce.string().optional(),
  // Which queues may use it as their dead-letter queue; the template itself says which do.
  RedriveAllowPolicy: withoutEffect,
  Tags: withoutEffect,
});

export const deployQueue: Deployer = (resource, { sqs, deadLetterQueues }) => {
  const { QueueName, RedrivePolicy, Tags, RedriveAllowPolicy, ...rest } = readProperties(
    queueProperties,
    resource,
  );
  const name = QueueName ?? physicalName(resource, 80);
  const attributes = Object.entries({
    ...rest,
    RedrivePolicy: RedrivePolicy && JSON.stringify(RedrivePolicy),
  }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const arn = sqs.ensureQueue(name, Object.fromEntries(attributes));
  if (RedrivePolicy) deadLetterQueues.add(RedrivePolicy.deadLetterTargetArn);
  const url = sqs.queueUrl(arn);
  return { ref: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
};
