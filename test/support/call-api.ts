import { createHash } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { SentAnswer } from "#shared/http/answers.ts";
import type { ApiHandler, ApiHandlerOptions } from "#shared/http/api-handler.ts";
import { edgeHeader } from "#shared/http/edge.ts";
import { HttpRequest } from "#shared/http/http-request.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import { FakeClock } from "./fake-clock.ts";
import { aContext } from "./lambda-events.ts";

export const siteUrl = "https://kartu.example.go.id";

/** Keys as KMS would derive them, another for each use. */
export const hmacKey: Pick<DerivedKeys, "derive"> = {
  derive: async (use) => createHash("sha256").update(`the key of every test, for ${use}`).digest(),
};

/** What every API is given in a test. */
export const handlerOptions: ApiHandlerOptions = {
  siteUrl,
  edge: { sent: async (value) => value === addedByCloudFront },
  hmacKey,
  checkAnswers: true,
};

const addedByCloudFront = "what CloudFront adds in every test";

export interface ApiRequest {
  readonly method?: string;
  readonly path: string;
  /** One without a value is left out. */
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
  /** "name=value" each. */
  readonly cookies?: readonly string[];
  /** Replace or add to those of a page of ours; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly address?: string;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  /** As sent, bytes in base64; "" when there is none. */
  readonly text: string;
  /** Parsed; {} when there is none, or it is bytes. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Calls an API as a script on our own pages would. */
export async function callApi(handler: ApiHandler, request: ApiRequest): Promise<ApiResponse> {
  const answer = await handler(anApiEvent(request), aContext);
  return {
    status: answer.statusCode,
    headers: answer.headers ?? {},
    cookies: answer.cookies ?? [],
    text: answer.body ?? "",
    body: isJson(answer) ? JSON.parse(answer.body ?? "{}") : {},
  };
}

const isJson = ({ headers, isBase64Encoded }: SentAnswer) =>
  !isBase64Encoded && !headers?.["content-type"]?.startsWith("text/html");

/** A request as it reaches whoever asks who sent it. */
export function aRequest(request: ApiRequest): HttpRequest {
  return new HttpRequest(anApiEvent(request));
}

/** The event API Gateway makes of a request. */
export function anApiEvent({
  method = "GET",
  path,
  query = {},
  body,
  cookies = [],
  headers = {},
  address = "203.0.113.7",
}: ApiRequest): APIGatewayProxyEventV2 {
  const own = {
    [edgeHeader]: addedByCloudFront,
    "x-kartu": "1",
    origin: siteUrl,
    "sec-fetch-site": "same-origin",
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...headers,
  };
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  const asked = Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: new URLSearchParams(asked).toString(),
    cookies: [...cookies],
    headers: Object.fromEntries(given),
    queryStringParameters: asked,
    requestContext: {
      accountId: "000000000000",
      apiId: "api",
      domainName: "api",
      domainPrefix: "api",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: address, userAgent: "test" },
      requestId: "request-1",
      routeKey: "$default",
      stage: "$default",
      time: "",
      timeEpoch: new FakeClock().now().getTime(),
    },
    isBase64Encoded: false,
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  };
}
