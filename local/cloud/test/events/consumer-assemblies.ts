/** Event sources and the function they call: what the tests of the mappings run. */
import type { Cloud } from "../../cloud.ts";
import { allow, arnOf, lambda, role, table, writeAssembly } from "../assembly/write-assembly.ts";

/** Logs one line per call with the ids it was given; fails as the ids say. */
export const consumer = `
  const idOf = (record) => record.dynamodb ? record.dynamodb.Keys.id.S : record.body;
  const nameOf = (record) => record.messageId ?? record.dynamodb.SequenceNumber;
  exports.handler = async ({ Records }) => {
    const ids = Records.map(idOf);
    console.log(JSON.stringify({ got: ids }));
    if (ids.some((id) => id.startsWith("throw"))) throw new Error("poison");
    return { batchItemFailures: Records.filter((r) => idOf(r).startsWith("fail")).map((r) => ({ itemIdentifier: nameOf(r) })) };
  };`;

export const streamArn = { "Fn::GetAtt": ["People", "StreamArn"] };
export const streamRights = allow(
  ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
  streamArn,
);

/** A table whose stream calls the consumer; what it fails at twice goes to the queue "dead". */
export function streamAssembly(mapping: Record<string, unknown> = {}): string {
  return writeAssembly(
    {
      S: {
        resources: {
          People: table({ stream: true }, "people"),
          Dead: { Type: "AWS::SQS::Queue", Properties: { QueueName: "dead" } },
          Role: role([streamRights, allow(["sqs:SendMessage"], arnOf("Dead"))]),
          Fn: lambda("consumer", "Role"),
          Mapping: {
            Type: "AWS::Lambda::EventSourceMapping",
            Properties: {
              EventSourceArn: streamArn,
              FunctionName: { Ref: "Fn" },
              StartingPosition: "TRIM_HORIZON",
              FunctionResponseTypes: ["ReportBatchItemFailures"],
              BisectBatchOnFunctionError: true,
              MaximumRetryAttempts: 1,
              DestinationConfig: { OnFailure: { Destination: arnOf("Dead") } },
              ...mapping,
            },
          },
        },
      },
    },
    { consumer: { "index.cjs": consumer } },
  );
}

/**
 * A bucket that tells the queue "work" of uploads, which calls the consumer; what fails twice goes to the queue "dead".
 * @param properties further ones of the function
 */
export function queueAssembly(properties: Record<string, unknown> = {}): string {
  return writeAssembly(
    {
      S: {
        resources: {
          Dead: { Type: "AWS::SQS::Queue", Properties: { QueueName: "dead" } },
          Queue: {
            Type: "AWS::SQS::Queue",
            Properties: {
              QueueName: "work",
              VisibilityTimeout: 60,
              RedrivePolicy: { deadLetterTargetArn: arnOf("Dead"), maxReceiveCount: 2 },
            },
          },
          Policy: {
            Type: "AWS::SQS::QueuePolicy",
            Properties: {
              Queues: [{ Ref: "Queue" }],
              PolicyDocument: {
                Statement: {
                  Effect: "Allow",
                  Action: "sqs:SendMessage",
                  Resource: arnOf("Queue"),
                  Principal: { Service: "s3.amazonaws.com" },
                  Condition: { ArnLike: { "aws:SourceArn": "arn:aws:s3:::s-photos" } },
                },
              },
            },
          },
          Photos: bucketThatTells("incoming/"),
          Role: role([
            allow(
              ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
              arnOf("Queue"),
            ),
          ]),
          Fn: lambda("consumer", "Role", properties),
          Mapping: {
            Type: "AWS::Lambda::EventSourceMapping",
            Properties: {
              EventSourceArn: arnOf("Queue"),
              FunctionName: { Ref: "Fn" },
              FunctionResponseTypes: ["ReportBatchItemFailures"],
            },
          },
        },
      },
    },
    { consumer: { "index.cjs": consumer } },
  );
}

function bucketThatTells(prefix: string) {
  return {
    Type: "AWS::S3::Bucket",
    DependsOn: "Policy",
    Properties: {
      NotificationConfiguration: {
        QueueConfigurations: [
          {
            Event: "s3:ObjectCreated:*",
            Queue: arnOf("Queue"),
            Filter: { S3Key: { Rules: [{ Name: "prefix", Value: prefix }] } },
          },
        ],
      },
    },
  };
}

/** The ids that the consumer was called with, in order. */
export function got(cloud: Cloud): string[] {
  return cloud.logs().flatMap(({ text }) => JSON.parse(text).got ?? []);
}
