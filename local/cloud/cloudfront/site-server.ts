import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { HttpRequest, HttpResponse } from "../http-api/http-message.ts";
import { reportFailure } from "../kernel/failure.ts";
import { portOf } from "../kernel/port-of.ts";
import { compress } from "./compression.ts";
import { type DecorateHtml, decorate } from "./decoration.ts";
import type { Distribution, Served } from "./distribution.ts";

/** Bytes. An API takes less, a bucket is not written to from here. */
const bodyLimit = 11 * 1024 * 1024;

/** The services that all share one address. */
export interface Services {
  /** "http://127.0.0.1:4566" */
  readonly address: string;
  readonly handle: RequestListener;
}

/** How others in the network reach the site. */
export interface Lan {
  /** An address of this machine. */
  readonly host: string;
  readonly certificate: { readonly key: string; readonly cert: string };
}

/** The path below the site's address under which another machine's browser reaches the services, which listen on loopback only. */
const servicesPath = "/services";

/**
 * Serves the site: with http on loopback, which browsers trust like https; or with https at an address of this machine, where
 * browsers of other machines reach the services too, with one certificate.
 */
export class SiteServer {
  readonly #server: Server;
  readonly #decorateHtml: DecorateHtml | undefined;
  readonly #decorationOrigin: string | undefined;
  readonly #lan: Lan | undefined;
  #distribution: Distribution | undefined;
  #services: Services | undefined;
  #siteUrl = "";

  constructor({
    decorateHtml,
    decorationOrigin,
    lan,
  }: {
    decorateHtml?: DecorateHtml | undefined;
    decorationOrigin?: string | undefined;
    lan?: Lan | undefined;
  } = {}) {
    this.#decorateHtml = decorateHtml;
    this.#decorationOrigin = decorationOrigin;
    this.#lan = lan;
    const listener: RequestListener = (incoming, response) => {
      this.#serve(incoming, response).catch((error: unknown) => {
        reportFailure("cloudfront", error);
        if (!response.headersSent) response.writeHead(502);
        response.end();
      });
    };
    this.#server = lan ? createTlsServer(lan.certificate, listener) : createServer(listener);
  }

  /** @param port 0 for any free one. @returns the site's origin, e.g. "http://localhost:8080" */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(port, this.#lan?.host ?? "127.0.0.1", resolve);
    });
    const origin = this.#lan ? `https://${this.#lan.host}` : "http://localhost";
    this.#siteUrl = `${origin}:${portOf(this.#server)}`;
    return this.#siteUrl;
  }

  /** Before this, everything is answered with 503. */
  serve(distribution: Distribution | undefined, services: Services): void {
    this.#distribution = distribution;
    this.#services = services;
  }

  /** Replaces the services' address on loopback, which another machine's browser cannot reach. */
  #atOneAddress(response: HttpResponse): HttpResponse {
    const { address = "" } = this.#services ?? {};
    const translate = (text: string) => text.replaceAll(address, `${this.#siteUrl}${servicesPath}`);
    const { headers, body } = response;
    return {
      ...response,
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, translate(value)]),
      ),
      body: isText.test(headers["content-type"] ?? "")
        ? Buffer.from(translate(body.toString()))
        : body,
    };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (!this.#distribution) {
      outgoing.writeHead(503, { "retry-after": "1", "content-type": "text/plain" });
      outgoing.end("The embedded cloud is starting.");
      return;
    }
    const path = incoming.url ?? "/";
    if (this.#lan && path.startsWith(`${servicesPath}/`)) {
      incoming.url = path.slice(servicesPath.length);
      incoming.headers.host = new URL(this.#services?.address ?? "").host;
      this.#services?.handle(incoming, outgoing);
      return;
    }
    const request = await readRequest(incoming);
    const served = request
      ? await this.#distribution.handle(this.#lan ? inPlainBytes(request) : request)
      : bodyTooLarge;
    const reachable = this.#lan ? this.#atOneAddress(served.response) : served.response;
    const decorated = this.#decorateHtml
      ? decorate(reachable, path, this.#decorateHtml, this.#decorationOrigin)
      : reachable;
    const acceptEncoding = String(incoming.headers["accept-encoding"] ?? "");
    const response = await compress(decorated, acceptEncoding, served.compressions);
    send(incoming, outgoing, response);
  }
}

/** Text of ours that names an address: links to objects, forms, policies. */
const isText = /^(text\/html|application\/(problem\+)?json)\b/;

/** An answer that is still to be changed must not be compressed. */
function inPlainBytes(request: HttpRequest): HttpRequest {
  const { "accept-encoding": _, ...headers } = request.headers;
  return { ...request, headers };
}

/** Undefined when the body is larger than any origin takes. */
async function readRequest(incoming: IncomingMessage): Promise<HttpRequest | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  const body: AsyncIterable<Buffer> = incoming;
  for await (const chunk of body) {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
  }
  if (size > bodyLimit) return undefined;
  const { method = "GET", url = "/", headers, socket } = incoming;
  return {
    method,
    target: url,
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) =>
        value === undefined || hopByHop.has(name) ? [] : [[name, [value].flat().join(", ")]],
      ),
    ),
    body: Buffer.concat(chunks),
    sourceIp: socket.remoteAddress?.replace(/^::ffff:/, "") ?? "127.0.0.1",
  };
}

const hopByHop = new Set(["connection", "keep-alive", "transfer-encoding", "upgrade", "te"]);

function send(incoming: IncomingMessage, outgoing: ServerResponse, response: HttpResponse): void {
  const { headers, cookies, body } = response;
  const isKnown = response.status === 200 && isFresh(incoming, headers.etag);
  for (const [name, value] of Object.entries(headers)) {
    if (!(isKnown && name.startsWith("content-") && name !== "content-security-policy")) {
      outgoing.setHeader(name, value);
    }
  }
  if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
  if (isKnown) {
    outgoing.writeHead(304).end();
    return;
  }
  outgoing.setHeader("content-length", body.length);
  outgoing.writeHead(response.status);
  outgoing.end(incoming.method === "HEAD" ? undefined : body);
}

/** Whether the viewer has it: If-None-Match compares weakly. */
function isFresh({ method, headers }: IncomingMessage, etag: string | undefined): boolean {
  const asked = headers["if-none-match"];
  if (!asked || !etag || (method !== "GET" && method !== "HEAD")) return false;
  const weak = (tag: string) => tag.trim().replace(/^W\//, "");
  return asked.trim() === "*" || asked.split(",").some((each) => weak(each) === weak(etag));
}

const bodyTooLarge: Served = {
  response: {
    status: 413,
    headers: { "content-type": "text/plain" },
    cookies: [],
    body: Buffer.from("Request Entity Too Large"),
  },
  compressions: [],
};
