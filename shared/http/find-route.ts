import { ExpectedError, NotFound } from "#shared/runtime/errors.ts";
import type { Route } from "./route.ts";

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
  readonly segments: Readonly<Record<string, string>>;
}

/**
 * The route that answers a request, the first that fits.
 * @throws NotFound, MethodNotAllowed
 */
export function findRoute(routes: readonly Route[], method: string, path: string): Match {
  const matches = routes.flatMap((route) => {
    const segments = matchPath(route.path, path);
    return segments ? [{ route, segments }] : [];
  });
  if (matches.length === 0) throw new NotFound("no such path");
  const match = matches.find(({ route }) => route.method === method);
  if (!match) throw new MethodNotAllowed(matches.map(({ route }) => route.method));
  return match;
}

/** Our ids never need escaping. A segment with escapes matches nothing, and no segment is ever decoded. */
const plainSegment = /^[\w.~-]{1,100}$/;

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const segments: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const segment = given[index] ?? "";
    if (!part.startsWith("{")) {
      if (part !== segment) return undefined;
    } else if (plainSegment.test(segment)) {
      segments[part.slice(1, -1)] = segment;
    } else {
      return undefined;
    }
  }
  return segments;
}
