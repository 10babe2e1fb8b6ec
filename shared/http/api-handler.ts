/**
 * The one middy stack of all APIs: log, headers, problems, check of the edge, same-origin check, body limit, then the route.
 * On the way out and after a failure the middlewares run in the reverse order.
 */
import middy from "@middy/core";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { Busy, ExpectedError, Forbidden } from "#shared/runtime/errors.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import { isThrottling } from "#shared/runtime/throttling.ts";
import { type SentAnswer, sentAs } from "./answers.ts";
import { checkAnswer } from "./check-answer.ts";
import { compressAnswer } from "./compress-answer.ts";
import { type Edge, edgeHeader } from "./edge.ts";
import { waitUntilEven } from "./even-time.ts";
import { findRoute } from "./find-route.ts";
import { HttpRequest } from "./http-request.ts";
import { personHeader } from "./person.ts";
import { referenceOf, toProblem } from "./problem.ts";
import { isOpenedByItself, problemPage } from "./problem-page.ts";
import { checkBodySize } from "./read-input.ts";
import type { Route } from "./route.ts";
import { logSecurity } from "./security-log.ts";

type Request = middy.Request<HttpRequest, SentAnswer>;
export type ApiHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<SentAnswer>;

export interface ApiHandlerOptions {
  /** The only origin that may change anything, "https://kartu.example.go.id". */
  readonly siteUrl: string;
  /** Only what came through it is answered. */
  readonly edge: Edge;
  /** For the hashes in the security log. */
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  /** Whether each answer is checked against its route's statement; one that differs becomes a failure of ours (500). */
  readonly checkAnswers: boolean;
  /** How long an answer with `evenTime` takes at least, milliseconds. */
  readonly evenMilliseconds?: number;
}

export function apiHandler(
  routes: readonly Route[],
  { siteUrl, edge, hmacKey, checkAnswers, evenMilliseconds = 0 }: ApiHandlerOptions,
): ApiHandler {
  const stack = middy<HttpRequest, SentAnswer>()
    .use(evenTime(routes, evenMilliseconds))
    .use(requestLog(routes, hmacKey))
    .use(compression())
    .use(commonHeaders())
    .use(problems(routes))
    .before(({ event }) => checkEdge(event, edge))
    .before(({ event }) => checkOrigin(event, siteUrl, routeOf(routes, event)))
    .before(({ event }) => checkBodySize(event))
    .handler(async (request) => {
      const { route, segments } = findRoute(routes, request.method, request.path);
      const answer = await route.respond(request, segments);
      if (checkAnswers) checkAnswer(route, answer);
      return sentAs(answer);
    });
  return async (event, context) => await stack(new HttpRequest(event), context);
}

/** After how many seconds to try again when AWS throttles. Its quotas are per second, but others wait as well. */
const busySeconds = 5;

/** Answers are personal, or true for one moment only, so no cache may store them. An answer may have other headers. */
const defaultHeaders = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
};

function commonHeaders() {
  const add = (request: Request) => {
    const { response, event } = request;
    if (!response) return;
    const asked = event.person ? { [personHeader]: event.person } : {};
    request.response = {
      ...response,
      headers: { ...defaultHeaders, ...asked, ...response.headers },
    };
  };
  return { after: add, onError: add };
}

/** The browser's Accept-Encoding comes under another name: infra/edge/accept-encoding.js says why. */
function compression() {
  const compress = async (request: Request) => {
    const { response, event } = request;
    const accepted = event.header("x-accept-encoding") ?? "";
    if (response) request.response = await compressAnswer(response, accepted);
  };
  return { after: compress, onError: compress };
}

function problems(routes: readonly Route[]) {
  return {
    onError: async (request: Request) => {
      const { event } = request;
      const error = isThrottling(request.error) ? new Busy(busySeconds) : request.error;
      const answer = toProblem(error, referenceOf(event.id));
      const problem = JSON.parse(answer.body ?? "");
      const { plain } = routeOf(routes, event) ?? {};
      if (plain) {
        const headers = { ...answer.headers, ...plain.headers };
        request.response = { ...answer, headers, body: await plain.refusal(problem, event) };
      } else request.response = isOpenedByItself(event) ? problemPage(problem, event) : answer;
    },
  };
}

/**
 * A request that did not come through CloudFront met no firewall, and its address is what it says.
 * @throws Forbidden "site-bypassed"
 */
async function checkEdge(request: HttpRequest, edge: Edge): Promise<void> {
  request.isDirect = !(await edge.sent(request.header(edgeHeader)));
  if (request.isDirect) throw new Forbidden("site-bypassed");
}

/**
 * A change must come from a script of our own pages: no form, link or foreign page can add the header or choose its
 * Origin. Sec-Fetch-Site is checked where the browser sends it. A route for pages without a script takes forms of our own pages.
 * @throws Forbidden "cross-site-request"
 */
function checkOrigin(request: HttpRequest, siteUrl: string, route: Route | undefined): void {
  if (request.method === "GET") return;
  const site = request.header("sec-fetch-site") ?? "same-origin";
  const isOrigin = request.header("origin") === siteUrl && site === "same-origin";
  const ours = isOrigin && (route?.plain !== undefined || request.header("x-kartu") === "1");
  if (!ours) throw new Forbidden("cross-site-request");
}

/**
 * Writes one line per request, with the route's pattern, so that no ids of people and cards are logged. Where it matters who
 * asked, security-log.ts writes a second one.
 */
function requestLog(routes: readonly Route[], hmacKey: Pick<DerivedKeys, "derive">) {
  const log = async (request: Request) => {
    const { event, error, response } = request;
    const line = {
      requestId: event.id,
      method: event.method,
      route: routeOf(routes, event)?.path ?? "none",
      status: response?.statusCode,
    };
    const durationMs = Math.round(performance.now() - event.arrivedAt);
    const reference = referenceOf(line.requestId);
    if (!error) logger.info("request.answered", { ...line, durationMs });
    else if (error instanceof ExpectedError)
      logger.info("request.refused", { ...line, durationMs, reference, code: error.code });
    else logger.error("request.failed", { ...line, durationMs, reference, ...errorFields(error) });
    await logSecurity(hmacKey, event, error, { ...line, reference });
  };
  return { after: log, onError: log };
}

/** It is the outermost, so that all that we do is within the time. */
function evenTime(routes: readonly Route[], least: number) {
  const even = async ({ event, error }: Request) => {
    const { evenTime } = routeOf(routes, event) ?? {};
    const isEven = evenTime === "always" || (evenTime === "refusals" && error);
    if (isEven) await waitUntilEven(event.arrivedAt, least);
  };
  return { after: even, onError: even };
}

function routeOf(routes: readonly Route[], { method, path }: HttpRequest): Route | undefined {
  try {
    return findRoute(routes, method, path).route;
  } catch {
    return undefined;
  }
}
