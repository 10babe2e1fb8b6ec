import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { expect, test } from "vitest";
import { runningApi } from "./running-api.ts";

const echo = `exports.handler = async (event) => ({ statusCode: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(event) });`;

test("a function gets the event of payload format 2.0", async () => {
  const { get } = await runningApi({ routes: { "ANY /api/{id}/{rest+}": "echo" }, code: { echo } });

  const response = await get("/api/a%20b/c/d?x=1&x=2&y=%2F", {
    method: "POST",
    headers: { cookie: "a=1; b=2", "content-type": "application/json", "x-kartu": "1" },
    body: '{"n":1}',
  });
  const event = (await response.json()) as APIGatewayProxyEventV2;

  expect(event).toMatchObject({
    version: "2.0",
    routeKey: "ANY /api/{id}/{rest+}",
    rawPath: "/api/a b/c/d",
    rawQueryString: "x=1&x=2&y=%2F",
    queryStringParameters: { x: "1,2", y: "/" },
    pathParameters: { id: "a b", rest: "c/d" },
    cookies: ["a=1", "b=2"],
    body: '{"n":1}',
    isBase64Encoded: false,
    requestContext: {
      accountId: "000000000000",
      routeKey: "ANY /api/{id}/{rest+}",
      stage: "$default",
      http: { method: "POST", path: "/api/a b/c/d", protocol: "HTTP/1.1" },
      time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
    },
  });
  expect(event.headers).toMatchObject({
    "x-kartu": "1",
    "x-forwarded-proto": "https",
    host: event.requestContext.domainName,
  });
  expect(event.headers).not.toHaveProperty("cookie");
  expect(Math.abs(event.requestContext.timeEpoch - Date.now())).toBeLessThan(60_000);
});

test("a body that is no text comes in base64", async () => {
  const { get } = await runningApi({ routes: { $default: "echo" }, code: { echo } });

  const response = await get("/x", { method: "PUT", body: new Uint8Array([0, 255]) });

  expect(await response.json()).toMatchObject({ body: "AP8=", isBase64Encoded: true });
});

test("an answer becomes status, headers, cookies and body", async () => {
  const { get } = await runningApi({
    routes: { $default: "answer" },
    code: {
      answer: `exports.handler = async () => ({ statusCode: 201, headers: { "X-One": 1 }, cookies: ["a=1; Secure", "b=2"], body: "aGk=", isBase64Encoded: true });`,
    },
  });

  const response = await get("/");

  expect(response.status).toBe(201);
  expect(response.headers.get("x-one")).toBe("1");
  expect(response.headers.get("content-type")).toBe("text/plain;charset=UTF-8");
  expect(response.headers.getSetCookie()).toEqual(["a=1; Secure", "b=2"]);
  expect(await response.text()).toBe("hi");
});

test.each([
  ["an answer without a status is the body of a 200", `({ a: 1 })`, 200, { a: 1 }],
  [
    "an answer of another form is a 500",
    `({ statusCode: "x" })`,
    500,
    { message: "Internal Server Error" },
  ],
  ["an error is a 500", `{ throw new Error("x"); }`, 500, { message: "Internal Server Error" }],
])("%s", async (_, answer, status, document) => {
  const { get } = await runningApi({
    routes: { $default: "answer" },
    code: { answer: `exports.handler = async () => ${answer};` },
  });

  const response = await get("/");

  expect([response.status, await response.json()]).toEqual([status, document]);
});

/** A server's error, says AWS re:Post ("How do I troubleshoot issues for API Gateway endpoints that integrate with Lambda?"). */
test("a burst above the reserved concurrency is a 503 to whoever is too many", async () => {
  const { get } = await runningApi({
    routes: { $default: "slow" },
    code: {
      slow: `exports.handler = async () => {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return { statusCode: 204 };
      };`,
    },
    fn: { ReservedConcurrentExecutions: 1, Timeout: 20 },
  });
  const burst = await Promise.all([get("/"), get("/"), get("/")]);

  expect(burst.map(({ status }) => status).sort()).toEqual([204, 503, 503]);
  // It is free again; how soon a busy machine can tell is not the matter.
  await expect.poll(async () => (await get("/")).status).toBe(204);
});

test("an integration that takes too long is a 503", async () => {
  const { get } = await runningApi({
    routes: { $default: "slow" },
    code: { slow: `exports.handler = () => new Promise((resolve) => setTimeout(resolve, 2000));` },
    timeout: 200,
  });

  expect((await get("/")).status).toBe(503);
});

const ok = `exports.handler = async () => ({ statusCode: 204 });`;

test("an API whose own endpoint is disabled answers nobody, its distribution least of all", async () => {
  const { get } = await runningApi({
    routes: { "GET /a": "fn" },
    code: { fn: ok },
    api: { DisableExecuteApiEndpoint: true },
  });
  expect((await get("/a")).status).toBe(404);
});

test("a stage's limits are kept: of all routes, and of one by its key", async () => {
  const { get } = await runningApi({
    routes: { "GET /a": "fn", "GET /b": "fn" },
    code: { fn: ok },
    resources: {
      Stage: {
        Type: "AWS::ApiGatewayV2::Stage",
        Properties: {
          ApiId: { Ref: "Api" },
          StageName: "$default",
          DefaultRouteSettings: { ThrottlingRateLimit: 0.01, ThrottlingBurstLimit: 2 },
          RouteSettings: { "GET /b": { ThrottlingRateLimit: 0.01, ThrottlingBurstLimit: 1 } },
        },
      },
    },
  });
  const statuses = async (path: string) => [
    (await get(path)).status,
    (await get(path)).status,
    (await get(path)).status,
  ];
  expect(await statuses("/a")).toEqual([204, 204, 429]);
  expect(await statuses("/b")).toEqual([204, 429, 429]);
});

test("CloudFront waits for an origin as long as it is told", async () => {
  const { get } = await runningApi({
    routes: { "GET /a": "fn" },
    code: {
      fn: `exports.handler = () => new Promise((r) => setTimeout(r, 5000, { statusCode: 204 }));`,
    },
    origin: { OriginReadTimeout: 1 },
  });
  expect((await get("/a")).status).toBe(504);
});

test("a path without a route is a 404, and more than 10 MB a 413", async () => {
  const { get } = await runningApi({ routes: { "POST /api/x": "echo" }, code: { echo } });

  expect((await get("/api/y")).status).toBe(404);
  const body = new Uint8Array(10 * 1024 * 1024 + 1);
  expect((await get("/api/x", { method: "POST", body })).status).toBe(413);
});

test("an API without permission to invoke a function cannot", async () => {
  const { get, cloud } = await runningApi({
    routes: { "GET /x": "echo" },
    code: { echo },
    permitted: false,
  });

  expect((await get("/x")).status).toBe(500);
  expect(cloud.reports.join()).toContain("apigateway.amazonaws.com is not authorized");
});

test("CORS is refused by its name", async () => {
  const api = { CorsConfiguration: { AllowOrigins: ["*"] } };

  await expect(runningApi({ routes: {}, code: {}, api })).rejects.toThrow("CorsConfiguration");
});

test("each request that reaches the stage is logged in the stage's format", async () => {
  const { get, cloud } = await runningApi({
    routes: { "GET /a/{id}": "empty" },
    code: { empty: "exports.handler = async () => ({ statusCode: 204 });" },
    resources: {
      Log: { Type: "AWS::Logs::LogGroup", Properties: {} },
      Stage: stageWith("$context.routeKey $context.status $context.path"),
    },
  });

  await get("/a/b?c=d");

  expect(cloud.logs().map(({ text }) => text)).toContainEqual(
    expect.stringContaining("GET /a/{id} 204 /a/b"),
  );
});

test("a format with a variable that is not known here is refused", async () => {
  await expect(
    runningApi({
      routes: {},
      code: {},
      resources: {
        Log: { Type: "AWS::Logs::LogGroup", Properties: {} },
        Stage: stageWith("$context.authorizer.claims.sub"),
      },
    }),
  ).rejects.toThrow("does not know $context.authorizer.claims.sub");
});

const stageWith = (Format: string) => ({
  Type: "AWS::ApiGatewayV2::Stage",
  Properties: {
    ApiId: { Ref: "Api" },
    StageName: "$default",
    AccessLogSettings: { DestinationArn: { "Fn::GetAtt": ["Log", "Arn"] }, Format },
  },
});
