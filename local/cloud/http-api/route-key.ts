/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html */
import { escapeRegExp } from "../escape-reg-exp.ts";

/** A route's key, ready to be compared with requests. */
export interface RoutePattern {
  /** "GET /api/me/{id}", "ANY /api/{proxy+}", "$default". */
  readonly key: string;
  /** As in the key; "" for $default. */
  readonly path: string;
  /** @returns the path parameters, undefined when the route is another's */
  match(method: string, path: string): Record<string, string> | undefined;
  /** Sorts the more specific before the less specific. */
  readonly rank: readonly number[];
}

/** @throws Error for a key that is none */
export function parseRouteKey(key: string): RoutePattern {
  if (key === "$default") return { key, path: "", match: () => ({}), rank: [1] };
  const [, method = "", path = ""] = /^([A-Z]+) (\/.*)$/.exec(key) ?? [];
  if (!path) throw new Error(`${key} is no route key.`);
  const segments = path.split("/").slice(1);
  const names: string[] = [];
  const source = segments
    .map((segment) => {
      const [, name, greedy] = /^\{([\w-]+)(\+)?\}$/.exec(segment) ?? [];
      if (name === undefined) return escapeRegExp(segment);
      names.push(name);
      return greedy ? "(.+)" : "([^/]+)";
    })
    .join("/");
  const expression = new RegExp(`^/${source}$`, "s");
  return {
    key,
    path,
    match(asked, askedPath) {
      if (method !== "ANY" && method !== asked) return undefined;
      const values = expression.exec(askedPath);
      return values
        ? Object.fromEntries(names.map((name, i) => [name, values[i + 1] ?? ""]))
        : undefined;
    },
    // A full match wins over a greedy one, a fixed segment over a parameter, a method over ANY.
    rank: [
      0,
      path.includes("+}") ? 1 : 0,
      ...segments.map((segment) => (segment.startsWith("{") ? 1 : 0)),
      method === "ANY" ? 1 : 0,
    ],
  };
}

export function bySpecificity(a: RoutePattern, b: RoutePattern): number {
  for (let i = 0; i < Math.max(a.rank.length, b.rank.length); i++) {
    const difference = (a.rank[i] ?? 0) - (b.rank[i] ?? 0);
    if (difference !== 0) return difference;
  }
  // Among greedy routes the longer path says more.
  return b.path.length - a.path.length;
}
