/** What a queue can be told, in AWS's names and text values. */
import * as z from "zod";
import { AwsError } from "../kernel/service.ts";

export type QueueAttributes = Readonly<Record<string, string>>;

interface RedrivePolicy {
  readonly deadLetterTargetArn: string;
  /** A message received this often without being deleted goes to the dead-letter queue. */
  readonly maxReceiveCount: number;
}

const defaults: QueueAttributes = {
  DelaySeconds: "0",
  MaximumMessageSize: "1048576",
  MessageRetentionPeriod: "345600",
  ReceiveMessageWaitTimeSeconds: "0",
  VisibilityTimeout: "30",
  SqsManagedSseEnabled: "true",
};

const redrivePolicy = z.strictObject({
  deadLetterTargetArn: z.string().min(1),
  maxReceiveCount: z.coerce.number().int().min(1).max(1000),
});

const rules: Readonly<Record<string, (value: string) => boolean>> = {
  DelaySeconds: integer(0, 900),
  MaximumMessageSize: integer(1024, 1_048_576),
  MessageRetentionPeriod: integer(60, 1_209_600),
  ReceiveMessageWaitTimeSeconds: integer(0, 20),
  VisibilityTimeout: integer(0, 43_200),
  KmsDataKeyReusePeriodSeconds: integer(60, 86_400),
  KmsMasterKeyId: () => true,
  SqsManagedSseEnabled: (value) => value === "true" || value === "false",
  Policy: (value) => readJson(value) !== undefined,
  RedrivePolicy: (value) => redrivePolicy.safeParse(readJson(value)).success,
};

/**
 * @param current what the queue has; the defaults for a new queue
 * @param changes an empty text takes an attribute away
 * @throws AwsError InvalidAttributeName, InvalidAttributeValue, UnsupportedOperation (FIFO)
 */
export function withAttributes(
  changes: QueueAttributes,
  current: QueueAttributes = defaults,
): QueueAttributes {
  const merged: Record<string, string> = { ...current };
  for (const [name, value] of Object.entries(changes)) {
    requireKnown(name);
    if (value === "") delete merged[name];
    else if (rules[name]?.(value)) merged[name] = value;
    else throw new AwsError("InvalidAttributeValue", `Invalid value for the parameter ${name}.`);
  }
  // One kind of encryption rules out the other.
  if (changes.KmsMasterKeyId) merged.SqsManagedSseEnabled = "false";
  return merged;
}

export function redrivePolicyOf(attributes: QueueAttributes): RedrivePolicy | undefined {
  const text = attributes.RedrivePolicy;
  return text === undefined ? undefined : redrivePolicy.parse(readJson(text));
}

/** A number attribute that has a default, so that it is always there. Seconds, or bytes for the size. */
export function numberAttribute(
  attributes: QueueAttributes,
  name:
    | "DelaySeconds"
    | "MaximumMessageSize"
    | "MessageRetentionPeriod"
    | "ReceiveMessageWaitTimeSeconds"
    | "VisibilityTimeout",
): number {
  return Number(attributes[name] ?? defaults[name]);
}

function requireKnown(name: string): void {
  if (Object.hasOwn(rules, name)) return;
  if (/^(Fifo|ContentBasedDeduplication|DeduplicationScope)/.test(name))
    throw new AwsError("UnsupportedOperation", `The embedded cloud has no FIFO queues (${name}).`);
  throw new AwsError("InvalidAttributeName", `Unknown Attribute ${name}.`);
}

function integer(min: number, max: number): (value: string) => boolean {
  return (value) => /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
