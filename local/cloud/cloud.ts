import { createServer, type RequestListener, type Server } from "node:http";
import { join } from "node:path";
import { Addresses, siteOriginsOf } from "./addresses.ts";
import { deployAssembly, type Outputs, type Resource } from "./assembly/deploy-assembly.ts";
import type { ClientOptions, CloudServices } from "./assembly/deployer.ts";
import { placeOf, readAssembly } from "./assembly/read-assembly.ts";
import { deployResource } from "./assembly/resource-types.ts";
import { openServices } from "./cloud-services.ts";
import type { DecorateHtml } from "./cloudfront/decoration.ts";
import { type Lan, SiteServer } from "./cloudfront/site-server.ts";
import type { Faults } from "./events/faults.ts";
import { CloudClock } from "./kernel/clock.ts";
import { Endpoint } from "./kernel/endpoint.ts";
import { portOf } from "./kernel/port-of.ts";
import type { Call } from "./kernel/service.ts";
import { Store } from "./kernel/store.ts";
import type { LogLine } from "./lambda/function-log.ts";
import type { Mail } from "./ses/mails.ts";
import { type WaitLimits, waitUntilIdle } from "./wait-until-idle.ts";

export interface CloudOptions {
  /** Folder for all state; the logs of the functions are in its `logs`. */
  readonly directory: string;
  /** Folder of a synthesized cloud assembly. */
  readonly assembly: string;
  /** Resolves when the functions' code is built. Until then their invocations wait. */
  readonly codeReady?: Promise<void>;
  /** Ports, 0 or undefined for any free one. */
  readonly sitePort?: number;
  readonly endpointPort?: number;
  readonly extraPort?: number;
  readonly clock?: CloudClock;
  /** With them, events come late, twice and, from queues, in any order, as AWS may deliver them. */
  readonly faults?: Faults | undefined;
  /** Makes the codes that Cognito mails. */
  readonly makeCode?: () => string;
  readonly log?: (line: string) => void;
  /** Gets every line of the functions' logs when it comes. */
  readonly onLogLine?: (line: LogLine) => void;
  /** Hears of each call of a service, before it is answered. */
  readonly onCall?: (call: Call) => void;
  /** Changes pages of the site before they are sent. */
  readonly decorateHtml?: DecorateHtml;
  /** An origin that what is added to pages may connect to. */
  readonly decorationOrigin?: string | undefined;
  /** Served on another port, so that the site's origin never has them. */
  readonly extraRoutes?: RequestListener;
  /** Serves the site to the network, over TLS, instead of to this machine. */
  readonly lan?: Lan | undefined;
}

export interface Cloud {
  /** E.g. "http://localhost:8080". */
  readonly siteUrl: string;
  /** Where the SDKs reach all services. */
  readonly endpoint: string;
  /** Where `extraRoutes` are served; undefined without them. */
  readonly extraUrl: string | undefined;
  readonly clock: CloudClock;
  /** For the SDK's clients: may do everything. */
  readonly client: ClientOptions;
  readonly outputs: Outputs;
  readonly services: CloudServices;
  logs(): readonly LogLine[];
  mails(): Mail[];
  /** How many messages wait in each queue that is a dead-letter queue or failure destination; empty ones left out. */
  deadLetters(): Readonly<Record<string, number>>;
  /** Waits until nothing is in flight and nothing is due by the cloud's clock. @throws Error saying what is still pending */
  waitUntilIdle(limits?: WaitLimits): Promise<void>;
  /** Invokes a schedule's target now. @param name a part of its name is enough */
  runSchedule(name: string): Promise<void>;
  /**
   * Deploys the resources of a type once more, from what their assets hold now and without a new template, as
   * `cdk deploy --hotswap` does (AWS CDK Developer Guide, "cdk deploy").
   */
  hotswap(type: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a cloud that runs an assembly: its resources in services that keep their state in `directory`, its
 * functions in processes of their own, its distribution at `siteUrl`. All of it listens on loopback only, but for the site with `lan`.
 * @throws Error naming the resource that cannot be made
 * Long: the parts of a cloud, in the order in which they start and stop.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { directory, clock = new CloudClock(), log = console.log } = options;
  const assembly = readAssembly(options.assembly);
  const store = new Store(join(directory, "cloud.sqlite"));
  const place = placeOf(assembly);
  const { connect, endpointServices, functionLog, scheduler } = await openServices({
    ...{ assembly, directory, store, clock, log, onLogLine: options.onLogLine, ...place },
    onCall: options.onCall,
    ...{ makeCode: options.makeCode, codeReady: options.codeReady },
    faults: options.faults,
  });
  const endpoint = new Endpoint(endpointServices);
  const site = new SiteServer(options);
  const extra = options.extraRoutes && createServer(options.extraRoutes);
  let running: CloudServices | undefined;
  const stop = once(async () => {
    extra?.close();
    extra?.closeAllConnections();
    await site.close();
    // First no new work is taken, then running work is stopped. Its event stays in the store for the next start.
    const taking = [running?.eventSources.close(), running?.asyncInvocations.close()];
    await running?.functions.close();
    await Promise.all(taking);
    scheduler.close();
    await endpoint.close();
    await functionLog.close();
    store.close();
  });
  try {
    const siteUrl = await site.listen(options.sitePort ?? 0);
    const address = await endpoint.listen(options.endpointPort ?? 0);
    const extraUrl = extra && (await listen(extra, options.extraPort ?? 0));
    const siteOrigins = siteOriginsOf(assembly);
    const cloud = connect(new Addresses({ siteUrl, endpoint: address, siteOrigins }));
    running = cloud;
    const resources: Resource[] = [];
    const deploy = (resource: Resource) => {
      resources.push(resource);
      return deployResource(resource, cloud);
    };
    const outputs = await deployAssembly(assembly, {
      ...place,
      deploy,
      secret: (id, choice) => cloud.secretsManager.valueOf(id, choice),
    });
    // The kept state of an older edition may have schedules whose functions are gone.
    cloud.scheduler.removeWhere((name) => !cloud.schedules.has(name));
    site.serve(cloud.distributions.only(), {
      address,
      handle: (request, response) => endpoint.handle(request, response),
    });
    cloud.eventSources.start();
    cloud.asyncInvocations.start();
    return {
      ...{ siteUrl, endpoint: address, extraUrl, clock, client: cloud.client, outputs, stop },
      services: cloud,
      logs: () => functionLog.lines(),
      mails: () => cloud.ses.mails(),
      deadLetters: () => deadLetters(cloud),
      waitUntilIdle: (limits) => waitUntilIdle(cloud, limits),
      runSchedule: (name) => runSchedule(cloud, name),
      async hotswap(type) {
        for (const each of resources) if (each.type === type) await deployResource(each, cloud);
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Whoever calls it again waits for the first call. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

function deadLetters({ deadLetterQueues, sqs }: CloudServices): Record<string, number> {
  const depths = [...deadLetterQueues].map((arn): [string, number] => {
    const { visible, inFlight, delayed } = sqs.depth(arn);
    return [arn.split(":").at(-1) ?? arn, visible + inFlight + delayed];
  });
  return Object.fromEntries(depths.filter(([, messages]) => messages > 0));
}

async function runSchedule({ schedules, functions }: CloudServices, part: string): Promise<void> {
  const names = [...schedules.keys()].filter((name) => name.includes(part));
  const [name, ...others] = names;
  const schedule = schedules.get(name ?? "");
  if (!schedule || others.length > 0) {
    throw new Error(`Which schedule is ${part}? There are ${[...schedules.keys()].join(", ")}.`);
  }
  await functions.named(schedule.functionArn).invoke(JSON.parse(schedule.input));
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return `http://localhost:${portOf(server)}`;
}
