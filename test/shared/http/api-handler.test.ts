import { TooManyRequestsException } from "@aws-sdk/client-cognito-identity-provider";
import { ProvisionedThroughputExceededException } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import * as z from "zod";
import { noContent, ok } from "#shared/http/answers.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import type { HttpRequest } from "#shared/http/http-request.ts";
import { anyone, type Route, route } from "#shared/http/route.ts";
import { TooManyAttempts } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { cancelled } from "../../support/aws-failures.ts";
import { callApi, handlerOptions } from "../../support/call-api.ts";

const told = { message: "of 19850212", $metadata: {} };
const throttled: Readonly<Record<string, Error>> = {
  cognito: new TooManyRequestsException(told),
  dynamodb: new ProvisionedThroughputExceededException(told),
  transaction: cancelled("None", "ThrottlingError"),
  kms: Object.assign(new Error("Rate exceeded"), { name: "ThrottlingException" }),
};

const id = z.strictObject({ id: z.string() });
const open = { access: anyone, summary: "Of this test" } as const;

const routes: Route[] = [
  route({
    ...open,
    method: "GET",
    path: "/api/cards/{id}",
    params: id,
    answers: { 200: id },
    handle: async ({ params }) => ok(params),
  }),
  route({
    ...open,
    method: "POST",
    path: "/api/cards/{id}",
    params: id,
    body: z.strictObject({ name: z.string().min(1) }),
    answers: { 200: z.strictObject({ name: z.string() }) },
    handle: async ({ body }) => ok(body),
  }),
  route({
    ...open,
    method: "POST",
    path: "/api/logout",
    answers: { 204: "nothing" },
    handle: async () => noContent(),
  }),
  failing("/api/broken", () => new TypeError("19850212 is not a function")),
  failing("/api/busy", () => new TooManyAttempts(42)),
  failing("/api/throttled/{by}", (request) => throttled[request.path.split("/").at(-1) ?? ""]),
  route({
    ...open,
    method: "GET",
    path: "/api/kept",
    answers: { 200: z.strictObject({}) },
    handle: async () => ok({}, { "cache-control": "private" }),
  }),
];

function failing(path: Route["path"], failure: (request: HttpRequest) => unknown): Route {
  return route({
    ...open,
    method: "GET",
    path,
    answers: { 204: "nothing" },
    handle: async ({ request }) => {
      throw failure(request);
    },
  });
}

/** Neither missing nor not a number. */
const aDuration = expect.toSatisfy((ms: unknown) => Number.isInteger(ms));

const api = apiHandler(routes, handlerOptions);

test("a route answers with what its pattern caught", async () => {
  const { status, body } = await callApi(api, { path: "/api/cards/crd_7q2m" });

  expect({ status, body }).toEqual({ status: 200, body: { id: "crd_7q2m" } });
});

test("answers and problems are kept by nobody and run nothing", async () => {
  for (const path of ["/api/cards/x", "/api/broken"]) {
    const { headers } = await callApi(api, { path });

    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
    });
  }
});

test("an answer may choose its own cache-control", async () => {
  const { headers } = await callApi(api, { path: "/api/kept" });

  expect(headers["cache-control"]).toBe("private");
});

test("an unknown path is a 404 problem, a known one with another method a 405 that names the right ones", async () => {
  const unknown = await callApi(api, { path: "/api/nothing" });
  const wrongMethod = await callApi(api, { method: "DELETE", path: "/api/cards/x" });

  expect(unknown).toMatchObject({ status: 404, body: { code: "not-found" } });
  expect(wrongMethod).toMatchObject({ status: 405, headers: { allow: "GET, POST" } });
});

test.each([
  ["answered", "info", "/api/cards/crd_7q2m", { route: "/api/cards/{id}", status: 200 }],
  ["refused", "info", "/api/busy", { route: "/api/busy", status: 429, code: "too-many-attempts" }],
  ["refused", "info", "/api/cards", { route: "none", status: 404, code: "not-found" }],
  ["failed", "error", "/api/broken", { route: "/api/broken", status: 500 }],
] as const)(
  "a request that is %s is one line, with its pattern and how long it took",
  async (how, level, path, said) => {
    vi.spyOn(logger, "info").mockReturnValue();
    vi.spyOn(logger, "error").mockReturnValue();
    const log = vi.spyOn(logger, level).mockReturnValue();
    await callApi(api, { path });

    const lines = log.mock.calls.filter(([event]) => String(event).startsWith("request."));
    expect(lines).toEqual([
      [
        `request.${how}`,
        expect.objectContaining({ ...said, method: "GET", durationMs: aDuration }),
      ],
    ]);
  },
);

test.each([
  ["no custom header", { "x-kartu": undefined }],
  ["no origin", { origin: undefined }],
  ["a foreign origin", { origin: "https://kartu.example.go.id.evil.example" }],
  ["the origin of a sandbox", { origin: "null" }],
  ["a foreign page, says the browser", { "sec-fetch-site": "cross-site" }],
  ["a sister domain, says the browser", { "sec-fetch-site": "same-site" }],
])("a change with %s is refused", async (_, headers) => {
  const { status, body } = await callApi(api, { method: "POST", path: "/api/logout", headers });

  expect({ status, code: body.code }).toEqual({ status: 403, code: "cross-site-request" });
});

test("a change from our own page passes, also from a browser without Sec-Fetch-Site", async () => {
  for (const headers of [{}, { "sec-fetch-site": undefined }]) {
    const { status } = await callApi(api, { method: "POST", path: "/api/logout", headers });

    expect(status).toBe(204);
  }
});

test("a form's body is refused", async () => {
  const { status } = await callApi(api, {
    method: "POST",
    path: "/api/cards/x",
    body: "name=Siti",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });

  expect(status).toBe(422);
});

test("a body over 32 KiB is refused, whatever the route does with it", async () => {
  const { status, body } = await callApi(api, {
    method: "POST",
    path: "/api/logout",
    body: "x".repeat(32 * 1024 + 1),
  });

  expect({ status, code: body.code }).toEqual({ status: 413, code: "body-too-large" });
});

test("a failure of ours tells nothing but a reference, which is in the log too", async () => {
  const error = vi.spyOn(logger, "error").mockReturnValue();

  const { status, body } = await callApi(api, { path: "/api/broken" });

  expect(body).toEqual({
    type: "/problems/internal-error",
    status: 500,
    code: "internal-error",
    reference: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/),
  });
  expect(status).toBe(500);
  expect(error).toHaveBeenCalledWith(
    "request.failed",
    expect.objectContaining({ reference: body.reference, error: "TypeError" }),
  );
});

test("the log has neither what failed said nor the path's ids", async () => {
  const error = vi.spyOn(logger, "error").mockReturnValue();
  const info = vi.spyOn(logger, "info").mockReturnValue();

  await callApi(api, { path: "/api/broken" });
  await callApi(api, { path: "/api/cards/198502122010011004" });

  const lines = JSON.stringify([...error.mock.calls, ...info.mock.calls]);
  expect(lines).toContain("/api/cards/{id}");
  expect(lines).not.toContain("19850212");
});

test("too many attempts say when to come back", async () => {
  const { status, body, headers } = await callApi(api, { path: "/api/busy" });

  expect(status).toBe(429);
  expect(body).toMatchObject({ code: "too-many-attempts", retryAfterSeconds: 42 });
  expect(headers["retry-after"]).toBe("42");
});

test("no request, however strange, makes the handler fail", async () => {
  const anyRequest = fc.record({
    method: fc.constantFrom("GET", "POST", "PUT", "HEAD", "OPTIONS", "BREW"),
    path: fc.oneof(
      fc.constantFrom("/api/cards/x", "/api/cards/../..", "/api/cards/%E0%A4%A", "/api/cards/"),
      fc.string().map((text) => `/api/cards/${text}`),
      fc.string(),
    ),
    body: fc.oneof(fc.string(), fc.json(), fc.object(), fc.constant('{"__proto__":{"x":1}}')),
  });

  await fc.assert(
    fc.asyncProperty(anyRequest, async (request) => {
      const { status } = await callApi(api, request);

      expect(status).toBeLessThan(500);
      expect({}).not.toHaveProperty("x");
    }),
    { numRuns: 500 },
  );
});

test.each(Object.keys(throttled))(
  "when %s throttles us, the answer says when to come back, and an alarm counts it",
  async (by) => {
    const error = vi.spyOn(logger, "error").mockReturnValue();
    const { status, headers, body } = await callApi(api, { path: `/api/throttled/${by}` });

    expect({ status, retryAfter: headers["retry-after"] }).toEqual({
      status: 503,
      retryAfter: "5",
    });
    expect(body).toMatchObject({ code: "busy", retryAfterSeconds: 5 });
    expect(error).toHaveBeenCalledWith("request.failed", expect.objectContaining({ status: 503 }));
  },
);
