import { createHash } from "node:crypto";
import type { HttpResponse } from "../http-api/http-message.ts";

/** Changes a page of the site, e.g. adds a banner. @param path of the page as the viewer asked for it */
export type DecorateHtml = (html: string, path: string) => string;

/**
 * Decorates a page. Styles and scripts that come in with it are let through the page's own content security
 * policy by their hashes, so that the policy stays as strict as it is for everything else.
 */
export function decorate(
  response: HttpResponse,
  path: string,
  decorateHtml: DecorateHtml,
): HttpResponse {
  const { headers, body } = response;
  if (!headers["content-type"]?.startsWith("text/html")) return response;
  const before = body.toString();
  const after = decorateHtml(before, path);
  if (after === before) return response;
  const policy = headers["content-security-policy"];
  const added = [...inlineParts(after)].filter(({ whole }) => !before.includes(whole));
  return {
    ...response,
    body: Buffer.from(after),
    headers: {
      ...headers,
      etag: `"${createHash("sha256").update(after).digest("hex").slice(0, 32)}"`,
      ...(policy ? { "content-security-policy": added.reduce(allow, policy) } : {}),
    },
  };
}

interface InlinePart {
  readonly whole: string;
  readonly directive: string;
  readonly content: string;
}

function* inlineParts(html: string): Generator<InlinePart> {
  for (const [whole, tag = "", content = ""] of html.matchAll(
    /<(style|script)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/gi,
  )) {
    yield { whole, directive: `${tag.toLowerCase()}-src`, content };
  }
}

function allow(policy: string, { directive, content }: InlinePart): string {
  const hash = `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
  const directives = policy.split(";").map((each) => each.trim());
  const index = directives.findIndex((each) => each.startsWith(`${directive} `));
  if (index < 0) return [...directives, `${directive} ${hash}`].join("; ");
  return directives
    .map((each, i) => (i === index ? `${each.replace(/ 'none'/, "")} ${hash}` : each))
    .join("; ");
}
