/** What a cache behaviour sends to its origin, and whether it compresses. */
import * as z from "zod";
import type { HttpRequest } from "../http-api/http-message.ts";

/** Which of a request's headers, cookies or query parameters. */
type Selection = (name: string) => boolean;

const none: Selection = () => false;
const all: Selection = () => true;

export interface Forwarding {
  readonly headers: Selection;
  readonly cookies: Selection;
  readonly queryStrings: Selection;
}

export interface CachePolicy extends Forwarding {
  readonly compressions: readonly ("br" | "gzip")[];
}

const nothing: Forwarding = { headers: none, cookies: none, queryStrings: none };
const viewerHeaders: Selection = (name) => !name.startsWith("cloudfront-");

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
export const managedCachePolicies: Readonly<Record<string, CachePolicy>> = {
  // CachingOptimized
  "658327ea-f89d-4fab-a63d-7e88639e58f6": { ...nothing, compressions: ["br", "gzip"] },
  // CachingDisabled
  "4135ea2d-6df8-44a3-9df3-4b5a84be39ad": { ...nothing, compressions: [] },
};

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html */
export const managedOriginRequestPolicies: Readonly<Record<string, Forwarding>> = {
  // AllViewer
  "216adef6-5c7f-47e4-b989-5492eafa07d3": {
    headers: viewerHeaders,
    cookies: all,
    queryStrings: all,
  },
  // AllViewerExceptHostHeader
  "b689b0a8-53d0-40ab-baf2-68738e2966ac": {
    headers: (name) => viewerHeaders(name) && name !== "host",
    cookies: all,
    queryStrings: all,
  },
};

const names = z.array(z.string()).optional();

const selections = {
  HeadersConfig: z.strictObject({
    HeaderBehavior: z.enum([
      "none",
      "whitelist",
      "allViewer",
      "allViewerAndWhitelistCloudFront",
      "allExcept",
    ]),
    Headers: names,
  }),
  CookiesConfig: z.strictObject({
    CookieBehavior: z.enum(["none", "whitelist", "all", "allExcept"]),
    Cookies: names,
  }),
  QueryStringsConfig: z.strictObject({
    QueryStringBehavior: z.enum(["none", "whitelist", "all", "allExcept"]),
    QueryStrings: names,
  }),
};

/** Headers that AWS refuses in an origin request policy: only a cache policy sends them. */
const notInOriginRequests = ["authorization", "accept-encoding"];

export const originRequestPolicyConfig = z
  .strictObject({ ...selections, Name: z.string(), Comment: z.string().optional() })
  .superRefine(({ HeadersConfig: { HeaderBehavior, Headers = [] } }, issues) => {
    const refused = Headers.find((name) => notInOriginRequests.includes(name.toLowerCase()));
    if (!refused || HeaderBehavior === "allExcept") return;
    const message = `The parameter Headers contains ${refused} that is not allowed.`;
    issues.addIssue({ code: "custom", message });
  })
  .transform(forwarding);

export const cachePolicyConfig = z
  .strictObject({
    Name: z.string(),
    Comment: z.string().optional(),
    // Nothing is cached here.
    DefaultTTL: z.unknown(),
    MaxTTL: z.number(),
    MinTTL: z.unknown(),
    ParametersInCacheKeyAndForwardedToOrigin: z.strictObject({
      ...selections,
      EnableAcceptEncodingGzip: z.boolean(),
      EnableAcceptEncodingBrotli: z.boolean().default(false),
    }),
  })
  .superRefine(({ MaxTTL, ParametersInCacheKeyAndForwardedToOrigin: parameters }, issues) => {
    const encoding = (["EnableAcceptEncodingBrotli", "EnableAcceptEncodingGzip"] as const).find(
      (name) => parameters[name],
    );
    if (MaxTTL > 0 || !encoding) return;
    const message = `The parameter ${encoding} is invalid for policy with caching disabled.`;
    issues.addIssue({ code: "custom", message });
  })
  .transform(({ ParametersInCacheKeyAndForwardedToOrigin: parameters }): CachePolicy => {
    const { EnableAcceptEncodingBrotli, EnableAcceptEncodingGzip } = parameters;
    return {
      ...forwarding(parameters),
      compressions: [
        ...(EnableAcceptEncodingBrotli ? (["br"] as const) : []),
        ...(EnableAcceptEncodingGzip ? (["gzip"] as const) : []),
      ],
    };
  });

function forwarding({
  HeadersConfig: { HeaderBehavior, Headers = [] },
  CookiesConfig: { CookieBehavior, Cookies },
  QueryStringsConfig: { QueryStringBehavior, QueryStrings },
}: {
  HeadersConfig: z.output<typeof selections.HeadersConfig>;
  CookiesConfig: z.output<typeof selections.CookiesConfig>;
  QueryStringsConfig: z.output<typeof selections.QueryStringsConfig>;
}): Forwarding {
  const listed = new Set(Headers.map((name) => name.toLowerCase()));
  const isListed: Selection = (name) => listed.has(name);
  const headers: Record<typeof HeaderBehavior, Selection> = {
    none,
    whitelist: isListed,
    allViewer: viewerHeaders,
    allViewerAndWhitelistCloudFront: (name) => viewerHeaders(name) || isListed(name),
    allExcept: (name) => viewerHeaders(name) && !isListed(name),
  };
  return {
    headers: headers[HeaderBehavior],
    cookies: selection(CookieBehavior, Cookies),
    queryStrings: selection(QueryStringBehavior, QueryStrings),
  };
}

function selection(
  behavior: "none" | "whitelist" | "all" | "allExcept",
  listed: readonly string[] = [],
): Selection {
  if (behavior === "none") return none;
  if (behavior === "all") return all;
  return (name) => listed.includes(name) === (behavior === "whitelist");
}

/**
 * The request as an origin sees it: without everything that neither policy names.
 * @param always headers CloudFront sends whatever the policies say
 */
export function forwarded(
  request: HttpRequest,
  policies: readonly Forwarding[],
  always: Readonly<Record<string, string>>,
): HttpRequest {
  const keeps = (kind: keyof Forwarding) => (name: string) =>
    policies.some((policy) => policy[kind](name));
  const { cookie = "", ...headers } = request.headers;
  const cookies = cookie
    .split(/;\s*/)
    .filter((pair) => pair !== "" && keeps("cookies")(pair.split("=")[0] ?? ""))
    .join("; ");
  const [path = "/", ...query] = request.target.split("?");
  const parameters = query
    .join("?")
    .split("&")
    .filter((pair) => pair !== "" && keeps("queryStrings")(pair.split("=")[0] ?? ""))
    .join("&");
  return {
    ...request,
    target: parameters ? `${path}?${parameters}` : path,
    headers: {
      // The viewer's User-Agent is replaced, unless a policy sends it.
      "user-agent": "Amazon CloudFront",
      ...Object.fromEntries(
        Object.entries(headers).filter(([name]) => alwaysSent.has(name) || keeps("headers")(name)),
      ),
      ...(cookies ? { cookie: cookies } : {}),
      ...always,
    },
  };
}

/**
 * Those of the body go where it goes. A part that is asked for and not in the cache is asked of the origin («How CloudFront processes partial
 * requests for an object (range GETs)», CloudFront Developer Guide).
 */
const alwaysSent = new Set(["content-length", "content-type", "range"]);
