/** Requests behind a login that no page of ours sends: none of them is a failure of ours (the others: spoiled-ways-in.test.ts). */
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import type { Asker } from "./askers.ts";
import { routeNames, routesUnderTest } from "./routes-under-test.ts";
import { spoils } from "./spoiled.ts";
import { tablesInMemory } from "./tables-under-test.ts";

const seed = 20261126;
/** For each route; together more than two thousand. */
const perRoute = 30;

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
