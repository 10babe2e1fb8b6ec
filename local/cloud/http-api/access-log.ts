/** The access log of an HTTP API's stage: one line for each request, in the format that the template states. */
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { HttpResponse } from "./http-message.ts";

/** What a line is made of. */
export interface LoggedRequest {
  readonly event: Pick<APIGatewayProxyEventV2, "requestContext" | "rawPath" | "rawQueryString">;
  readonly response: HttpResponse;
  readonly milliseconds: number;
}

/**
 * The variables that are known here.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
const variables: Readonly<Record<string, (request: LoggedRequest) => string | number>> = {
  requestId: ({ event }) => event.requestContext.requestId,
  requestTime: ({ event }) => event.requestContext.time,
  routeKey: ({ event }) => event.requestContext.routeKey,
  httpMethod: ({ event }) => event.requestContext.http.method,
  path: ({ event }) => event.rawPath,
  "identity.sourceIp": ({ event }) => event.requestContext.http.sourceIp,
  "identity.userAgent": ({ event }) => event.requestContext.http.userAgent,
  status: ({ response }) => response.status,
  responseLength: ({ response }) => response.body.length,
  responseLatency: ({ milliseconds }) => milliseconds,
  // Failures of integrations are answers here; the function's own log has their reason.
  integrationErrorMessage: () => "-",
};

const variable = /\$context\.([\w.]*\w)/g;

/** @throws Error naming a variable that is not known here */
export function checkAccessLogFormat(format: string): void {
  for (const [, name = ""] of format.matchAll(variable)) {
    if (!Object.hasOwn(variables, name))
      throw new Error(`the embedded cloud does not know $context.${name}`);
  }
}

export function accessLogLine(format: string, request: LoggedRequest): string {
  return format.replaceAll(variable, (_, name: string) =>
    String(variables[name]?.(request) ?? "-"),
  );
}
