/** A whole request on its way through CloudFront and API. */
export interface HttpRequest {
  readonly method: string;
  /** As it was sent, percent-encoded: "/api/me?x=1". */
  readonly target: string;
  /** Names in lower case; what came several times is joined by ", " (cookies by "; "). */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Address of whoever opened the connection to us. */
  readonly sourceIp: string;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case, without set-cookie. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

export function jsonResponse(status: number, document: unknown): HttpResponse {
  return {
    status,
    headers: { "content-type": "application/json" },
    cookies: [],
    body: Buffer.from(JSON.stringify(document)),
  };
}

export function pathOf({ target }: Pick<HttpRequest, "target">): string {
  return target.split("?", 1)[0] ?? "/";
}

export function queryOf({ target }: Pick<HttpRequest, "target">): string {
  return target.slice(pathOf({ target }).length + 1);
}
