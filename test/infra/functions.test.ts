import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fullConcurrency } from "../../infra/settings.ts";
import { functionNames } from "./placeholder-artifacts.ts";
import { memberOf, ofType, ourFunctions, refersTo, synthesizeResources } from "./templates.ts";

const resources = synthesizeResources();
const functions = ourFunctions(resources);

test("there is a function for each folder of functions/, and no other", () => {
  expect([...functions.keys()].sort()).toEqual([...functionNames]);
});

test("what a function may do, and what starts it, stands in a file of its name", () => {
  const folders = readdirSync("functions", { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  );
  expect(folders.map(({ name }) => name).sort()).toEqual([...functionNames]);
  expect(readdirSync(join("infra", "functions")).sort()).toEqual(
    functionNames.map((name) => `${name}.ts`),
  );
});

test.each([...functionNames])(
  "%s runs Node 24 on ARM, and neither long nor often without end",
  (name) => {
    expect(functions.get(name)?.Properties).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      Handler: "index.handler",
      LoggingConfig: { LogFormat: "JSON" },
      Timeout: expect.any(Number),
      MemorySize: expect.any(Number),
    });
    expect(functions.get(name)?.Properties.Timeout).toBeLessThanOrEqual(240);
  },
);

const reservedIn = (lambdaConcurrency: number) =>
  [...ourFunctions(synthesizeResources({ lambdaConcurrency })).values()].map(
    ({ Properties }) => Properties.ReservedConcurrentExecutions,
  );

test("an account with room gives each function a part of its own, and Lambda keeps its 100", () => {
  const reserved = reservedIn(fullConcurrency);
  expect(reserved).toEqual(reserved.map(() => expect.any(Number)));
  const inAll = reserved.reduce<number>((sum, each) => sum + Number(each), 0);
  expect(inAll + 100).toBeLessThanOrEqual(fullConcurrency);
  const guide = readFileSync("docs/operations.md", "utf8");
  expect(guide).toContain(`${inAll} of ${fullConcurrency}`);
});

test("an account with less deploys, too: nothing is reserved", () => {
  expect(new Set(reservedIn(fullConcurrency - 1))).toEqual(new Set([undefined]));
  expect(functions.get("holder-api")?.Properties.ReservedConcurrentExecutions).toBeUndefined();
});

test("an API function answers well before the distribution gives up", () => {
  for (const [name, { Properties }] of functions) {
    if (name.endsWith("-api")) expect(Properties.Timeout).toBeLessThan(15);
  }
});

test("only who draws or decodes carries native modules", () => {
  const carried = [...functions].flatMap(
    ([
      name,
      {
        Properties: { Layers = [] },
      },
    ]) => [Layers].flat().map((layer) => `${name}: ${refersTo(layer)?.replace(/layer.*/, "")}`),
  );
  expect(carried.sort()).toEqual([
    "agency-api: canvas",
    "card-renderer: canvas",
    "evidence-api: sharp",
    "photo-intake: canvas",
    "photo-intake: sharp",
    "unit-printer: canvas",
  ]);
});

test.each([...functionNames].filter((name) => existsSync(join("functions", name, "index.ts"))))(
  "%s has exactly the settings it reads",
  (name) => {
    const wiring = readFileSync(join("functions", name, "index.ts"), "utf8");
    const read = [
      ...wiring.matchAll(/^\s*([A-Z][A-Z_]+): z\./gm),
      ...wiring.matchAll(/[{,] ([A-Z][A-Z_]+): z\./g),
    ];
    const variables = memberOf(functions.get(name)?.Properties.Environment, "Variables");
    expect(Object.keys(variables ?? {}).sort()).toEqual(
      [...new Set(read.map(([, key]) => key))].sort(),
    );
  },
);

test.each([
  [{}, { LOGIN_FAILURES_PER_LEVEL: "5", LOGIN_WORK_SECONDS: "3", DEVICE_DAYS: "90" }],
  [{}, { CHECK_ANSWERS: "false" }],
  [{ checkAnswers: "true" }, { CHECK_ANSWERS: "true" }],
  [
    { loginFailuresPerLevel: 8, loginWorkSeconds: "1.5", deviceDays: "30" },
    { LOGIN_FAILURES_PER_LEVEL: "8", LOGIN_WORK_SECONDS: "1.5", DEVICE_DAYS: "30" },
  ],
])("with the settings %j session-api is told %j", (settings, Variables) => {
  const synthesized = ourFunctions(synthesizeResources(settings)).get("session-api");

  expect(synthesized?.Properties.Environment).toMatchObject({ Variables });
});

test("a function's log, which has the security log, is kept for a year and outlives its stack; others three months at most", () => {
  const ofFunctions = [...functions.values()].map(({ Properties }) =>
    refersTo(memberOf(Properties.LoggingConfig, "LogGroup")),
  );
  const logs = ofType(resources, "AWS::Logs::LogGroup");
  const inquired = logs.filter(({ id }) => ofFunctions.includes(id));
  expect(inquired).toHaveLength(functionNames.length);
  for (const { DeletionPolicy, Properties } of inquired) {
    expect([DeletionPolicy, Properties.RetentionInDays]).toEqual(["RetainExceptOnCreate", 400]);
  }
  for (const { Properties } of logs.filter((each) => !inquired.includes(each))) {
    expect(Properties.RetentionInDays).toBeLessThanOrEqual(90);
  }
});

test("each API function takes its path and everything below it", () => {
  const routes = ofType(resources, "AWS::ApiGatewayV2::Route").map(
    ({ Properties }) => Properties.RouteKey,
  );
  const paths = [
    "/api/session",
    "/api/account",
    "/api/accounts",
    "/api/me",
    "/api/officer",
    "/api/operator",
    "/api/verify",
    "/api/evidence",
    "/api/requests",
    // Of agencies, to the function that draws.
    "/api/officer/agency",
    "/api/officer/people",
    "/api/officer/photos",
    "/api/operator/agencies",
    "/api/operator/template",
  ];
  expect(routes.sort()).toEqual(
    paths.flatMap((path) => [`ANY ${path}`, `ANY ${path}/{proxy+}`]).sort(),
  );
});

test("the API's log says nothing of who asked", () => {
  const [stage] = ofType(resources, "AWS::ApiGatewayV2::Stage");
  expect(stage?.Properties).toMatchObject({
    StageName: "$default",
    AccessLogSettings: {
      Format: expect.not.stringMatching(/sourceIp|path|query|userAgent|identity|authorizer/i),
    },
    DefaultRouteSettings: { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
  });
});
