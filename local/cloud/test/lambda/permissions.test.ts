import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { runningCloud } from "../assembly/running-cloud.ts";
import { allow, arnOf, lambda, role, writeAssembly } from "../assembly/write-assembly.ts";

test("a function may do what its role says and nothing else, and a refusal is reported once", async () => {
  const code = (operation: string) => `
    const { SQSClient, ${operation}Command } = require("@aws-sdk/client-sqs");
    exports.handler = async (QueueUrl) => {
      try { await new SQSClient().send(new ${operation}Command({ QueueUrl, MessageBody: "x" })); return "done"; }
      catch (error) { return error.name; }
    };`;
  const sdk = JSON.stringify({ dependencies: { "@aws-sdk/client-sqs": "3" } });
  const assembly = writeAssembly(
    {
      S: {
        resources: {
          Queue: { Type: "AWS::SQS::Queue" },
          Sdk: {
            Type: "AWS::Lambda::LayerVersion",
            Properties: { Content: { S3Bucket: "assets", S3Key: "sdk.zip" } },
          },
          Sender: role([allow(["sqs:SendMessage"], arnOf("Queue"))]),
          Send: lambda("send", "Sender", { Layers: [{ Ref: "Sdk" }] }),
          Purge: lambda("purge", "Sender", { Layers: [{ Ref: "Sdk" }] }),
        },
        outputs: { Url: { Value: { Ref: "Queue" } } },
      },
    },
    {
      send: { "index.cjs": code("SendMessage") },
      purge: { "index.cjs": code("PurgeQueue") },
      sdk: { "nodejs/package.json": sdk },
    },
  );
  const cloud = await runningCloud(assembly);
  const url = cloud.outputs.S?.Url;
  const { functions } = cloud.services;

  expect(await functions.named("send").invoke(url)).toBe("done");
  expect(await functions.named("purge").invoke(url)).toContain("AccessDenied");
  await functions.named("purge").invoke(url);
  expect(cloud.reports).toEqual([
    "Refused: purge is not authorized to perform: sqs:PurgeQueue on resource: arn:aws:sqs:ap-southeast-3:000000000000:S-Queue because no policy allows the sqs:PurgeQueue action",
  ]);
});

test("a key nobody was given opens nothing", async () => {
  const assembly = writeAssembly({ S: { resources: { Queue: { Type: "AWS::SQS::Queue" } } } });
  const { client } = await runningCloud(assembly);
  const credentials = { ...client.credentials, secretAccessKey: "guessed" };
  const sqs = new SQSClient({ ...client, credentials });

  const QueueUrl = `${client.endpoint}/000000000000/S-Queue`;
  await expect(sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "x" }))).rejects.toThrow(
    "signature",
  );
});
