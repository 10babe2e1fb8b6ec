/** What one person alone, whoever it is and whatever that person tries, never gets (issue 11). */
import { expect, test } from "vitest";
import { everyRoute } from "../../../functions/every-route.ts";
import { harmless, moves } from "./moves.ts";
import { mutants } from "./mutants.ts";
import { play } from "./play.ts";
import { aloneRules, loners, others, pairRules, pairs } from "./rules.ts";

test("each route is tried, or is said to open nothing", () => {
  const routes = everyRoute.map(({ method, path }) => `${method} ${path}`);
  const unknown = routes.filter(
    (route) => !moves[route] && !harmless.some((each) => each.test(route)),
  );
  expect(unknown).toEqual([]);
  expect(Object.keys(moves).filter((route) => !routes.includes(route))).toEqual([]);
});

/** Histories of 40 to 80 steps. */
const runs = process.env.TEST_CELLS === "all" ? 3_000 : 120;
const seed = 2026;

/** A second person's word is what each of these needs. */
const neverAlone = [
  "POST /api/accounts/approvals/{id}/approve",
  "POST /api/accounts/approvals/{id}/refuse",
  "POST /api/operator/approvals/{id}/approve",
  "POST /api/operator/approvals/{id}/refuse",
];

test("nobody alone gets a session, an authenticator, a password or a role of somebody else, or changes in a record what takes two", async () => {
  const { failure, reached } = await play({ casts: loners, rules: aloneRules, runs, seed });

  expect(failure).toBeUndefined();
  expect(neverAlone.filter((route) => reached.has(route))).toEqual([]);
  // The histories do get somewhere with what one person may do.
  for (const route of [
    "POST /api/session/reset/password",
    "POST /api/session/code",
    "POST /api/account/email/confirm",
    "PATCH /api/officer/employees/{id}",
    "POST /api/accounts/{id}/mfa-reset",
    "POST /api/accounts/{id}/email-correction",
    "POST /api/accounts/{id}/record-change",
    "POST /api/accounts/{id}/transfer",
    "POST /api/accounts/{id}/join",
    "POST /api/operator/role-changes",
  ])
    expect(reached.get(route) ?? 0, route).toBeGreaterThan(0);
});

test("who has every request approved takes no authenticator away before its holder was told, and could stop it", async () => {
  const how = { casts: pairs, rules: pairRules, meanwhile: others };
  const { failure, reached } = await play({ ...how, runs: Math.ceil(runs / 3), seed });

  expect(failure).toBeUndefined();
  expect(reached.get("POST /api/accounts/{id}/mfa-reset") ?? 0).toBeGreaterThan(0);
});

test.each(Object.entries(mutants))("%s: caught", async (_, mutant) => {
  const { failure } = await play({ ...mutant, runs: 2_000, seed });

  expect(failure).toMatch(
    /^(SESSION|AUTHENTICATOR|PASSWORD|ROLES|RECORD|RESET|UNTOLD|FROZEN|THAWED|SAID)/,
  );
});
