import type { HttpRequest, HttpResponse } from "./http-message.ts";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
export interface CorsConfiguration {
  readonly AllowOrigins: readonly string[];
  readonly AllowMethods?: readonly string[] | undefined;
  readonly AllowHeaders?: readonly string[] | undefined;
  readonly ExposeHeaders?: readonly string[] | undefined;
  /** Seconds. */
  readonly MaxAge?: number | undefined;
  readonly AllowCredentials?: boolean | undefined;
}

/** The API answers a preflight itself. */
export function preflight(
  { AllowMethods = [], AllowHeaders = [], MaxAge }: CorsConfiguration,
  { method, headers }: HttpRequest,
): HttpResponse | undefined {
  if (method !== "OPTIONS" || !headers["access-control-request-method"]) return undefined;
  return {
    status: 204,
    headers: {
      "access-control-allow-methods": AllowMethods.join(","),
      "access-control-allow-headers": AllowHeaders.join(","),
      ...(MaxAge === undefined ? {} : { "access-control-max-age": String(MaxAge) }),
    },
    cookies: [],
    body: Buffer.alloc(0),
  };
}

/** What the configuration says replaces what the function said. */
export function addCors(
  { AllowOrigins, AllowCredentials, ExposeHeaders }: CorsConfiguration,
  { headers: { origin } }: HttpRequest,
  response: HttpResponse,
): HttpResponse {
  const isAllowed = AllowOrigins.includes("*") || (origin && AllowOrigins.includes(origin));
  if (!origin || !isAllowed) return response;
  return {
    ...response,
    headers: {
      ...response.headers,
      "access-control-allow-origin": AllowOrigins.includes("*") ? "*" : origin,
      ...(AllowCredentials ? { "access-control-allow-credentials": "true" } : {}),
      ...(ExposeHeaders ? { "access-control-expose-headers": ExposeHeaders.join(",") } : {}),
    },
  };
}
