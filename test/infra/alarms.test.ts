/** What an alarm may be on, and on what its way to the mailbox may depend. */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Stack } from "aws-cdk-lib";
import { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import { expect, test } from "vitest";
import * as z from "zod";
import { Alarms } from "../../infra/constructs/alarms.ts";
import { RetainedTable, text } from "../../infra/constructs/retained-table.ts";
import { synthesize } from "../../infra/synth.ts";
import { placeholderArtifacts } from "./placeholder-artifacts.ts";
import {
  memberOf,
  ofType,
  type Resource,
  readTemplate,
  refersTo,
  stackNames,
  synthesizeResources,
} from "./templates.ts";

const outputs = z.looseObject({
  Outputs: z.record(z.string(), z.looseObject({ Value: z.json() })).default({}),
});

const settings = { alarmEmail: "alarm@kartu-asn.example", pageEmail: "night@kartu-asn.example" };
const resources = synthesizeResources(settings);
const alarms = ofType(resources, "AWS::CloudWatch::Alarm");
const topics = ofType(resources, "AWS::SNS::Topic");
const isAboutKeys = ({ Properties }: Resource) =>
  /^A key was disabled/.test(String(Properties.AlarmDescription));

function topicsOf({ stack, Properties }: Resource): Resource[] {
  const actions = JSON.stringify(Properties.AlarmActions ?? []);
  return topics.filter((each) => each.stack === stack && actions.includes(`"${each.id}"`));
}

test("the page about a disabled key needs no key of ours, so it arrives when those of the alarms are disabled, too", () => {
  // Of the keys of the data, and of the one that signs seals.
  const [alarm, ...others] = alarms.filter(isAboutKeys);
  if (!alarm) throw new Error("There is no alarm about keys.");
  const [topic, ...more] = topicsOf(alarm);
  expect(more).toEqual([]);
  expect(topic?.Properties).not.toHaveProperty("KmsMasterKeyId");
  expect(others.map(({ stack }) => stack)).toEqual(["Kartu-Service"]);
  for (const { Properties } of others)
    expect(JSON.stringify(Properties.AlarmActions)).toContain(
      `${alarm.stack}:ExportsOutputRef${topic?.id}`,
    );
  const subscribed = ofType(resources, "AWS::SNS::Subscription").filter(
    ({ stack, Properties }) => stack === alarm.stack && refersTo(Properties.TopicArn) === topic?.id,
  );
  expect(subscribed.map(({ Properties }) => Properties.Endpoint)).toEqual([settings.pageEmail]);
  const policy = ofType(resources, "AWS::SNS::TopicPolicy").find(
    ({ stack, Properties }) =>
      stack === alarm.stack && JSON.stringify(Properties.Topics).includes(String(topic?.id)),
  );
  expect(JSON.stringify(policy?.Properties)).toMatch(
    /"sns:Publish"[^}]*"aws:SourceAccount"[^}]*\}[^}]*\}[^}]*\}[^}]*"cloudwatch\.amazonaws\.com"/,
  );
  const queues = ofType(resources, "AWS::SQS::Queue").filter(({ id }) => id.includes("keyguard"));
  expect(queues).toHaveLength(2);
  for (const { Properties } of queues) {
    expect(Properties).toMatchObject({ SqsManagedSseEnabled: true });
    expect(Properties).not.toHaveProperty("KmsMasterKeyId");
  }
});

test("the keys of the alarms in its region are among those that are guarded", () => {
  const keys = ofType(resources, "AWS::KMS::Key").filter(({ stack }) => stack === "Kartu-Data");
  const rule = ofType(resources, "AWS::Events::Rule").find(({ id }) => id.startsWith("keyguard"));
  const guarded = JSON.stringify(
    memberOf(rule?.Properties, "EventPattern", "detail", "resources", "ARN"),
  );
  expect(keys.some(({ id }) => id.startsWith("alarmskey"))).toBe(true);
  for (const { id } of keys) expect(guarded).toContain(`"${id}"`);
});

test("every other topic is encrypted with a key of its own region, and only the alarm about keys uses the one that is not", () => {
  const keyless = topics.filter(({ Properties }) => !("KmsMasterKeyId" in Properties));
  expect(keyless).toHaveLength(1);
  for (const alarm of alarms.filter((each) => !isAboutKeys(each))) {
    for (const { id } of topicsOf(alarm)) expect(id).not.toBe(keyless[0]?.id);
  }
});

test("a table of more indexes than one alarm can watch has two, and of more than two can it is refused: CloudWatch would refuse it in the middle of a deployment", () => {
  const watched = (count: number) => () => {
    const stack = new Stack(new App(), "Kartu-Test");
    const indexes = Array.from({ length: count }, (_, i) => ({
      indexName: `index-${i}`,
      partitionKey: text(`key${i}`),
    }));
    const table = new RetainedTable(stack, "TestTable", { partitionKey: text("id"), indexes });
    table.watch(new Alarms(stack, { ...settings, runbookUrl: "docs/runbook.md" }));
    return table.node.children.filter((each) => each instanceof Alarm).length;
  };
  expect(watched(4)()).toBe(1);
  expect(watched(5)()).toBe(2);
  expect(watched(9)()).toBe(2);
  expect(watched(10)).toThrow(
    /^The alarm of Kartu-Test\/table is on 12 metrics; CloudWatch takes 10\.$/,
  );
});

test("the alarms that ring while the site is closed are named by outputs, each in its region, as operations.md mutes them", () => {
  const outdir = mkdtempSync(join(tmpdir(), "kartu-cdk-"));
  synthesize({ outdir, artifacts: placeholderArtifacts() });
  const muted = stackNames.flatMap((stack) => {
    const { Outputs } = outputs.parse(JSON.parse(readTemplate(outdir, stack)));
    return Object.entries(Outputs).flatMap(([name, { Value }]) => {
      const alarm = alarms.find((each) => each.stack === stack && each.id === refersTo(Value));
      return alarm ? [[name, stack, String(alarm.Properties.AlarmDescription)]] : [];
    });
  });

  expect(muted.toSorted()).toEqual([
    ["CanaryAlarm", "Kartu-Service", expect.stringMatching(/^From outside the site/)],
    ["DistributionAlarm", "Kartu-Watch", expect.stringMatching(/^Pages or answers do not arrive/)],
    ["TrafficAlarm", "Kartu-Service", expect.stringMatching(/^Nobody uses the site/)],
  ]);
  const document = readFileSync("docs/operations.md", "utf8");
  for (const [name = ""] of muted) expect(document).toContain(`\`${name}\``);
});

test("a job that stops rings although nothing is measured any more, and so does a missing canary", () => {
  const stopped = alarms
    .filter(({ Properties }) => JSON.stringify(Properties.Metrics ?? []).includes(" succeeds"))
    .map(({ id, Properties }) => [id.split("schedules")[0], Properties.TreatMissingData]);
  expect(stopped.sort()).toEqual([
    ["calendar", "breaching"],
    ["canary", "breaching"],
    ["contactchanger", "breaching"],
    ["historysealer", "breaching"],
    ["leavereraser", "breaching"],
    ["reconciler", "breaching"],
    ["statuspublisher", "breaching"],
  ]);
});

test("a seal of the history that is deleted or hidden pages, and no rule of the bucket deletes one", () => {
  const bucket = ofType(resources, "AWS::S3::Bucket").find(({ id }) => id.startsWith("sealbucket"));
  expect(bucket?.Properties).toMatchObject({
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
  });
  expect(bucket?.Properties).not.toHaveProperty("LifecycleConfiguration");
  const rule = ofType(resources, "AWS::Events::Rule").find(({ id }) => id.startsWith("sealbucket"));
  expect(rule?.Properties.EventPattern).toEqual({
    source: ["aws.s3"],
    "detail-type": ["Object Deleted"],
    detail: { bucket: { name: [{ Ref: bucket?.id }] } },
  });
  const queue = ofType(resources, "AWS::SQS::Queue").find(({ id }) => id.startsWith("sealbucket"));
  expect(JSON.stringify(rule?.Properties.Targets)).toContain(`"${queue?.id}"`);
  const alarm = alarms.find(({ Properties }) =>
    JSON.stringify(Properties.Dimensions ?? []).includes(`"${queue?.id}"`),
  );
  expect(alarm?.Properties.AlarmDescription).toMatch(
    /^A seal of the history was deleted or hidden\n[\s\S]*Severity: page/,
  );
});
