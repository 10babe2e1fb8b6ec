import { createContext, Script } from "node:vm";
import { type HttpRequest, type HttpResponse, pathOf, queryOf } from "../http-api/http-message.ts";
import { asScript, demandRuntime2, importsModule, reduceToRuntime2 } from "./function-runtime.ts";
import type { KeyValueStore } from "./key-value-stores.ts";

interface Value {
  value: string;
  multiValue?: { value: string }[];
}
type Values = Record<string, Value>;

interface FunctionRequest {
  method: string;
  uri: string;
  querystring: Values;
  headers: Values;
  cookies: Values;
}

interface FunctionResponse {
  statusCode: number;
  statusDescription?: string;
  headers?: Values;
  cookies?: Values;
  body?: string | { encoding: "text" | "base64"; data: string };
}

/**
 * Milliseconds, against functions that never end. CloudFront allows less than one of processor time. Here it is wall time,
 * which also runs while a busy machine does something else.
 */
const timeLimit = 2000;

/**
 * A CloudFront function of the JavaScript runtime 2.0, which knows neither Node nor the network.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export class ViewerFunction {
  readonly #name: string;
  readonly #context = createContext(
    { console },
    { codeGeneration: { strings: false, wasm: false } },
  );

  /**
   * @param store the key value store that is associated with it
   * @throws Error when the code uses what the runtime does not have
   */
  constructor(name: string, code: string, store?: KeyValueStore) {
    this.#name = name;
    demandRuntime2(name, code);
    new Script(reduceToRuntime2).runInContext(this.#context);
    if (importsModule(code)) {
      if (!store) throw new Error(`${name} reads a key value store and is associated with none.`);
      // Only texts pass, so that the function cannot reach our objects.
      this.#context.readStore = (key: string) => store.get(key) ?? "";
      new Script(module).runInContext(this.#context);
    }
    // Functions are strict whether they say so or not.
    new Script(`"use strict";${asScript(code)}`, { filename: `${name}.js` }).runInContext(
      this.#context,
    );
  }

  /** @returns the request to go on with, or the response to answer at once */
  async onRequest(request: HttpRequest): Promise<HttpRequest | HttpResponse> {
    const result = await this.#run("viewer-request", { request: requestOf(request) }, request);
    if ("statusCode" in result) return readResponse(result);
    return readRequest(result, request);
  }

  async onResponse(request: HttpRequest, response: HttpResponse): Promise<HttpResponse> {
    const event = { request: requestOf(request), response: responseOf(response) };
    const result = await this.#run("viewer-response", event, request);
    if (!("statusCode" in result)) throw new Error(`${this.#name} did not return a response.`);
    return { ...readResponse(result), body: response.body };
  }

  /** Event and result are passed as JSON, so that the function cannot reach our objects. */
  async #run(
    eventType: string,
    event: { request: FunctionRequest; response?: FunctionResponse },
    { sourceIp }: HttpRequest,
  ): Promise<FunctionRequest | FunctionResponse> {
    const whole = {
      version: "1.0",
      context: { eventType, requestId: "embedded-cloud" },
      viewer: { ip: sourceIp },
      ...event,
    };
    const argument = JSON.stringify(JSON.stringify(whole));
    const call = new Script(
      `Promise.resolve(handler(JSON.parse(${argument}))).then(JSON.stringify)`,
    );
    const result = await call.runInContext(this.#context, { timeout: timeLimit });
    if (typeof result !== "string") throw new Error(`${this.#name} returned nothing.`);
    return JSON.parse(result);
  }
}

/** What `import cf from "cloudfront"` gives. No value is empty: PutKey refuses that. */
const module = `const cf = { kvs() { return {
  async exists(key) { return readStore(String(key)) !== ""; },
  async get(key) {
    const value = readStore(String(key));
    if (value === "") throw new Error("KeyNotFound");
    return value;
  },
}; } };`;

function requestOf(request: HttpRequest): FunctionRequest {
  const { cookie = "", ...headers } = request.headers;
  const pairs = cookie.split(/;\s*/).filter((pair) => pair !== "");
  return {
    method: request.method,
    uri: pathOf(request),
    querystring: valuesOf([...new URLSearchParams(queryOf(request))]),
    headers: valuesOf(Object.entries(headers)),
    cookies: valuesOf(pairs.map((pair) => splitAt(pair, "="))),
  };
}

function responseOf({ status, headers, cookies }: HttpResponse): FunctionResponse {
  return {
    statusCode: status,
    headers: valuesOf(Object.entries(headers)),
    cookies: valuesOf(cookies.map((cookie) => splitAt(cookie, "="))),
  };
}

function readRequest(result: FunctionRequest, request: HttpRequest): HttpRequest {
  const query = pairsOf(result.querystring)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
  const unchanged =
    JSON.stringify(result.querystring) === JSON.stringify(requestOf(request).querystring);
  const search = unchanged ? queryOf(request) : query;
  const cookie = pairsOf(result.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join("; ");
  return {
    ...request,
    target: search ? `${result.uri}?${search}` : result.uri,
    headers: { ...headersOf(result.headers), ...(cookie ? { cookie } : {}) },
  };
}

function readResponse(result: FunctionResponse): HttpResponse {
  const { body = "" } = result;
  return {
    status: result.statusCode,
    headers: headersOf(result.headers),
    cookies: pairsOf(result.cookies).map(([name, value]) => `${name}=${value}`),
    body:
      typeof body === "string"
        ? Buffer.from(body)
        : Buffer.from(body.data, body.encoding === "base64" ? "base64" : "utf8"),
  };
}

function valuesOf(pairs: readonly (readonly [string, string])[]): Values {
  // A map: a name from outside may be «__proto__», which an object has already.
  const values = new Map<string, Values[string]>();
  for (const [name, value] of pairs) {
    const former = values.get(name);
    if (!former) values.set(name, { value });
    else former.multiValue = [...(former.multiValue ?? [{ value: former.value }]), { value }];
  }
  return Object.fromEntries(values);
}

function pairsOf(values: Values = {}): [string, string][] {
  return Object.entries(values).flatMap(([name, { value, multiValue }]) =>
    (multiValue ?? [{ value }]).map((each): [string, string] => [name, each.value]),
  );
}

function headersOf(values: Values = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, { value, multiValue }]) => [
      name.toLowerCase(),
      multiValue ? multiValue.map((each) => each.value).join(", ") : value,
    ]),
  );
}

function splitAt(text: string, mark: string): [string, string] {
  const [name = "", ...rest] = text.split(mark);
  return [name, rest.join(mark)];
}
