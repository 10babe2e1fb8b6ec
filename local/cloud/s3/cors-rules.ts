/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html */
import { AwsError } from "../kernel/service.ts";
import { malformedXml } from "./s3-errors.ts";
import { childrenOf, readXml, textOf } from "./xml.ts";

const knownMethods = ["GET", "PUT", "POST", "DELETE", "HEAD"];

export interface CorsRule {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly maxAgeSeconds: string | undefined;
}

/** @throws AwsError MalformedXML, InvalidRequest */
export function readCorsRules(document: string): CorsRule[] {
  const rules = childrenOf(readXml(document, "CORSConfiguration"), "CORSRule").map((rule) => {
    const texts = (name: string) => childrenOf(rule, name).map(({ text }) => text);
    return {
      origins: texts("AllowedOrigin"),
      methods: texts("AllowedMethod"),
      headers: texts("AllowedHeader"),
      exposed: texts("ExposeHeader"),
      maxAgeSeconds: textOf(rule, "MaxAgeSeconds"),
    };
  });
  if (rules.length === 0) throw malformedXml();
  return rules;
}

export function checkCorsDocument(document: string): void {
  for (const { origins, methods, headers } of readCorsRules(document)) {
    if (origins.length === 0 || methods.length === 0) throw malformedXml();
    const method = methods.find((name) => !knownMethods.includes(name));
    if (method) {
      throw new AwsError(
        "InvalidRequest",
        `Found unsupported HTTP method in CORS config. Unsupported method is ${method}`,
      );
    }
    const pattern = [...origins, ...headers].find((text) => text.split("*").length > 2);
    if (pattern) {
      throw new AwsError("InvalidRequest", `"${pattern}" can not have more than one wildcard.`);
    }
  }
}

/** The first rule that allows the origin, the method and all the headers. */
export function matchingRule(
  rules: readonly CorsRule[],
  origin: string,
  method: string,
  headers: readonly string[],
): CorsRule | undefined {
  return rules.find(
    (rule) =>
      rule.origins.some((pattern) => isMatch(pattern, origin)) &&
      rule.methods.includes(method) &&
      headers.every((name) =>
        rule.headers.some((pattern) => isMatch(pattern.toLowerCase(), name.toLowerCase())),
      ),
  );
}

/** A pattern has one "*" at most. */
function isMatch(pattern: string, text: string): boolean {
  const [before = "", after] = pattern.split("*");
  if (after === undefined) return pattern === text;
  return (
    text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after)
  );
}
