/** Requests that no page of ours sends: none of them is a failure of ours. */
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import type { ApiRequest } from "../support/call-api.ts";
import type { Asker } from "./askers.ts";
import { routeNames, routesUnderTest } from "./routes-under-test.ts";
import { tablesInMemory } from "./tables-under-test.ts";

const seed = 20261126;
/** For each route; together more than two thousand. */
const perRoute = 30;

const routes = routeNames();

beforeEach(() => {
  for (const level of ["info", "warn"] as const) vi.spyOn(logger, level).mockReturnValue();
});

const oddText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    ...["", " ", "\u0000", "\ud800", "\u202e", "__proto__", "constructor", "-1", "1e400", "null"],
    ...["emp_0", "emp_subject", "unt_0", `apr_${"0".repeat(26)}`, "2026-02-30", "../../etc/passwd"],
    ...["=cmd|'/c calc'!A0", "'; DROP TABLE", "ﾊﾝｶｸ", "a".repeat(3000), "%", "%00", "🪪"],
  ),
);
const oddValue = fc.oneof(
  oddText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, 0, -1, 1.5, 2 ** 53, 1e308, [], {}, [[[[[]]]]]),
);

type Spoil = (request: ApiRequest) => ApiRequest;

/** The body as an object, also where the route has none. */
const fieldsOf = ({ body }: ApiRequest): Record<string, unknown> =>
  typeof body === "object" ? { ...body } : {};

const spoils: fc.Arbitrary<Spoil> = fc.oneof(
  oddValue.map((body) => (request: ApiRequest) => ({ ...request, body })),
  // Any field of it, deep or not, is something else.
  {
    weight: 5,
    arbitrary: fc.tuple(fc.nat(), oddValue).map(([which, value]) => replaced(which, value)),
  },
  fc.nat().map((which) => (request: ApiRequest) => {
    const fields = Object.entries(fieldsOf(request));
    fields.splice(which % Math.max(1, fields.length), 1);
    return { ...request, body: Object.fromEntries(fields) };
  }),
  fc.tuple(oddText, oddValue).map(([field, value]) => (request: ApiRequest) => ({
    ...request,
    body: Object.fromEntries([...Object.entries(fieldsOf(request)), [field, value]]),
  })),
  fc.tuple(oddText, oddText).map(([name, value]) => (request: ApiRequest) => ({
    ...request,
    query: { ...request.query, [name]: value },
  })),
  fc
    .tuple(fc.constantFrom("q", "cursor", "id", "list", "kind", "from"), oddText)
    .map(([name, value]) => (request: ApiRequest) => ({
      ...request,
      query: { ...request.query, [name]: value },
    })),
  oddText.map((text) => (request: ApiRequest) => ({
    ...request,
    path: request.path.replace(/[^/]*[0-9_][^/]*/, encodeURI(text.toWellFormed()) || "x"),
  })),
);

/** One value somewhere in the body, or all of it where there is none. */
function replaced(which: number, value: unknown): Spoil {
  return (request) => {
    const body = structuredClone(fieldsOf(request));
    const places: (() => void)[] = [];
    const walk = (node: Record<string, unknown>): void => {
      for (const [key, child] of Object.entries(node)) {
        places.push(() => {
          node[key] = value;
        });
        if (isObject(child)) walk(child);
      }
    };
    walk(body);
    places[which % Math.max(1, places.length)]?.();
    return { ...request, body };
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function askerOf(route: string): Asker {
  if (/\/api\/(me|account|session)\b/.test(route)) return "holder";
  if (/approvals\/.*\/(approve|refuse)$/.test(route) && route.includes("/api/accounts/"))
    return "penyetuju";
  return route.includes("/api/operator/") ? "operator" : "petugas";
}

test(`there are more than 2,000 of them (seed ${seed})`, () => {
  expect(routes.length * perRoute).toBeGreaterThan(2000);
});

test.each(routes)("%s takes or refuses whatever it is sent", async (route) => {
  const tables = tablesInMemory();
  const { ask } = await routesUnderTest(tables);
  for (const [i, spoil] of fc.sample(spoils, { numRuns: perRoute, seed }).entries()) {
    // An account's history takes twenty events of one millisecond, which no browser sends.
    tables.clock.advance({ seconds: 1 });
    const answer = await ask(askerOf(route), route, {}, undefined, spoil);

    expect(answer.status, `${route}, number ${i}: ${answer.text}`).toBeLessThan(500);
  }
});
