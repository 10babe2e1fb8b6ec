/** Pages mark up to 500 people: no route that takes them finds its own body too large. */
import { beforeEach, expect, test, vi } from "vitest";
import { mostMarked } from "#shared/bulk-change/bulk-change.ts";
import { newId } from "#shared/runtime/ids.ts";
import { logger } from "#shared/runtime/logger.ts";
import { markedRequests } from "./marked-requests.ts";
import { subject } from "./route-requests.ts";
import { routesUnderTest } from "./routes-under-test.ts";
import { tablesInMemory } from "./tables-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test.each([...Object.keys(markedRequests(subject)), "POST /api/accounts/bulk-changes"])(
  "%s takes as many as can be marked",
  async (route) => {
    const { ask } = await routesUnderTest(tablesInMemory());
    // Ids as they are in the product: those of other tests are shorter.
    const ids = Array.from({ length: mostMarked }, () => newId("emp"));
    const { status } = await ask("petugas", route, {}, undefined, (request) => ({
      ...request,
      body: { ...Object(request.body), ids },
    }));

    // Nobody has these ids: what becomes of them is other tests' matter.
    expect([200, 201, 409, 422]).toContain(status);
  },
);
