import { expect, test } from "vitest";
import { alarmStates } from "../../alarms.ts";
import { runningCloud } from "./running-cloud.ts";
import { lambda, role, writeAssembly } from "./write-assembly.ts";

const stat = (metric: { Namespace: string; MetricName: string; Dimensions: object[] }) => ({
  Metrics: [{ Id: "a", MetricStat: { Metric: metric, Period: 300, Stat: "Sum" } }],
});
const errors = stat({
  ...{ Namespace: "AWS/Lambda", MetricName: "Errors" },
  Dimensions: [{ Name: "FunctionName", Value: { Ref: "Fn" } }],
});
const alarm = (AlarmDescription: string, properties: object) => ({
  Type: "AWS::CloudWatch::Alarm",
  Properties: {
    ...{ AlarmDescription, Threshold: 0, ComparisonOperator: "GreaterThanThreshold" },
    ...properties,
  },
});

test("an alarm rings for its function's failures as long as its period, and for what lies in its queue", async () => {
  const Dimensions = [{ Name: "QueueName", Value: { "Fn::GetAtt": ["Dead", "QueueName"] } }];
  const resources = {
    Role: role(),
    Fn: lambda("fn", "Role"),
    Dead: { Type: "AWS::SQS::Queue", Properties: { QueueName: "dead" } },
    Fails: alarm("fails", errors),
    Lies: alarm("lies", {
      ...{ Namespace: "AWS/SQS", MetricName: "ApproximateNumberOfMessagesVisible" },
      ...{ Dimensions, Period: 300 },
    }),
    Other: alarm("other", { ...errors, Threshold: 5 }),
  };
  const code = { "index.cjs": `exports.handler = async () => { throw new Error("no"); };` };
  const cloud = await runningCloud(writeAssembly({ S: { resources } }, { fn: code }));
  const states = () =>
    Object.fromEntries(
      alarmStates(cloud.services, cloud.logs()).map((each) => [each.description, each.state]),
    );
  expect(states()).toEqual({ fails: "OK", lies: "OK", other: "INSUFFICIENT_DATA" });

  const [fn] = cloud.services.functions.all();
  await expect(fn?.invoke({})).rejects.toThrow("no");
  const [dead = ""] = cloud.services.sqs.queueArns();
  cloud.services.sqs.send(dead, "{}");

  expect(states()).toEqual({ fails: "ALARM", lies: "ALARM", other: "INSUFFICIENT_DATA" });
  cloud.clock.advance(301_000);
  expect(states()).toMatchObject({ fails: "OK", lies: "ALARM" });
});
