/** What a route answers with; `apiEdge` adds the headers every answer has, where the answer has none of its own. */
export interface ApiAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whole Set-Cookie values. */
  readonly cookies?: readonly string[];
  readonly body?: string;
  /** The body is bytes, in base64. */
  readonly isBase64Encoded?: boolean;
}

type Headers = Readonly<Record<string, string>>;

export function ok(body: unknown, headers: Headers = {}): ApiAnswer {
  return json(200, body, headers);
}

export function created(body: unknown, headers: Headers = {}): ApiAnswer {
  return json(201, body, headers);
}

/** It is written down and will be done; the body says where to ask how far it is. */
export function accepted(body: unknown): ApiAnswer {
  return json(202, body, {});
}

export function noContent(): ApiAnswer {
  return { statusCode: 204 };
}

/** @param etag with its quotes, as sent before @param headers replace those that the browser keeps */
export function notModified(etag: string, headers: Headers = {}): ApiAnswer {
  return { statusCode: 304, headers: { etag, ...headers } };
}

/** @param type "image/webp" */
export function image(type: string, bytes: Buffer, headers: Headers = {}): ApiAnswer {
  return {
    statusCode: 200,
    headers: { "content-type": type, ...headers },
    body: bytes.toString("base64"),
    isBase64Encoded: true,
  };
}

/** Sends the browser to a short-lived link; only ever to an address we made ourselves. */
export function found(url: string): ApiAnswer {
  return { statusCode: 302, headers: { location: url } };
}

export function withCookies(answer: ApiAnswer, ...cookies: string[]): ApiAnswer {
  return { ...answer, cookies: [...(answer.cookies ?? []), ...cookies] };
}

function json(statusCode: number, body: unknown, headers: Headers): ApiAnswer {
  return {
    statusCode,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
}
