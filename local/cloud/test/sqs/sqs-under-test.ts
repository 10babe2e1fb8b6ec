import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import type { CloudContext } from "../../kernel/service.ts";
import { createSqs, type Sqs } from "../../sqs/sqs-service.ts";
import { type ServicesUnderTest, startServices } from "../one-service.ts";

export interface SqsUnderTest {
  cloud: ServicesUnderTest;
  service: Sqs;
  sqs: SQSClient;
}

export async function startSqs(options?: {
  directory?: string;
  authorize?: CloudContext["authorize"];
}): Promise<SqsUnderTest> {
  let service: Sqs | undefined;
  const cloud = await startServices((context) => {
    service = createSqs(context);
    return [service];
  }, options);
  if (!service) throw new Error("The service was not made.");
  // With more attempts than one the SDK repairs its clock after the cloud's was moved.
  return { cloud, service, sqs: new SQSClient({ ...cloud.client, maxAttempts: 3 }) };
}

let made = 0;

/** @returns the URL of a new queue */
export async function newQueue(
  sqs: SQSClient,
  Attributes: Record<string, string> = {},
): Promise<string> {
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({ QueueName: `queue-${made++}`, Attributes }),
  );
  return QueueUrl ?? "";
}

export function arnOf(url: string): string {
  return `arn:aws:sqs:ap-southeast-3:000000000000:${url.split("/").at(-1)}`;
}

export async function send(sqs: SQSClient, QueueUrl: string, ...bodies: string[]): Promise<void> {
  for (const MessageBody of bodies)
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
}

export async function receive(
  sqs: SQSClient,
  QueueUrl: string,
  options: Partial<ReceiveMessageCommandInput> = {},
): Promise<Message[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...options }),
  );
  return Messages;
}

/** How many can be received, are hidden, are delayed. */
export async function counts(sqs: SQSClient, QueueUrl: string): Promise<(string | undefined)[]> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }),
  );
  return [
    Attributes?.ApproximateNumberOfMessages,
    Attributes?.ApproximateNumberOfMessagesNotVisible,
    Attributes?.ApproximateNumberOfMessagesDelayed,
  ];
}
