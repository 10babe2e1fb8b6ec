import { expect, test } from "vitest";
import { runningCloud } from "./running-cloud.ts";
import { lambda, role, table, writeAssembly } from "./write-assembly.ts";

test("values pass between stacks, and between regions", async () => {
  const assembly = writeAssembly({
    Data: {
      resources: {
        Queue: { Type: "AWS::SQS::Queue" },
      },
      outputs: {
        QueueArn: { Value: { "Fn::GetAtt": ["Queue", "Arn"] }, Export: { Name: "Data:Q" } },
        QueueName: { Value: { "Fn::GetAtt": ["Queue", "QueueName"] } },
      },
    },
    Edge: {
      region: "us-east-1",
      resources: {},
      outputs: {
        Imported: { Value: { "Fn::ImportValue": "Data:Q" } },
        Read: {
          Value: {
            "Fn::GetStackOutput": {
              StackName: "Data",
              OutputName: "QueueName",
              Region: "ap-southeast-3",
            },
          },
        },
        Region: { Value: { Ref: "AWS::Region" } },
      },
    },
  });

  const { outputs } = await runningCloud(assembly);

  expect(outputs.Edge).toEqual({
    Imported: "arn:aws:sqs:ap-southeast-3:000000000000:Data-Queue",
    Read: "Data-Queue",
    Region: "us-east-1",
  });
});

test("a type that is not known fails with its name", async () => {
  const assembly = writeAssembly({
    S: { resources: { Cache: { Type: "AWS::ElastiCache::CacheCluster" } } },
  });

  await expect(runningCloud(assembly)).rejects.toThrow(
    "S/Cache (AWS::ElastiCache::CacheCluster): the embedded cloud does not know this type",
  );
});

test("a property that is not known fails with its name", async () => {
  const assembly = writeAssembly({
    S: { resources: { Queue: { Type: "AWS::SQS::Queue", Properties: { FifoQueue: true } } } },
  });

  await expect(runningCloud(assembly)).rejects.toThrow(/S\/Queue .*FifoQueue/);
});

test("what is only shown is taken and left alone", async () => {
  const assembly = writeAssembly({
    S: {
      resources: { Board: { Type: "AWS::CloudWatch::Dashboard", Properties: { Anything: 1 } } },
      outputs: { Name: { Value: { Ref: "Board" } } },
    },
  });

  expect((await runningCloud(assembly)).outputs.S).toEqual({ Name: "S-Board" });
});

test.each([
  ["a queue", "AWS::SQS::Queue", { KmsMasterKeyId: "alias/own" }],
  [
    "a table",
    "AWS::DynamoDB::GlobalTable",
    { ...table()?.Properties, SSESpecification: { SSEEnabled: true, KMSMasterKeyId: "own" } },
  ],
  [
    "an old runtime",
    "AWS::Lambda::Function",
    { ...lambda("fn", "R")?.Properties, Runtime: "nodejs18.x" },
  ],
])("%s that asks for what is not there is refused", async (_, Type, Properties) => {
  const assembly = writeAssembly(
    { S: { resources: { R: role(), X: { Type, Properties } } } },
    { fn: { "index.cjs": "" } },
  );
  await expect(runningCloud(assembly)).rejects.toThrow(/KmsMasterKeyId|KMSMasterKeyId|Node.js 22/);
});
