import { setTimeout as sleep } from "node:timers/promises";
import type { Iam } from "../iam/iam.ts";
import { AwsError, type CloudContext } from "../kernel/service.ts";
import { FunctionError } from "../lambda/function-error.ts";
import type { Functions } from "../lambda/functions.ts";
import { accessLogLine } from "./access-log.ts";
import { responseOf } from "./answer.ts";
import { requestEvent } from "./event.ts";
import { type HttpRequest, type HttpResponse, jsonResponse, pathOf } from "./http-message.ts";
import { bySpecificity, parseRouteKey, type RoutePattern } from "./route-key.ts";
import { type ThrottleSettings, TokenBucket } from "./throttle.ts";

export interface HttpApiDependencies {
  readonly context: CloudContext;
  readonly iam: Iam;
  readonly functions: Functions;
  /** Takes a line of an access log. */
  readonly log: (logName: string, line: string) => void;
}

/** Where a stage logs, and in which format. */
export interface AccessLog {
  readonly name: string;
  readonly format: string;
}

export interface Integration {
  readonly functionArn: string;
  readonly timeoutMillis: number;
}

interface RouteDefinition {
  readonly key: string;
  readonly integrationId: string;
}

type Route = RouteDefinition & { readonly pattern: RoutePattern };

/** The settings of the $default stage: of all routes, and of some by their key. */
export interface StageThrottling {
  readonly everyRoute: ThrottleSettings | undefined;
  readonly byRoute: Readonly<Record<string, ThrottleSettings>>;
}

export interface HttpApiOptions {
  /** The API's own host name answers nobody, also no distribution. */
  readonly isEndpointDisabled: boolean;
}

interface Answer {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly status: number;
  readonly milliseconds: number;
}

/** How many answers are remembered. */
const memory = 20_000;

/** Bytes. */
const bodyLimit = 10 * 1024 * 1024;

/** One HTTP API with its $default stage. */
export class HttpApi {
  readonly #id: string;
  readonly #isEndpointDisabled: boolean;
  readonly #dependencies: HttpApiDependencies;
  readonly #integrations = new Map<string, Integration>();
  readonly #answers: Answer[] = [];
  readonly #buckets = new Map<string, TokenBucket>();
  #routes: Route[] = [];
  #throttling: StageThrottling = { everyRoute: undefined, byRoute: {} };
  #accessLog: AccessLog | undefined;

  constructor(
    id: string,
    { isEndpointDisabled }: HttpApiOptions,
    dependencies: HttpApiDependencies,
  ) {
    this.#id = id;
    this.#isEndpointDisabled = isEndpointDisabled;
    this.#dependencies = dependencies;
  }

  addIntegration(id: string, integration: Integration): void {
    this.#integrations.set(id, integration);
  }

  addRoute(definition: RouteDefinition): void {
    const route = { ...definition, pattern: parseRouteKey(definition.key) };
    this.#routes = [...this.#routes, route].sort((a, b) => bySpecificity(a.pattern, b.pattern));
  }

  throttle(throttling: StageThrottling): void {
    this.#throttling = throttling;
  }

  /** The latest ones, for the metrics. */
  get answers(): readonly Answer[] {
    return this.#answers;
  }

  /** Logs each request that reaches the stage. */
  logTo(accessLog: AccessLog | undefined): void {
    this.#accessLog = accessLog;
  }

  async handle(request: HttpRequest): Promise<HttpResponse> {
    const began = performance.now();
    const response = await this.#answer(request);
    const at = this.#dependencies.context.clock.millis();
    const milliseconds = performance.now() - began;
    this.#answers.push({ at, status: response.status, milliseconds });
    if (this.#answers.length > memory) this.#answers.splice(0, memory / 10);
    return response;
  }

  async #answer(request: HttpRequest): Promise<HttpResponse> {
    if (this.#isEndpointDisabled) return jsonResponse(404, { message: "Not Found" });
    if (request.body.length > bodyLimit) return tooLarge;
    const found = this.#findRoute(request);
    if (!found) return jsonResponse(404, { message: "Not Found" });
    const { route, pathParameters } = found;
    const { context, log } = this.#dependencies;
    const event = requestEvent(request, {
      apiId: this.#id,
      account: context.account,
      region: context.region,
      routeKey: route.key,
      pathParameters,
      now: context.clock.now(),
    });
    const startedAt = performance.now();
    const response = this.#isTooSoon(route)
      ? jsonResponse(429, { message: "Too Many Requests" })
      : await this.#integrate(route, request.method, event);
    if (this.#accessLog) {
      const milliseconds = Math.round(performance.now() - startedAt);
      const { name, format } = this.#accessLog;
      log(name, accessLogLine(format, { event, response, milliseconds }));
    }
    return response;
  }

  #findRoute(
    request: HttpRequest,
  ): { route: Route; pathParameters: Record<string, string> } | undefined {
    const path = decodedPath(request);
    if (path === undefined) return undefined;
    for (const route of this.#routes) {
      const pathParameters = route.pattern.match(request.method, path);
      if (pathParameters) return { route, pathParameters };
    }
    return undefined;
  }

  #isTooSoon({ key }: Route): boolean {
    const settings = this.#throttling.byRoute[key] ?? this.#throttling.everyRoute;
    if (!settings) return false;
    const bucket = this.#buckets.get(key) ?? new TokenBucket(settings);
    this.#buckets.set(key, bucket);
    return !bucket.take();
  }

  async #integrate(route: Route, method: string, event: unknown): Promise<HttpResponse> {
    const integration = this.#integrations.get(route.integrationId);
    if (!integration) throw new Error(`There is no integration ${route.integrationId}.`);
    const { functionArn, timeoutMillis } = integration;
    const { iam, functions, context } = this.#dependencies;
    const path = route.pattern.path || "/$default";
    const source = `arn:aws:execute-api:${context.region}:${context.account}:${this.#id}/$default/${method}${path}`;
    const stopped = new AbortController();
    try {
      const caller = iam.service("apigateway.amazonaws.com", source);
      iam.demand(caller, "lambda:InvokeFunction", functionArn);
      const answer = await Promise.race([
        functions.named(functionArn).invoke(event),
        sleep(timeoutMillis, timedOut, { signal: stopped.signal, ref: false }),
      ]);
      if (answer === timedOut) return jsonResponse(503, { message: "Service Unavailable" });
      return responseOf(answer);
    } catch (error) {
      return failure(error);
    } finally {
      stopped.abort();
    }
  }
}

const timedOut = Symbol("timed out");
const tooLarge = jsonResponse(413, { message: "Request Entity Too Large" });

function failure(error: unknown): HttpResponse {
  if (error instanceof FunctionError && error.errorType === "RequestTooLargeException") {
    return tooLarge;
  }
  if (error instanceof FunctionError && error.errorType === "TooManyRequestsException") {
    return jsonResponse(503, { message: "Service Unavailable" });
  }
  // Logged and reported where it happened; what is not of these kinds is a malformed answer.
  if (!(error instanceof FunctionError || error instanceof AwsError)) {
    console.error("HTTP API: the function's answer cannot be read.", error);
  }
  return jsonResponse(500, { message: "Internal Server Error" });
}

/** Undefined when the percent-encoding is broken. */
function decodedPath(request: HttpRequest): string | undefined {
  try {
    return decodeURIComponent(pathOf(request));
  } catch {
    return undefined;
  }
}
