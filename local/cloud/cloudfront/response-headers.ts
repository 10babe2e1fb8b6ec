import * as z from "zod";
import type { HttpResponse } from "../http-api/http-message.ts";

interface HeaderRule {
  readonly name: string;
  readonly value: string;
  /** Whether it replaces what the origin said. */
  readonly override: boolean;
}

export interface ResponseHeadersPolicy {
  readonly rules: readonly HeaderRule[];
  /** What is added to the answers to CORS requests alone. */
  readonly ofCors: readonly HeaderRule[];
  readonly removed: readonly string[];
}

const overrideSchema = z.boolean();

const securityHeaders = z
  .strictObject({
    ContentSecurityPolicy: z.strictObject({
      ContentSecurityPolicy: z.string(),
      Override: overrideSchema,
    }),
    ContentTypeOptions: z.strictObject({ Override: overrideSchema }),
    FrameOptions: z.strictObject({ FrameOption: z.string(), Override: overrideSchema }),
    ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), Override: overrideSchema }),
    StrictTransportSecurity: z.strictObject({
      AccessControlMaxAgeSec: z.coerce.number(),
      IncludeSubdomains: z.boolean().optional(),
      Preload: z.boolean().optional(),
      Override: overrideSchema,
    }),
    XSSProtection: z.strictObject({
      Protection: z.boolean(),
      ModeBlock: z.boolean().optional(),
      Override: overrideSchema,
    }),
  })
  .partial();

/**
 * «CloudFront adds these headers to HTTP responses that it sends for CORS requests» (ResponseHeadersPolicyCorsConfig, Amazon CloudFront API
 * Reference). Methods and headers are told to preflights, which no behaviour that has this takes here: they are read and not served.
 */
const corsConfig = z.strictObject({
  AccessControlAllowCredentials: z.literal(false),
  AccessControlAllowHeaders: z.strictObject({ Items: z.array(z.string()) }),
  AccessControlAllowMethods: z.strictObject({ Items: z.array(z.enum(["GET", "HEAD"])) }),
  AccessControlAllowOrigins: z.strictObject({ Items: z.tuple([z.literal("*")]) }),
  OriginOverride: overrideSchema,
});

/** Server timing is refused, and of CORS all but «everybody may read this»: nothing here uses it. */
export const responseHeadersPolicyConfig = z
  .strictObject({
    Name: z.string(),
    Comment: z.string().optional(),
    SecurityHeadersConfig: securityHeaders.default({}),
    CorsConfig: corsConfig.optional(),
    CustomHeadersConfig: z
      .strictObject({
        Items: z.array(
          z.strictObject({ Header: z.string(), Value: z.string(), Override: overrideSchema }),
        ),
      })
      .default({ Items: [] }),
    RemoveHeadersConfig: z
      .strictObject({ Items: z.array(z.strictObject({ Header: z.string() })) })
      .default({ Items: [] }),
  })
  .transform(
    ({
      SecurityHeadersConfig,
      CorsConfig,
      CustomHeadersConfig,
      RemoveHeadersConfig,
    }): ResponseHeadersPolicy => ({
      rules: [
        ...securityRules(SecurityHeadersConfig),
        ...CustomHeadersConfig.Items.map(({ Header, Value, Override }) => ({
          name: Header.toLowerCase(),
          value: Value,
          override: Override,
        })),
      ],
      ofCors: CorsConfig
        ? [{ name: "access-control-allow-origin", value: "*", override: CorsConfig.OriginOverride }]
        : [],
      removed: RemoveHeadersConfig.Items.map(({ Header }) => Header.toLowerCase()),
    }),
  );

function securityRules(config: z.output<typeof securityHeaders>): HeaderRule[] {
  const rules: HeaderRule[] = [];
  const add = (name: string, value: string, { Override }: { Override: boolean }) =>
    rules.push({ name, value, override: Override });
  const {
    ContentSecurityPolicy: csp,
    ContentTypeOptions: type,
    FrameOptions: frame,
    ReferrerPolicy: referrer,
    StrictTransportSecurity: sts,
    XSSProtection: xss,
  } = config;
  if (csp) add("content-security-policy", csp.ContentSecurityPolicy, csp);
  if (type) add("x-content-type-options", "nosniff", type);
  if (frame) add("x-frame-options", frame.FrameOption, frame);
  if (referrer) add("referrer-policy", referrer.ReferrerPolicy, referrer);
  if (xss) add("x-xss-protection", xss.Protection ? "1" : "0", xss);
  if (sts) {
    const directives = [
      `max-age=${sts.AccessControlMaxAgeSec}`,
      ...(sts.IncludeSubdomains ? ["includeSubDomains"] : []),
      ...(sts.Preload ? ["preload"] : []),
    ];
    add("strict-transport-security", directives.join("; "), sts);
  }
  return rules;
}

/**
 * @param isCors whether the request names the page's origin that it comes from (Fetch, WHATWG)
 * @param translate gives a header's value on this machine, undefined to leave it out
 */
export function addResponseHeaders(
  response: HttpResponse,
  { rules, ofCors, removed }: ResponseHeadersPolicy,
  isCors: boolean,
  translate: (name: string, value: string) => string | undefined,
): HttpResponse {
  const headers: Record<string, string> = { ...response.headers };
  for (const name of removed) delete headers[name];
  for (const { name, value, override } of isCors ? [...rules, ...ofCors] : rules) {
    const translated = translate(name, value);
    if (translated === undefined) delete headers[name];
    else if (override || headers[name] === undefined) headers[name] = translated;
  }
  return { ...response, headers };
}
