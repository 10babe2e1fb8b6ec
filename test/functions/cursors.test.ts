/** Lists: what is no place of a list is refused by every one of them, and by all alike. */
import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { logger } from "#shared/runtime/logger.ts";
import { everyRoute } from "../../functions/every-route.ts";
import { askers } from "./askers.ts";
import { routesUnderTest } from "./routes-under-test.ts";
import { tablesInMemory } from "./tables-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

/** "{}" in base64url: in the form of many cursors, and none. */
const noPlace = "e30";

const lists = everyRoute.flatMap((each) => {
  const query = "query" in each ? each.query : undefined;
  const isList = query && JSON.stringify(z.toJSONSchema(query, { io: "input" })).includes("cursor");
  return isList ? [`${each.method} ${each.path}`] : [];
});

test("there are lists", () => {
  expect(lists.length).toBeGreaterThan(7);
});

test.each([
  ...lists.map((route) => ({ route, more: {} })),
  { route: "GET /api/officer/employees/{id}/history", more: { kind: "reads" } },
])("$route refuses a cursor that is none, $more", async ({ route, more }) => {
  const { ask } = await routesUnderTest(tablesInMemory());
  const admitted = new Set<unknown>();
  for (const asker of askers) {
    const { status, body } = await ask(asker, route, {}, undefined, (request) => ({
      ...request,
      query: { ...request.query, ...more, cursor: noPlace },
    }));
    if (![401, 403, 404].includes(status)) admitted.add(JSON.stringify([status, body.problems]));
  }

  expect([...admitted]).toEqual([JSON.stringify([422, [{ field: "cursor", code: "malformed" }]])]);
});
