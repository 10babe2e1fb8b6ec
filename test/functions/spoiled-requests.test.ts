/** Requests behind a login that no page of ours sends: none of them is a failure of ours (the others: spoiled-ways-in.test.ts). */
import { beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import type { Asker } from "./askers.ts";
import { routeNames, routesUnderTest } from "./routes-under-test.ts";
import { spoiledPerRoute, spoilsInParts } from "./spoiled.ts";
import { tablesInMemory } from "./tables-under-test.ts";

const seed = Number(process.env.TEST_SEED ?? 20261126) % 2 ** 31;

const routes = routeNames();

beforeEach(() => {
  for (const level of ["info", "warn"] as const) vi.spyOn(logger, level).mockReturnValue();
});

function askerOf(route: string): Asker {
  if (/\/api\/(me|account|session)\b/.test(route)) return "holder";
  if (/approvals\/.*\/(approve|refuse)$/.test(route) && route.includes("/api/accounts/"))
    return "penyetuju";
  return route.includes("/api/operator/") ? "operator" : "petugas";
}

test(`there are more than 2,000 of them (seed ${seed})`, () => {
  expect(routes.length * spoiledPerRoute).toBeGreaterThan(2000);
});

test.each(routes)(
  "%s takes or refuses whatever it is sent",
  { timeout: 20_000 + spoiledPerRoute * 100 },
  async (route) => {
    for (const [part, spoils] of spoilsInParts(seed).entries()) {
      const tables = tablesInMemory();
      const { ask } = await routesUnderTest(tables);
      for (const [i, spoil] of spoils.entries()) {
        // An account's history takes twenty events of one millisecond, which no browser sends.
        tables.clock.advance({ seconds: 1 });
        const answer = await ask(askerOf(route), route, {}, undefined, spoil);

        expect(answer.status, `${route}, ${part}.${i}: ${answer.text}`).toBeLessThan(500);
      }
    }
  },
);
