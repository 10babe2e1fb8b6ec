import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { ExpectedError, NotFound } from "#shared/runtime/errors.ts";
import type { ApiAnswer } from "./answers.ts";

/** The HTTP API's event. `apiEdge` fills `pathParameters` from the route's pattern. */
export type ApiEvent = APIGatewayProxyEventV2;

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** "/api/me/photos/{photoId}": a name in braces stands for one segment. */
  readonly path: `/api/${string}`;
  readonly handler: (event: ApiEvent) => Promise<ApiAnswer>;
}

/** The path exists, but not for this method. */
export class MethodNotAllowed extends ExpectedError {
  readonly code = "method-not-allowed";
  readonly status = 405;
  readonly allow: readonly string[];
  constructor(allow: readonly string[]) {
    super(`only ${allow.join(", ")}`);
    this.allow = allow;
  }
}

interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * The route that answers a request, the first that fits.
 * @throws NotFound, MethodNotAllowed
 */
export function findRoute(routes: readonly Route[], method: string, path: string): Match {
  const matches = routes.flatMap((route) => {
    const params = matchPath(route.path, path);
    return params ? [{ route, params }] : [];
  });
  if (matches.length === 0) throw new NotFound("no such path");
  const match = matches.find(({ route }) => route.method === method);
  if (!match) throw new MethodNotAllowed(matches.map(({ route }) => route.method));
  return match;
}

/**
 * What the pattern's `{name}` stands for in this request.
 * @throws Error when the route's path has no such name, which is a bug
 */
export function pathParam(event: ApiEvent, name: string): string {
  const value = event.pathParameters?.[name];
  if (value === undefined) throw new Error(`The route has no {${name}}`);
  return value;
}

/** Our ids never need escaping, so a segment that does matches nothing and is never decoded. */
const plainSegment = /^[\w.~-]{1,100}$/;

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const segment = given[index] ?? "";
    if (!part.startsWith("{")) {
      if (part !== segment) return undefined;
    } else if (plainSegment.test(segment)) {
      params[part.slice(1, -1)] = segment;
    } else {
      return undefined;
    }
  }
  return params;
}
