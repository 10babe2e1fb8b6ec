import { beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import { routesUnderTest } from "../routes-under-test.ts";
import { tablesInMemory } from "../tables-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test("a look at how many a campaign asks opens none; the same request without it opens one for as many", async () => {
  const { ask } = await routesUnderTest(tablesInMemory());
  const route = "POST /api/requests/campaigns";
  const looked = await ask("petugas", route, {}, undefined, ({ body, ...request }) => ({
    ...request,
    body: { ...Object(body), only: "count" },
  }));
  const listed = await ask("petugas", "GET /api/requests/campaigns");
  const opened = await ask("petugas", route);

  expect(looked).toMatchObject({ status: 200, body: { people: expect.any(Number) } });
  expect(listed.body).toMatchObject({ items: [] });
  expect(opened).toMatchObject({ status: 201, body: looked.body });
});
