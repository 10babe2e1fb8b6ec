import * as z from "zod";
import { compilePattern, type Matches } from "../../events/event-pattern.ts";
import {
  type CloudServices,
  type Deployer,
  physicalId,
  readProperties,
  withoutEffect,
} from "../deployer.ts";

const shared = {
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  Enabled: z.literal(true).optional(),
  FilterCriteria: z
    .strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })) })
    .optional(),
  FunctionResponseTypes: z.array(z.literal("ReportBatchItemFailures")).default([]),
  MaximumBatchingWindowInSeconds: z.coerce.number().default(0),
  MetricsConfig: withoutEffect,
  Tags: withoutEffect,
};

const streamMapping = z.strictObject({
  ...shared,
  BatchSize: z.coerce.number().min(1).default(100),
  StartingPosition: z.enum(["TRIM_HORIZON", "LATEST"]),
  ParallelizationFactor: z.coerce.number().min(1).max(10).default(1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.coerce.number().default(-1),
  MaximumRecordAgeInSeconds: z.coerce.number().default(-1),
  DestinationConfig: z
    .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) })
    .optional(),
});

const queueMapping = z.strictObject({
  ...shared,
  BatchSize: z.coerce.number().min(1).default(10),
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.coerce.number().min(2) }).optional(),
});

export const deployEventSourceMapping: Deployer = (resource, cloud) => {
  const { EventSourceArn } = resource.properties;
  const id = physicalId(resource, 32);
  if (String(EventSourceArn).startsWith("arn:aws:sqs:")) {
    mapQueue(readProperties(queueMapping, resource), cloud);
  } else {
    mapStream(id, readProperties(streamMapping, resource), cloud);
  }
  return { ref: id, attributes: { Id: id } };
};

function mapStream(
  id: string,
  mapping: z.output<typeof streamMapping>,
  cloud: CloudServices,
): void {
  const { target, demand } = poller(mapping, cloud);
  const failureDestination = mapping.DestinationConfig?.OnFailure.Destination;
  for (const action of ["DescribeStream", "GetRecords", "GetShardIterator"]) {
    demand(`dynamodb:${action}`, mapping.EventSourceArn);
  }
  if (failureDestination) {
    demand("sqs:SendMessage", failureDestination);
    cloud.deadLetterQueues.add(failureDestination);
  }
  const age = mapping.MaximumRecordAgeInSeconds;
  cloud.eventSources.addStream(target, {
    id,
    streamArn: mapping.EventSourceArn,
    startsAtLatest: mapping.StartingPosition === "LATEST",
    batchSize: mapping.BatchSize,
    batchingWindowSeconds: mapping.MaximumBatchingWindowInSeconds,
    parallelizationFactor: mapping.ParallelizationFactor,
    filter: filterOf(mapping),
    policy: {
      maximumRetryAttempts: mapping.MaximumRetryAttempts,
      bisectsOnError: mapping.BisectBatchOnFunctionError,
    },
    maximumRecordAgeSeconds: age < 0 ? undefined : age,
    reportsItemFailures: mapping.FunctionResponseTypes.length > 0,
    failureDestination,
  });
}

function mapQueue(mapping: z.output<typeof queueMapping>, cloud: CloudServices): void {
  const { target, demand } = poller(mapping, cloud);
  for (const action of ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes"]) {
    demand(`sqs:${action}`, mapping.EventSourceArn);
  }
  cloud.eventSources.addQueue(target, {
    queueArn: mapping.EventSourceArn,
    batchSize: mapping.BatchSize,
    batchingWindowSeconds: mapping.MaximumBatchingWindowInSeconds,
    maximumConcurrency: mapping.ScalingConfig?.MaximumConcurrency ?? 1000,
    filter: filterOf(mapping),
    reportsItemFailures: mapping.FunctionResponseTypes.length > 0,
  });
}

/** Lambda polls with the function's role, and refuses a mapping if the role has no right to poll. */
function poller({ FunctionName }: { FunctionName: string }, { functions, iam }: CloudServices) {
  const target = functions.named(FunctionName);
  const { roleArn, name } = target.definition;
  return {
    target,
    demand: (action: string, resource: string) =>
      iam.demand(iam.role(roleArn, name), action, resource),
  };
}

/** One filter that matches is enough. */
function filterOf({
  FilterCriteria,
}: {
  FilterCriteria?: { Filters: { Pattern: string }[] } | undefined;
}): Matches | undefined {
  if (!FilterCriteria) return undefined;
  const patterns = FilterCriteria.Filters.map(({ Pattern }) => compilePattern(JSON.parse(Pattern)));
  return (event) => patterns.some((matches) => matches(event));
}
