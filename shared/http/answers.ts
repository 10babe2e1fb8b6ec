import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";

/** What a route answers with; `apiHandler` adds the headers every answer has, where the answer has none of its own. */
export interface Answer<Status extends number = number, Body = unknown> {
  readonly status: Status;
  readonly headers?: Headers;
  /** Whole Set-Cookie values. */
  readonly cookies?: readonly string[];
  /** Sent as JSON; bytes and the text of a page as they are; nothing when undefined. */
  readonly body?: Body;
}

/** An answer as API Gateway takes it. */
export interface SentAnswer extends APIGatewayProxyStructuredResultV2 {
  readonly statusCode: number;
  readonly headers?: Record<string, string>;
}

export const pageType = "text/html; charset=utf-8";

type Headers = Readonly<Record<string, string>>;

export function ok<Body>(body: Body, headers: Headers = {}): Answer<200, Body> {
  return { status: 200, headers, body };
}

export function created<Body>(body: Body): Answer<201, Body> {
  return { status: 201, body };
}

/** The request is stored and will be carried out; the body says where to ask for its progress. */
export function accepted<Body>(body: Body): Answer<202, Body> {
  return { status: 202, body };
}

/** @param headers besides those every answer has */
export function noContent(headers: Headers = {}): Answer<204, undefined> {
  return { status: 204, headers };
}

/** @param etag with its quotes, as sent before @param headers replace those that the browser has stored */
export function notModified(etag: string, headers: Headers = {}): Answer<304, undefined> {
  return { status: 304, headers: { etag, ...headers } };
}

/** @param type "image/webp", "application/pdf" */
export function image(type: string, bytes: Buffer, headers: Headers = {}): Answer<200, Buffer> {
  return { status: 200, headers: { "content-type": type, ...headers }, body: bytes };
}

/** Sends the browser to a short-lived link. The address is always one that we made. */
export function found(url: string): Answer<302, undefined> {
  return { status: 302, headers: { location: url } };
}

export function withCookies<Status extends number, Body>(
  answer: Answer<Status, Body>,
  ...cookies: string[]
): Answer<Status, Body> {
  return { ...answer, cookies: [...(answer.cookies ?? []), ...cookies] };
}

/** The answer as it is sent. */
export function sentAs({ status, headers = {}, cookies, body }: Answer): SentAnswer {
  const common = { statusCode: status, ...(cookies && { cookies: [...cookies] }) };
  if (body === undefined) return { ...common, headers };
  if (Buffer.isBuffer(body))
    return { ...common, headers, body: body.toString("base64"), isBase64Encoded: true };
  if (headers["content-type"] === pageType) return { ...common, headers, body: String(body) };
  const json = { "content-type": "application/json", ...headers };
  return { ...common, headers: json, body: JSON.stringify(body) };
}
