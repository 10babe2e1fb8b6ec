import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Addresses } from "./addresses.ts";
import type { CloudServices } from "./assembly/deployer.ts";
import type { Assembly } from "./assembly/read-assembly.ts";
import { Distributions } from "./cloudfront/distributions.ts";
import { createKeyValueStoreService } from "./cloudfront/key-value-store-service.ts";
import { KeyValueStores } from "./cloudfront/key-value-stores.ts";
import { createCognito } from "./cognito/cognito-service.ts";
import type { Mail } from "./cognito/messages.ts";
import { createDynamodb } from "./dynamodb/dynamodb-service.ts";
import { BucketNotifications } from "./events/bucket-notifications.ts";
import { EventBus } from "./events/event-bus.ts";
import { EventSources } from "./events/event-sources.ts";
import type { Faults } from "./events/faults.ts";
import { HttpApis } from "./http-api/http-apis.ts";
import { type Credentials, Iam } from "./iam/iam.ts";
import type { CloudClock } from "./kernel/clock.ts";
import type { CloudContext, Service } from "./kernel/service.ts";
import type { Store } from "./kernel/store.ts";
import { createKms } from "./kms/kms-service.ts";
import { AsyncInvocations } from "./lambda/async-invocations.ts";
import { functionEnvironment } from "./lambda/function-environment.ts";
import { FunctionLog, type LogLine } from "./lambda/function-log.ts";
import { Functions } from "./lambda/functions.ts";
import { createLambda } from "./lambda/lambda-service.ts";
import { createLogs } from "./logs/logs-service.ts";
import { createS3 } from "./s3/s3-service.ts";
import { createScheduler, type Scheduler } from "./scheduler/scheduler-service.ts";
import { createSecretsManager } from "./secretsmanager/secretsmanager-service.ts";
import type { Letter } from "./ses/mails.ts";
import { createSes } from "./ses/ses-service.ts";
import { createSqs } from "./sqs/sqs-service.ts";

interface ServicesOptions {
  readonly assembly: Assembly;
  readonly directory: string;
  readonly store: Store;
  readonly clock: CloudClock;
  readonly region: string;
  readonly account: string;
  readonly log: (line: string) => void;
  readonly onLogLine: ((line: LogLine) => void) | undefined;
  readonly onCall: CloudContext["onCall"];
  readonly makeCode: (() => string) | undefined;
  readonly codeReady: Promise<void> | undefined;
  readonly faults: Faults | undefined;
}

/**
 * Makes all services and joins them.
 * @returns the services for the endpoint; and `connect`, to be called when the addresses are known
 * Long: the wiring of all services, in the order in which they need one another.
 */
export async function openServices({
  assembly,
  log,
  onLogLine,
  onCall,
  makeCode,
  codeReady,
  faults,
  ...place
}: ServicesOptions): Promise<{
  endpointServices: Service[];
  functionLog: FunctionLog;
  scheduler: Scheduler;
  connect: (addresses: Addresses) => CloudServices;
}> {
  const { region, account, clock, store, directory } = place;
  const iam = new Iam({ account, clock, report: log });
  let addresses: Addresses | undefined;
  const known = () => {
    if (!addresses) throw new Error("The embedded cloud has no address yet.");
    return addresses;
  };
  const context: CloudContext = {
    ...{ region, account, clock, store, directory, onCall },
    endpoint: () => known().endpoint,
    secretOf: (accessKeyId) => iam.secretOf(accessKeyId),
    nameOf: (accessKeyId) => iam.nameOf(accessKeyId),
    authorize: (...call) => iam.authorize(...call),
  };
  const functionLog = new FunctionLog(join(directory, "logs"), clock, onLogLine);
  const keys = new Map<string, Credentials>();
  const functions = new Functions({
    ...{ clock, log: functionLog, codeReady },
    projectDirectory: fileURLToPath(new URL(".", import.meta.url)),
    environment(definition) {
      const { name, roleArn } = definition;
      const credentials = keys.get(name) ?? iam.issueKey(iam.role(roleArn, name));
      keys.set(name, credentials);
      const translate = (text: string) => known().translate(text);
      const { endpoint } = known();
      return functionEnvironment(definition, { region, endpoint, credentials, translate });
    },
  });

  const sqs = createSqs(context);
  const eventBus = new EventBus({ iam, send: (arn, body) => sqs.send(arn, body) });
  const ses = createSes(context, { publish: (event) => eventBus.put(event) });
  const kms = createKms(context);
  const secretsManager = createSecretsManager(context);
  const dynamodb = await createDynamodb(context);
  const asyncInvocations = new AsyncInvocations(context, {
    faults,
    functionWithArn: (arn) => functions.named(arn),
    send: (queueArn, body, attributes) => sqs.send(queueArn, body, attributes),
  });
  const bucketNotifications = new BucketNotifications({
    iam,
    send: (queueArn, body) => sqs.send(queueArn, body),
    invokeLater: (functionArn, event) => asyncInvocations.invokeLater(functionArn, event),
    publish: (event) => eventBus.put(event),
  });
  const s3 = createS3(context, {
    onEvent: (event) => bucketNotifications.deliver(event),
    requireKey: (keyArn) => kms.requireUsable(keyArn),
    endsLateForms: faults !== undefined,
  });
  const cognito = createCognito(context, {
    deliver: (mail) => void ses.deliver(letterOf(mail)),
    ...(makeCode && { makeCode }),
  });
  const scheduler = createScheduler(context, {
    async invoke(functionArn, input, roleArn) {
      iam.demand(iam.role(roleArn, "scheduler"), "lambda:InvokeFunction", functionArn);
      asyncInvocations.invokeLater(functionArn, JSON.parse(input));
    },
    deadLetter: (queueArn, body, attributes) => void sqs.send(queueArn, body, attributes),
  });
  const lambda = createLambda(context, functions, asyncInvocations);
  const keyValueStores = new KeyValueStores(store);
  const switches = createKeyValueStoreService(context, keyValueStores);
  const logGroups = new Map<string, string>();
  const logs = createLogs(context, { groups: logGroups, lines: () => functionLog.lines() });
  const client = { region, credentials: iam.issueKey("operator") };

  return {
    // S3 takes every unsigned call that no other service wants.
    endpointServices: [
      ...dynamodb.services,
      cognito,
      sqs,
      ses,
      kms,
      secretsManager,
      lambda,
      logs,
      switches,
      s3,
    ],
    ...{ functionLog, scheduler },
    connect(given) {
      addresses = given;
      const { endpoint } = given;
      return {
        ...{
          assembly,
          context,
          addresses,
          iam,
          dynamodb,
          cognito,
          sqs,
          ses,
          kms,
          secretsManager,
          scheduler,
        },
        ...{ functions, asyncInvocations, bucketNotifications, eventBus },
        eventSources: new EventSources({ context, iam, dynamodb, sqs, faults }),
        httpApis: new HttpApis({
          ...{ context, iam, functions },
          log: (name, line) => functionLog.write(name, line, undefined),
        }),
        distributions: new Distributions(keyValueStores),
        schedules: new Map(),
        ...{ alarms: [], metricFilters: [], logGroups },
        deadLetterQueues: new Set(),
        client: { ...client, endpoint },
      };
    },
  };
}

/** A mail that Cognito sends by itself. */
function letterOf({ from, to, subject, body, configurationSet }: Mail): Letter {
  const isHtml = body.includes("<");
  const nobody = { cc: [], bcc: [], replyTo: [], headers: {}, tags: {} };
  const content = isHtml ? { html: body } : { text: body };
  return { ...nobody, from, to: [to], subject, configurationSet, ...content };
}
