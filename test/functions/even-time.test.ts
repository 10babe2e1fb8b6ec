/** The time of a public answer must not tell whether a number has an account (issue 11). */
import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";
import * as z from "zod";
import { noContent, ok } from "#shared/http/answers.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { anyone, route } from "#shared/http/route.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import { everyRoute } from "../../functions/every-route.ts";
import { callApi, handlerOptions } from "../support/call-api.ts";

/** A logout and a login by QR are given no number, and the others are behind a login or carry an unguessable token. */
const tellsNothing = [
  "POST /api/session/logout",
  "POST /api/session/qr",
  "POST /api/session/qr/take",
];

test("every step before a session states that its time tells nothing", () => {
  const publicSteps = everyRoute.filter(
    ({ method, path, access }) =>
      method === "POST" && path.startsWith("/api/session/") && !access.isPersonal,
  );
  const uneven = publicSteps.filter(({ evenTime }) => evenTime === undefined);

  expect(publicSteps.length).toBeGreaterThan(5);
  expect(uneven.map(({ method, path }) => `${method} ${path}`)).toEqual(tellsNothing);
});

const least = 60;
const step = {
  method: "POST",
  access: anyone,
  summary: "A step",
  answers: { 204: "nothing" },
} as const;
const handler = apiHandler(
  [
    route({
      ...step,
      path: "/api/login",
      evenTime: "refusals",
      body: z.strictObject({ right: z.boolean() }),
      handle: async ({ body }) => {
        if (!body.right) throw new Unauthenticated("login-refused");
        return noContent();
      },
    }),
    route({ ...step, path: "/api/reset", evenTime: "always", handle: async () => noContent() }),
    route({
      ...{ method: "GET", path: "/api/other", access: anyone, summary: "Another" },
      answers: { 200: z.strictObject({}) },
      handle: async () => ok({}),
    }),
  ],
  { ...handlerOptions, evenMilliseconds: least },
);

async function timeOf(request: Parameters<typeof callApi>[1]) {
  const startedAt = performance.now();
  const { status } = await callApi(handler, request);
  return { status, isEven: performance.now() - startedAt >= least - 1 };
}

test.each([
  ["a refusal waits", { method: "POST", path: "/api/login", body: { right: false } }, 401, true],
  [
    "what was right does not",
    { method: "POST", path: "/api/login", body: { right: true } },
    204,
    false,
  ],
  ["bad input waits too", { method: "POST", path: "/api/login", body: {} }, 422, true],
  ["where all answers are alike all wait", { method: "POST", path: "/api/reset" }, 204, true],
  ["other routes do not", { method: "GET", path: "/api/other" }, 200, false],
  ["nor what is not there", { method: "GET", path: "/api/none" }, 404, false],
])("%s", async (_, request, status, isEven) => {
  expect(await timeOf(request)).toEqual({ status, isEven });
});
