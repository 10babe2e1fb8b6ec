import * as z from "zod";
import type { Assembly, Json } from "./assembly/read-assembly.ts";
import { escapeRegExp } from "./escape-reg-exp.ts";

/**
 * The one place that knows the addresses on this machine. The template has addresses on the internet: the site's
 * (`https://kartu.example.go.id`) and the buckets' (`https://NAME.s3.REGION.amazonaws.com`). Settings, CORS rules and security
 * headers get this machine's addresses instead. The product's code knows its address only as a setting, so it need not know this.
 */
export class Addresses {
  /** Origin of the site, e.g. "http://localhost:8080". */
  readonly siteUrl: string;
  /** Where all services answer, e.g. "http://127.0.0.1:4566". */
  readonly endpoint: string;
  readonly #siteOrigins: readonly string[];

  constructor({
    siteUrl,
    endpoint,
    siteOrigins,
  }: {
    siteUrl: string;
    endpoint: string;
    /** The origins the template gives the site. */
    siteOrigins: readonly string[];
  }) {
    this.siteUrl = siteUrl;
    this.endpoint = endpoint;
    this.#siteOrigins = siteOrigins;
  }

  /** A text of the template with every address that is on this machine replaced. */
  translate(text: string): string {
    let translated = text.replace(bucketOrigin, this.endpoint);
    for (const origin of this.#siteOrigins) {
      const whole = new RegExp(`${escapeRegExp(origin)}(?![\\w.-])`, "g");
      translated = translated.replace(whole, this.siteUrl);
    }
    return translated;
  }

  /**
   * Translates security headers, which would otherwise block this machine's addresses.
   * @param value of the header `name`
   * @returns undefined when the header makes no sense over http
   */
  translateHeader(name: string, value: string): string | undefined {
    // Browsers would remember for years that localhost speaks TLS only.
    if (name.toLowerCase() === "strict-transport-security") return undefined;
    if (name.toLowerCase() !== "content-security-policy") return this.translate(value);
    return this.translate(value)
      .split(";")
      .map((directive) => directive.trim())
      .filter((directive) => directive !== "upgrade-insecure-requests")
      .join("; ");
  }
}

/** A bucket's own host, virtual-hosted style. Here all buckets share one address. */
const bucketOrigin = /https:\/\/[a-z0-9.-]+\.s3(?:\.[a-z0-9-]+)?\.amazonaws\.com/g;

/** Where the template says the site is: its distributions' own names, and the output SiteUrl. */
export function siteOriginsOf(assembly: Assembly): string[] {
  const templates = assembly.stacks.map(({ template }) => template);
  const aliases = templates
    .flatMap(({ Resources = {} }) => Object.values(Resources))
    .filter(({ Type }) => Type === "AWS::CloudFront::Distribution")
    .flatMap(({ Properties }) => aliasesOf(Properties))
    .map((domain) => `https://${domain}`);
  const outputs = templates.flatMap(({ Outputs }) => Outputs?.SiteUrl?.Value ?? []);
  return [...new Set([...aliases, ...outputs.filter((url) => typeof url === "string")])];
}

const withAliases = z.looseObject({
  DistributionConfig: z
    .looseObject({ Aliases: z.array(z.unknown()).default([]) })
    .default({ Aliases: [] }),
});

function aliasesOf(properties: Json | undefined): string[] {
  const { DistributionConfig } = withAliases.parse(properties);
  return DistributionConfig.Aliases.filter((alias) => typeof alias === "string");
}
