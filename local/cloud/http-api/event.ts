import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { type HttpRequest, pathOf, queryOf } from "./http-message.ts";

interface RequestOccasion {
  readonly apiId: string;
  readonly account: string;
  readonly region: string;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly now: Date;
}

/**
 * The event of payload format 2.0.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function requestEvent(
  request: HttpRequest,
  { apiId, account, region, routeKey, pathParameters, now }: RequestOccasion,
): APIGatewayProxyEventV2 {
  const { cookie, ...headers } = request.headers;
  const path = decodeURIComponent(pathOf(request));
  const query = queryOf(request);
  const host = `${apiId}.execute-api.${region}.amazonaws.com`;
  return {
    version: "2.0",
    routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookie ? { cookies: cookie.split(/;\s*/) } : {}),
    headers: { ...headers, host, "x-amzn-trace-id": `Root=1-${randomUUID()}` },
    ...(query ? { queryStringParameters: joinedParameters(query) } : {}),
    requestContext: {
      accountId: account,
      apiId,
      domainName: host,
      domainPrefix: apiId,
      http: {
        method: request.method,
        path,
        protocol: "HTTP/1.1",
        sourceIp: request.sourceIp,
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(pathParameters).length > 0 ? { pathParameters: { ...pathParameters } } : {}),
    ...eventBody(request),
  };
}

/** Values of one name are joined by commas. */
function joinedParameters(query: string): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    joined[name] = Object.hasOwn(joined, name) ? `${joined[name]},${value}` : value;
  }
  return joined;
}

/** Only text that API Gateway knows as such is passed on as it is; a form is not, for one. */
const text = /^(text\/|application\/(json|javascript|xml)\b|application\/[\w.-]+\+(json|xml)\b)/i;

function eventBody({ body, headers }: HttpRequest): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = text.test(headers["content-type"] ?? "");
  return { body: body.toString(isText ? "utf8" : "base64"), isBase64Encoded: !isText };
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "21/Nov/2026:08:00:00 +0000". */
function commonLogTime(time: Date): string {
  const [date = "", clock = ""] = time.toISOString().split("T");
  const [year, month, day] = date.split("-");
  return `${day}/${months[Number(month) - 1]}/${year}:${clock.slice(0, 8)} +0000`;
}
