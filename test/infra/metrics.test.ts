/** What is measured of the product's business, and what is traced: without anybody's data (decision 0031). */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inputs } from "../../bench/cost/model.ts";
import { memberOf, objectsOf, ofType, ourFunctions, synthesizeResources } from "./templates.ts";

const resources = synthesizeResources();
const counted = ofType(resources, "AWS::Logs::MetricFilter")
  .map(({ Properties }) => ({
    pattern: String(Properties.FilterPattern),
    transformation: objectsOf(Properties.MetricTransformations)[0] ?? {},
  }))
  .filter(({ pattern }) => pattern.includes("$.message"));

test("cards, checks by result, logins, activations and photos are counted", () => {
  const metrics = counted.map(({ transformation: { MetricName, Dimensions = [] } }) => [
    MetricName,
    objectsOf(Dimensions).map(({ Key, Value }) => `${Key}=${Value}`),
  ]);

  expect(Object.fromEntries(metrics)).toEqual({
    "bulk.given-up": [],
    "bulk.missing": [],
    "card.drawn": [],
    "card.given-up": [],
    "card.not-signed": [],
    "card.verified": ["result=$.result"],
    "email.failed": ["outcome=$.outcome"],
    "history.overwritten": [],
    "keys.wrong": [],
    "mail.day-full": [],
    "photo.accepted": [],
    "photo.known": [],
    "photo.not-validated": [],
    "photo.refused": [],
    "request.overdue": [],
    "security.done": ["outcome=$.outcome"],
    "security.refused": ["outcome=$.outcome"],
    "status.late": [],
    "status.unreadable": [],
    "summaries.late": [],
  });
});

test("the canary's checks are not counted", () => {
  expect(counted.filter(({ pattern }) => pattern.includes("specimen"))).toEqual([]);
});

test("a metric counts the lines of its own message, each once, and the functions log such lines", () => {
  const sources = globSync(["functions/**/*.ts", "shared/**/*.ts"])
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  for (const { pattern, transformation } of counted) {
    const { MetricName, MetricValue } = transformation;
    expect([pattern, MetricValue]).toEqual([`{ $.message = "${MetricName}" }`, "1"]);
    const [noun] = String(MetricName).split(".");
    expect(sources.includes(`"${MetricName}"`) || sources.includes(`\`${noun}.\${outcome}\``)).toBe(
      true,
    );
  }
});

test("every function is traced, by Lambda alone: no SDK puts in what was asked", () => {
  for (const { Properties } of ourFunctions(resources).values())
    expect(Properties.TracingConfig).toEqual({ Mode: "Active" });
  const rights = ofType(resources, "AWS::IAM::Policy")
    .flatMap(({ Properties }) => objectsOf(memberOf(Properties.PolicyDocument, "Statement")))
    .flatMap(({ Action = "" }) => [Action].flat().map(String));
  expect(new Set(rights.filter((each) => each.startsWith("xray:")))).toEqual(
    new Set(["xray:PutTraceSegments", "xray:PutTelemetryRecords"]),
  );
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(
    Object.keys(dependencies).filter((name) => /xray|tracer|opentelemetry/.test(name)),
  ).toEqual([]);
});

test("docs/cost.md reckons with the keys that there are, and with each metric that an alarm looks at", () => {
  const { keys, alarmMetrics } = inputs;
  expect(keys).toBe(ofType(resources, "AWS::KMS::Key").length);
  const looksAt = ofType(resources, "AWS::CloudWatch::Alarm").map(({ Properties }) =>
    "Metrics" in Properties
      ? objectsOf(Properties.Metrics).filter((each) => "MetricStat" in each).length
      : 1,
  );
  const all = looksAt.reduce((sum, each) => sum + each, 0);
  expect(Math.abs(alarmMetrics - all), `${all} metrics`).toBeLessThan(30);
});

test("docs/cost.md reckons with Cognito's plan that is deployed, which judges nobody by a context that nothing sends", () => {
  const [pool, ...others] = ofType(resources, "AWS::Cognito::UserPool");
  expect(others).toEqual([]);
  expect(pool?.Properties).toMatchObject({ UserPoolTier: inputs.plan });
  // The threat protection of the plan PLUS.
  expect(pool?.Properties).not.toHaveProperty("UserPoolAddOns");
  const sources = globSync(["functions/**/*.ts", "shared/**/*.ts"]);
  expect(sources.filter((file) => readFileSync(file, "utf8").includes("ContextData"))).toEqual([]);
});
