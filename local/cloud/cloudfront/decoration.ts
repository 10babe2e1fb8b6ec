import { createHash } from "node:crypto";
import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  gunzipSync,
  gzipSync,
} from "node:zlib";
import type { HttpResponse } from "../http-api/http-message.ts";

/** Changes a page of the site, e.g. adds a banner. @param path of the page as the viewer asked for it */
export type DecorateHtml = (html: string, path: string) => string;

/**
 * Decorates a page. The hashes of the added styles and scripts are added to the page's content security policy, so that the
 * policy stays as strict for everything else. What came compressed goes on so: its bytes are those that the product sends.
 * @param connectTo an origin that the added scripts may connect to
 */
export function decorate(
  response: HttpResponse,
  path: string,
  decorateHtml: DecorateHtml,
  connectTo?: string,
): HttpResponse {
  if (!response.headers["content-type"]?.startsWith("text/html")) return response;
  const { headers } = response;
  const coding = codings[headers["content-encoding"] ?? ""] ?? asItIs;
  const before = coding.decode(response.body).toString();
  const after = decorateHtml(before, path);
  if (after === before) return response;
  const policy = headers["content-security-policy"];
  const added = [...inlineParts(after)].filter(({ whole }) => !before.includes(whole));
  return {
    ...response,
    body: coding.encode(Buffer.from(after)),
    headers: {
      ...headers,
      etag: `"${createHash("sha256").update(after).digest("hex").slice(0, 32)}"`,
      ...(policy ? { "content-security-policy": allowAll(policy, added, connectTo) } : {}),
    },
  };
}

interface Coding {
  readonly decode: (body: Buffer) => Buffer;
  readonly encode: (body: Buffer) => Buffer;
}

const asItIs: Coding = { decode: (body) => body, encode: (body) => body };

/** A page that a function draws comes compressed. */
const codings: Readonly<Record<string, Coding>> = {
  br: {
    decode: (body) => brotliDecompressSync(body),
    encode: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  },
  gzip: { decode: (body) => gunzipSync(body), encode: (body) => gzipSync(body) },
};

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

function allowAll(policy: string, parts: InlinePart[], connectTo: string | undefined): string {
  const sources = parts.map(({ directive, content }): [string, string] => {
    const hash = createHash("sha256").update(content).digest("base64");
    return [directive, `'sha256-${hash}'`];
  });
  if (connectTo) sources.push(["connect-src", connectTo]);
  return sources.reduce(allow, policy);
}

function allow(policy: string, [directive, source]: [string, string]): string {
  const directives = policy.split(";").map((each) => each.trim());
  const index = directives.findIndex((each) => each.startsWith(`${directive} `));
  if (index < 0) return [...directives, `${directive} ${source}`].join("; ");
  return directives
    .map((each, i) => (i === index ? `${each.replace(/ 'none'/, "")} ${source}` : each))
    .join("; ");
}
