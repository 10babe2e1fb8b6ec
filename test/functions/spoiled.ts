/** Requests that no page of ours sends, made of right ones. */
import fc from "fast-check";
import type { ApiRequest } from "../support/call-api.ts";

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

/** How many to each route; `npm run test:all` sends two thousand. */
export const spoiledPerRoute = process.env.TEST_CELLS === "all" ? 2_000 : 30;

/** How many one set of tables takes: after some more, limits would refuse what is to be judged. */
const together = 30;

export type Spoil = (request: ApiRequest) => ApiRequest;

/** The body as an object, also where the route has none. */
const fieldsOf = ({ body }: ApiRequest): Record<string, unknown> =>
  typeof body === "object" ? { ...body } : {};

/** Another body, another field somewhere in it, one more or one less, another query or place. */
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
    .tuple(fc.constantFrom("q", "cursor", "id", "list", "kind", "from", "key", "before"), oddText)
    .map(([name, value]) => (request: ApiRequest) => ({
      ...request,
      query: { ...request.query, [name]: value },
    })),
  oddText.map((text) => (request: ApiRequest) => ({
    ...request,
    path: request.path.replace(/[^/]*[0-9_][^/]*/, encodeURI(text.toWellFormed()) || "x"),
  })),
);

/** What to send to one route, in as many parts as there are sets of tables. */
export function spoilsInParts(seed: number): Spoil[][] {
  const all = fc.sample(spoils, { numRuns: spoiledPerRoute, seed });
  return Array.from({ length: Math.ceil(all.length / together) }, (_, part) =>
    all.slice(part * together, (part + 1) * together),
  );
}

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
