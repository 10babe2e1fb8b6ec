import type { HttpRequest, HttpResponse } from "../http-api/http-message.ts";
import { pathOf } from "../http-api/http-message.ts";
import { matchesWildcards } from "../iam/wildcards.ts";
import { KeptErrors } from "./kept-errors.ts";
import { type CachePolicy, type Forwarding, forwarded } from "./policies.ts";
import { addResponseHeaders, type ResponseHeadersPolicy } from "./response-headers.ts";
import type { ViewerFunction } from "./viewer-function.ts";

export type Origin = (request: HttpRequest) => Promise<HttpResponse>;

export interface Behavior {
  /** "/api/*"; "*" for the default behaviour. */
  readonly pathPattern: string;
  readonly origin: Origin;
  readonly allowedMethods: readonly string[];
  readonly compress: boolean;
  readonly cachePolicy: CachePolicy;
  readonly originRequestPolicy: Forwarding | undefined;
  readonly responseHeadersPolicy: ResponseHeadersPolicy | undefined;
  readonly onViewerRequest: ViewerFunction | undefined;
  readonly onViewerResponse: ViewerFunction | undefined;
}

interface CustomErrorResponse {
  readonly status: number;
  readonly responseStatus: number;
  readonly responsePath: string | undefined;
  /** Seconds; undefined where CloudFront's own hold. */
  readonly keptFor: number | undefined;
}

interface DistributionDefinition {
  readonly id: string;
  /** In the order in which they are tried; the default behaviour is last. */
  readonly behaviors: readonly Behavior[];
  readonly defaultRootObject: string | undefined;
  readonly errorResponses: readonly CustomErrorResponse[];
  /** A header's value on this machine, undefined to leave it out. */
  readonly translateHeader: (name: string, value: string) => string | undefined;
  /** Milliseconds. */
  readonly now: () => number;
}

export interface Served {
  readonly response: HttpResponse;
  /** The encodings it may be sent in. */
  readonly compressions: CachePolicy["compressions"];
}

/** An address of CloudFront: the caller that an API sees. */
const edgeAddress = "130.176.1.1";

/**
 * A CloudFront distribution that keeps nothing but errors: every other request reaches its origin.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
 */
export class Distribution {
  readonly #definition: DistributionDefinition;
  readonly #keptErrors: KeptErrors;

  constructor(definition: DistributionDefinition) {
    this.#definition = definition;
    const seconds = definition.errorResponses.flatMap(({ status, keptFor }) =>
      keptFor === undefined ? [] : [[status, keptFor] as const],
    );
    this.#keptErrors = new KeptErrors(new Map(seconds), definition.now);
  }

  async handle(viewerRequest: HttpRequest): Promise<Served> {
    const behavior = this.#behaviorFor(pathOf(viewerRequest));
    if (!behavior.allowedMethods.includes(viewerRequest.method)) {
      return { response: methodRefused, compressions: [] };
    }
    const request = withViewer(viewerRequest);
    const early = await behavior.onViewerRequest?.onRequest(request);
    const isCors = request.headers.origin !== undefined;
    if (early && "status" in early) return this.#finish(behavior, early, isCors);
    const rewritten = early ?? request;
    const answered = await this.#answer(behavior, this.#withRootObject(rewritten));
    const served = this.#finish(behavior, answered, isCors);
    // CloudFront does not ask the function about an origin's error.
    if (!behavior.onViewerResponse || answered.status >= 400) return served;
    const response = await behavior.onViewerResponse.onResponse(rewritten, served.response);
    return { ...served, response };
  }

  #behaviorFor(path: string): Behavior {
    const behavior = this.#definition.behaviors.find(({ pathPattern }) =>
      // A pattern may leave out the slash it begins with, and means the same without it («Path Pattern», CloudFront Developer Guide).
      matchesWildcards(pathPattern.replace(/^(?!\/)/, "/"), path, new Map()),
    );
    if (!behavior) throw new Error("A distribution has a default behaviour.");
    return behavior;
  }

  async #answer(behavior: Behavior, request: HttpRequest): Promise<HttpResponse> {
    const response = await this.#askOrigin(behavior, request);
    const rule = this.#definition.errorResponses.find(({ status }) => status === response.status);
    if (!rule) return response;
    if (!rule.responsePath) return { ...response, status: rule.responseStatus };
    const page = { ...request, method: "GET", target: rule.responsePath };
    const pageResponse = await this.#askOrigin(this.#behaviorFor(rule.responsePath), page);
    return { ...pageResponse, status: rule.responseStatus };
  }

  #askOrigin(behavior: Behavior, request: HttpRequest): Promise<HttpResponse> {
    const { cachePolicy, originRequestPolicy } = behavior;
    const policies = originRequestPolicy ? [cachePolicy, originRequestPolicy] : [cachePolicy];
    const known = request.headers["x-forwarded-for"];
    const chain = [...(known ? [known] : []), request.sourceIp];
    const original = forwarded(request, policies, {
      // The addresses that the viewer sent stand before the real one.
      "x-forwarded-for": [...chain, edgeAddress].join(", "),
      "x-forwarded-proto": "https",
      "x-forwarded-port": "443",
      via: "1.1 embedded.cloudfront.net (CloudFront)",
      "x-amz-cf-id": "embedded-cloud",
    });
    // By what the cache policy lets count: path and query, here without headers and cookies.
    const key = `${behavior.pathPattern} ${forwarded(request, [cachePolicy], {}).target}`;
    return this.#keptErrors.answer(request, key, () =>
      behavior.origin({ ...original, sourceIp: edgeAddress }),
    );
  }

  #finish(
    { responseHeadersPolicy, compress, cachePolicy }: Behavior,
    response: HttpResponse,
    isCors: boolean,
  ): Served {
    const { translateHeader } = this.#definition;
    return {
      response: responseHeadersPolicy
        ? addResponseHeaders(response, responseHeadersPolicy, isCors, translateHeader)
        : response,
      compressions: compress ? cachePolicy.compressions : [],
    };
  }

  #withRootObject(request: HttpRequest): HttpRequest {
    const { defaultRootObject } = this.#definition;
    if (!defaultRootObject || pathOf(request) !== "/") return request;
    return { ...request, target: `/${defaultRootObject}${request.target.slice(1)}` };
  }
}

/** Adds what CloudFront knows of the viewer. Policies say which of it reaches the origin. */
function withViewer(request: HttpRequest): HttpRequest {
  const isAddressV6 = request.sourceIp.includes(":");
  return {
    ...request,
    headers: {
      ...request.headers,
      "cloudfront-viewer-address": isAddressV6
        ? `[${request.sourceIp}]:50000`
        : `${request.sourceIp}:50000`,
      "cloudfront-viewer-country": "ID",
      "cloudfront-viewer-country-region-name": "Jakarta",
      "cloudfront-forwarded-proto": "https",
    },
  };
}

const methodRefused: HttpResponse = {
  status: 403,
  headers: { "content-type": "text/html" },
  cookies: [],
  body: Buffer.from("This distribution is not configured to allow the HTTP request method."),
};
