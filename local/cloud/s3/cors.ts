import { AwsError } from "../kernel/service.ts";
import { type CorsRule, matchingRule, readCorsRules } from "./cors-rules.ts";
import type { Answer } from "./s3-answer.ts";
import type { S3Request } from "./s3-request.ts";
import type { S3State } from "./s3-state.ts";

const varyHeader = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method";

/** Answers a browser's question before it calls. @throws AwsError AccessForbidden, BadRequest */
export function preflight(state: S3State, request: S3Request): Answer {
  const { origin, "access-control-request-method": method } = request.headers;
  if (!origin || !method) {
    throw new AwsError(
      "BadRequest",
      `Insufficient information. ${origin ? "Access-Control-Request-Method" : "Origin"} request header needed.`,
    );
  }
  const rules = rulesOf(state, request.bucket);
  if (!rules) throw forbidden("CORS is not enabled for this bucket.");
  const names = (request.headers["access-control-request-headers"] ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  const rule = matchingRule(rules, origin, method, names);
  if (!rule) {
    throw forbidden(
      "This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
    );
  }
  const allowed = names.length > 0 ? { "access-control-allow-headers": names.join(", ") } : {};
  return { status: 200, headers: { ...ruleHeaders(rule, origin), ...allowed } };
}

/** What a browser needs to hand the answer to its page; nothing when no rule allows the page. */
export function corsHeaders(state: S3State, request: S3Request): Record<string, string> {
  const { origin } = request.headers;
  if (!origin || request.method === "OPTIONS") return {};
  const rule = matchingRule(rulesOf(state, request.bucket) ?? [], origin, request.method, []);
  return rule ? ruleHeaders(rule, origin) : {};
}

function ruleHeaders(rule: CorsRule, origin: string): Record<string, string> {
  const { origins, methods, exposed, maxAgeSeconds } = rule;
  const isForAll = origins.includes("*");
  return {
    "access-control-allow-origin": isForAll ? "*" : origin,
    "access-control-allow-methods": methods.join(", "),
    ...(isForAll ? {} : { "access-control-allow-credentials": "true" }),
    ...(exposed.length > 0 ? { "access-control-expose-headers": exposed.join(", ") } : {}),
    ...(maxAgeSeconds === undefined ? {} : { "access-control-max-age": maxAgeSeconds }),
    vary: varyHeader,
  };
}

function rulesOf({ index }: S3State, bucket: string): CorsRule[] | undefined {
  const document = index.findBucket(bucket)?.configurations.cors;
  return document === undefined ? undefined : readCorsRules(document);
}

function forbidden(reason: string): AwsError {
  return new AwsError("AccessForbidden", `CORSResponse: ${reason}`, { status: 403 });
}
