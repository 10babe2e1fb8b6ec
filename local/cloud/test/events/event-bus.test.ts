/** A mail that comes back, through the template's configuration set and rule, to the queue. */
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { runningCloud } from "../assembly/running-cloud.ts";
import { arnOf, writeAssembly } from "../assembly/write-assembly.ts";
import { aMail } from "../ses/ses-under-test.ts";

const eventBusArn = "arn:aws:events:ap-southeast-3:000000000000:event-bus/default";

/** @param setName the configuration set whose events the rule wants @param service who may send to the queue */
async function start(setName = "mails", service = "events.amazonaws.com") {
  const resources = {
    Domain: {
      Type: "AWS::SES::EmailIdentity",
      Properties: { EmailIdentity: "asn.example.go.id" },
    },
    Set: { Type: "AWS::SES::ConfigurationSet", Properties: { Name: "mails" } },
    Destination: {
      Type: "AWS::SES::ConfigurationSetEventDestination",
      Properties: {
        ConfigurationSetName: { Ref: "Set" },
        EventDestination: {
          Enabled: true,
          MatchingEventTypes: ["bounce"],
          EventBridgeDestination: { EventBusArn: eventBusArn },
        },
      },
    },
    Queue: { Type: "AWS::SQS::Queue", Properties: { QueueName: "feedback" } },
    Rule: {
      Type: "AWS::Events::Rule",
      Properties: {
        EventPattern: {
          source: ["aws.ses"],
          detail: { mail: { tags: { "ses:configuration-set": [setName] } } },
        },
        State: "ENABLED",
        Targets: [{ Id: "queue", Arn: arnOf("Queue") }],
      },
    },
    Policy: {
      Type: "AWS::SQS::QueuePolicy",
      Properties: {
        Queues: [{ Ref: "Queue" }],
        PolicyDocument: {
          Statement: [
            {
              Effect: "Allow",
              Action: "sqs:SendMessage",
              Principal: { Service: service },
              Resource: arnOf("Queue"),
              Condition: { ArnEquals: { "aws:SourceArn": arnOf("Rule") } },
            },
          ],
        },
      },
    },
  };
  const outputs = { QueueUrl: { Value: { Ref: "Queue" } } };
  const cloud = await runningCloud(writeAssembly({ Feedback: { resources, outputs } }));
  const bounce = async () =>
    await new SESv2Client(cloud.client).send(
      aMail({
        Destination: { ToAddresses: ["bounce@simulator.amazonses.com"] },
        ConfigurationSetName: "mails",
      }),
    );
  const received = async () => {
    const QueueUrl = cloud.services.sqs.queueUrl(
      "arn:aws:sqs:ap-southeast-3:000000000000:feedback",
    );
    const { Messages = [] } = await new SQSClient(cloud.client).send(
      new ReceiveMessageCommand({ QueueUrl }),
    );
    return Messages.map(({ Body = "" }) => JSON.parse(Body));
  };
  return { bounce, received };
}

test("a mail that bounces is a message of the queue that the rule names", async () => {
  const { bounce, received } = await start();
  await bounce();

  expect(await received()).toMatchObject([
    { "detail-type": "Email Bounced", detail: { eventType: "Bounce" } },
  ]);
});

test("an event that the rule does not want goes nowhere", async () => {
  const { bounce, received } = await start("other-mails");
  await bounce();

  expect(await received()).toEqual([]);
});

test("a queue whose policy does not let EventBridge send gets nothing", async () => {
  const { bounce, received } = await start("mails", "sns.amazonaws.com");
  await bounce().catch(() => {});

  expect(await received()).toEqual([]);
});
