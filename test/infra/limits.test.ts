/**
 * What AWS refuses only when it is deployed: sizes and counts. Each limit has the title of its page. The tests ring early, so
 * that whoever comes near one can still move something.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { synthesize } from "../../infra/synth.ts";
import { placeholderArtifacts } from "./placeholder-artifacts.ts";
import {
  type Json,
  memberOf,
  objectsOf,
  ofType,
  ourFunctions,
  readTemplate,
  refersTo,
  stackNames,
  synthesizeResources,
} from "./templates.ts";

const resources = synthesizeResources();
const outdir = mkdtempSync(join(tmpdir(), "kartu-cdk-"));
synthesize({ outdir, artifacts: placeholderArtifacts() });

/** As long as an ARN or a queue's address of ours becomes: what a reference stands for. */
const longName = "n".repeat(110);

/** The value as AWS gets it, with a long name in the place of each reference. */
function resolved(value: Json): Json {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== "object" || value === null) return value;
  const [[name = "", argument = null] = []] = Object.entries(value);
  if (name === "Fn::Join" && Array.isArray(argument) && Array.isArray(argument[1])) {
    return argument[1].map(resolved).join(String(argument[0]));
  }
  if (name === "Ref" || name.startsWith("Fn::")) return longName;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolved(each)]));
}

const lengthOf = (value: Json): number => JSON.stringify(resolved(value)).length;
const largest = (sizes: ReadonlyMap<string, number>): [string, number] =>
  [...sizes].toSorted(([, a], [, b]) => b - a)[0] ?? ["none", Number.NaN];

function added<K extends string>(pairs: readonly (readonly [K, number])[]): Map<K, number> {
  const sums = new Map<K, number>();
  for (const [name, size] of pairs) sums.set(name, (sums.get(name) ?? 0) + size);
  return sums;
}

const template = z.looseObject({
  Resources: z.record(z.string(), z.json()),
  Outputs: z.record(z.string(), z.json()).default({}),
});

test.each(stackNames)("%s is far from 1 MB, 500 resources and 200 outputs", (stack) => {
  // «Understand CloudFormation quotas»
  const text = readTemplate(outdir, stack);
  const { Resources, Outputs } = template.parse(JSON.parse(text));
  expect(Buffer.byteLength(text)).toBeLessThan(1_000_000 * 0.55);
  expect(Object.keys(Resources).length).toBeLessThan(500 * 0.8);
  expect(Object.keys(Outputs).length).toBeLessThan(200 * 0.65);
});

test("no role's inline policies come near 10,240 characters", () => {
  // «IAM and AWS STS quotas»: all inline policies of a role together, without white space.
  const sizes = added(
    ofType(resources, "AWS::IAM::Policy").flatMap(({ Properties: { Roles, PolicyDocument } }) =>
      objectsOf(Roles).map((role) => [refersTo(role) ?? "", lengthOf(PolicyDocument ?? null)]),
    ),
  );
  const [role, size] = largest(sizes);
  expect(size, role).toBeLessThan(10_240 * 0.85);
  expect(size).toBeGreaterThan(1000);
});

test("no function's settings come near 4 KB", () => {
  // «Lambda quotas»: environment variables, all together.
  const sizes = new Map(
    [...ourFunctions(resources)].map(([name, { Properties }]) => [
      name,
      lengthOf(memberOf(Properties.Environment, "Variables") ?? null),
    ]),
  );
  const [name, size] = largest(sizes);
  expect(size, name).toBeLessThan(4096 * 0.8);
  expect(size).toBeGreaterThan(500);
});

test("no function's resource policy comes near 20 KB", () => {
  // «Lambda quotas»: function resource-based policy. A statement has some 400 characters besides its ARNs.
  const sizes = added(
    ofType(resources, "AWS::Lambda::Permission").map(({ Properties }) => [
      refersTo(Properties.FunctionName) ?? "",
      lengthOf(Properties) + 400,
    ]),
  );
  const [name, size] = largest(sizes);
  expect(size, name).toBeLessThan(20_480 / 2);
  expect(size).toBeGreaterThan(500);
});

test("policies of queues, topics, keys and buckets are far from 20 KB, the least that any of them takes", () => {
  // «Amazon S3 bucket policy» 20 KB, «AWS KMS quotas» 32 KB, «Amazon SNS» 30 KB; a queue takes 20 statements («Amazon SQS quotas»).
  const documents = [
    ...ofType(resources, "AWS::KMS::Key").map(({ Properties }) => Properties.KeyPolicy),
    ...["AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy", "AWS::S3::BucketPolicy"].flatMap((type) =>
      ofType(resources, type).map(({ Properties }) => Properties.PolicyDocument),
    ),
  ];
  for (const document of documents) {
    expect(lengthOf(document ?? null)).toBeLessThan(20_480 / 4);
    expect(objectsOf(memberOf(document, "Statement")).length).toBeLessThan(20);
  }
});

test("an alarm looks at ten metrics at most, not longer back than CloudWatch takes, and says it in 1,024 characters", () => {
  // «Alarm evaluation»: with periods of an hour and more seven days, else one day. «PutMetricAlarm»: AlarmDescription.
  for (const { id, Properties } of ofType(resources, "AWS::CloudWatch::Alarm")) {
    const metrics = "Metrics" in Properties ? objectsOf(Properties.Metrics) : [];
    const stats = metrics.flatMap((each) =>
      "MetricStat" in each ? [each.MetricStat ?? null] : [],
    );
    const periods = [Properties.Period ?? [], stats.map((stat) => memberOf(stat, "Period") ?? [])]
      .flat(2)
      .map(Number);
    expect(stats.length, id).toBeLessThanOrEqual(10);
    expect(periods.length, id).toBeGreaterThan(0);
    for (const period of periods) {
      const days = (period * Number(Properties.EvaluationPeriods)) / 86_400;
      expect(days, id).toBeLessThanOrEqual(period >= 3600 ? 7 : 1);
    }
    expect(String(Properties.AlarmDescription).length, id).toBeLessThanOrEqual(1024);
  }
});
