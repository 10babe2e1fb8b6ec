import { createHash } from "node:crypto";
import * as z from "zod";
import type { Addresses } from "../addresses.ts";
import type { Distributions } from "../cloudfront/distributions.ts";
import type { AlarmDefinition } from "../cloudwatch/alarm-definition.ts";
import type { MetricFilter } from "../cloudwatch/metric-filter.ts";
import type { CognitoService } from "../cognito/cognito-service.ts";
import type { DynamodbServices } from "../dynamodb/dynamodb-service.ts";
import type { BucketNotifications } from "../events/bucket-notifications.ts";
import type { EventBus } from "../events/event-bus.ts";
import type { EventSources } from "../events/event-sources.ts";
import type { HttpApis } from "../http-api/http-apis.ts";
import type { Credentials, Iam } from "../iam/iam.ts";
import type { CloudContext } from "../kernel/service.ts";
import type { Kms } from "../kms/kms-service.ts";
import type { AsyncInvocations } from "../lambda/async-invocations.ts";
import type { Functions } from "../lambda/functions.ts";
import type { Scheduler } from "../scheduler/scheduler-service.ts";
import type { SecretsManager } from "../secretsmanager/secretsmanager-service.ts";
import type { Ses } from "../ses/ses-service.ts";
import type { Sqs } from "../sqs/sqs-service.ts";
import type { Deployed, Resource } from "./deploy-assembly.ts";
import type { Assembly } from "./read-assembly.ts";

/** Makes or updates a resource of one type. */
export type Deployer = (resource: Resource, cloud: CloudServices) => Promise<Deployed> | Deployed;

/** The services of the cloud, which resources are made in. */
export interface CloudServices {
  readonly assembly: Assembly;
  readonly context: CloudContext;
  readonly addresses: Addresses;
  readonly iam: Iam;
  readonly dynamodb: DynamodbServices;
  readonly cognito: CognitoService;
  readonly sqs: Sqs;
  readonly ses: Ses;
  readonly kms: Kms;
  readonly secretsManager: SecretsManager;
  readonly scheduler: Scheduler;
  readonly functions: Functions;
  readonly asyncInvocations: AsyncInvocations;
  readonly bucketNotifications: BucketNotifications;
  readonly eventBus: EventBus;
  readonly eventSources: EventSources;
  readonly httpApis: HttpApis;
  readonly distributions: Distributions;
  /** What each schedule does, by its name. */
  readonly schedules: Map<string, { readonly functionArn: string; readonly input: string }>;
  readonly alarms: AlarmDefinition[];
  readonly metricFilters: MetricFilter[];
  /** Names of functions by the name of their log group. */
  readonly logGroups: Map<string, string>;
  /** ARNs of the queues for what failed too often. */
  readonly deadLetterQueues: Set<string>;
  /** For the SDK's clients: may do everything. */
  readonly client: ClientOptions;
}

export interface ClientOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: Credentials;
}

/** A property that makes no difference on the embedded cloud. The schema that has it says why. */
export const withoutEffect = z.unknown().optional();

/** @throws Error naming the property that is wrong or not known: none is ignored silently */
export function readProperties<Schema extends z.ZodType>(
  schema: Schema,
  { properties }: Resource,
): z.output<Schema> {
  const result = schema.safeParse(properties);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join(".")}: ${message}` : message,
  );
  throw new Error(`the embedded cloud cannot take it. ${problems.join("; ")}`);
}

/** A unique name within AWS's limit, the same at every start. */
export function physicalName({ physicalName: name }: Resource, longest: number): string {
  if (name.length <= longest) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return `${name.slice(0, longest - 9)}-${hash}`;
}

/** So many characters, always the same for the resource, where AWS would choose a random id. */
export function physicalId({ physicalName: name }: Resource, length: number): string {
  return createHash("sha256").update(name).digest("hex").slice(0, length);
}
