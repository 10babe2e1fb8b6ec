import { expect, test } from "vitest";
import { alarmStates } from "../../cloudwatch/alarms.ts";
import { runningCloud } from "../assembly/running-cloud.ts";
import { lambda, role, writeAssembly } from "../assembly/write-assembly.ts";

const fn = { FunctionName: { Ref: "Fn" } };
const dead = { QueueName: { "Fn::GetAtt": ["Dead", "QueueName"] } };

function metric(Namespace: string, MetricName: string, dimensions: object = {}) {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  return { Namespace, MetricName, Dimensions };
}

const stat = (Id: string, Metric: object, Stat = "Sum") => ({
  ...{ Id, ReturnData: false },
  MetricStat: { Metric, Period: 300, Stat },
});

/** An alarm when the value is above zero, unless more is said. */
const alarm = (AlarmDescription: string, properties: object) => ({
  Type: "AWS::CloudWatch::Alarm",
  Properties: {
    ...{ AlarmDescription, Threshold: 0, ComparisonOperator: "GreaterThanThreshold" },
    ...{ EvaluationPeriods: 1, TreatMissingData: "notBreaching", ...properties },
  },
});

const resources = {
  Role: role(),
  Log: { Type: "AWS::Logs::LogGroup", Properties: {} },
  Fn: lambda("fn", "Role", { LoggingConfig: { LogGroup: { Ref: "Log" } } }),
  Lines: {
    Type: "AWS::Logs::MetricFilter",
    Properties: {
      LogGroupName: { Ref: "Log" },
      FilterPattern: '{ $.level = "ERROR" }',
      MetricTransformations: [
        { MetricNamespace: "Ours", MetricName: "lines", MetricValue: "1", DefaultValue: 0 },
      ],
    },
  },
  Dead: { Type: "AWS::SQS::Queue", Properties: { QueueName: "dead" } },
  Fails: alarm("fails", {
    Metrics: [
      { Id: "sum", Expression: "FILL(crashes, 0) + FILL(throttles, 0) + FILL(lines, 0)" },
      stat("crashes", metric("AWS/Lambda", "Errors", fn)),
      stat("throttles", metric("AWS/Lambda", "Throttles", fn)),
      stat("lines", metric("Ours", "lines")),
    ],
  }),
  Logs: alarm("logs", { ...metric("Ours", "lines"), Period: 300, Statistic: "Sum" }),
  Lies: alarm("lies", {
    ...metric("AWS/SQS", "ApproximateNumberOfMessagesVisible", dead),
    ...{ Period: 300, Statistic: "Maximum" },
  }),
  Waits: alarm("waits", {
    ...metric("AWS/SQS", "ApproximateAgeOfOldestMessage", dead),
    ...{ Period: 300, Statistic: "Maximum", Threshold: 200, EvaluationPeriods: 2 },
  }),
  Stopped: alarm("stopped", {
    ...metric("AWS/Lambda", "Invocations", fn),
    ...{ Period: 300, Statistic: "Sum", Threshold: 1, ComparisonOperator: "LessThanThreshold" },
    TreatMissingData: "breaching",
  }),
  Other: alarm("other", { ...metric("AWS/DynamoDB", "ReadThrottleEvents"), Period: 300 }),
};
const code = {
  "index.cjs": `exports.handler = async ({ fails }) => {
    if (fails) throw new Error("no");
    console.log(JSON.stringify({ level: "ERROR", timestamp: new Date().toISOString() }));
  };`,
};

test("an alarm rings for what is measured of its function and queue, as long as its periods", async () => {
  const cloud = await runningCloud(writeAssembly({ S: { resources } }, { fn: code }));
  const states = () =>
    Object.fromEntries(
      alarmStates(cloud.services, cloud.logs()).map((each) => [each.description, each.state]),
    );
  const quiet = { fails: "OK", logs: "OK", lies: "OK", waits: "OK", stopped: "ALARM" };
  expect(states()).toEqual({ ...quiet, other: "INSUFFICIENT_DATA" });

  const [running] = cloud.services.functions.all();
  await running?.invoke({});
  expect(states()).toMatchObject({ fails: "ALARM", logs: "ALARM", lies: "OK", stopped: "OK" });

  // All that was looked at is out of reach: one period and two more.
  cloud.clock.advance(3 * 301_000);
  expect(states()).toMatchObject(quiet);
  await expect(running?.invoke({ fails: true })).rejects.toThrow("no");
  const [queue = ""] = cloud.services.sqs.queueArns();
  cloud.services.sqs.send(queue, "{}");
  expect(states()).toMatchObject({ fails: "ALARM", lies: "ALARM", waits: "OK", stopped: "OK" });

  cloud.clock.advance(601_000);
  expect(states()).toMatchObject({ lies: "ALARM", waits: "ALARM" });

  // What was received three times stands back («Available CloudWatch metrics for Amazon SQS»): the alarm says that it is over.
  for (let times = 1; times <= 3; times++) {
    expect(states()).toMatchObject({ waits: "ALARM" });
    const received = cloud.services.sqs.receive(queue, 1);
    const handles = received.map(({ receiptHandle }) => receiptHandle);
    cloud.services.sqs.release(queue, handles, 0);
  }
  expect(states()).toMatchObject({ lies: "ALARM", waits: "OK" });
});
