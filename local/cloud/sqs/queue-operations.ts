import * as z from "zod";
import { operation } from "../kernel/operation.ts";
import { AwsError, type Caller, type CloudContext } from "../kernel/service.ts";
import type { Messages } from "./messages.ts";
import type { Queue, Queues } from "./queues.ts";

const attributes = z.record(z.string(), z.string());
const queueUrl = z.string();

/** The queue a caller names by its URL (of which only account/name count), once the caller is allowed the action on it. */
export function authorizedQueue(
  { authorize }: Pick<CloudContext, "authorize">,
  queues: Queues,
  { url, caller, action }: { url: string; caller: Caller; action: string },
): Queue {
  const name = queues.nameIn(url);
  authorize(caller, action, queues.arn(name));
  return queues.named(name);
}

/** Long: a closure, of which each function fits a screen. */
export function queueOperations(context: CloudContext, queues: Queues, messages: Messages) {
  const { authorize, account, store } = context;

  function authorized(url: string, caller: Caller, action: string): Queue {
    return authorizedQueue(context, queues, { url, caller, action });
  }

  return {
    CreateQueue: operation(
      z.strictObject({
        QueueName: z.string(),
        Attributes: attributes.default({}),
        tags: z.record(z.string(), z.string()).default({}),
      }),
      ({ QueueName, Attributes, tags }, caller) => {
        authorize(caller, "sqs:CreateQueue", queues.arn(QueueName));
        return { QueueUrl: queues.url(queues.create(QueueName, Attributes, tags).name) };
      },
    ),

    GetQueueUrl: operation(
      z.strictObject({ QueueName: z.string(), QueueOwnerAWSAccountId: z.string().optional() }),
      ({ QueueName, QueueOwnerAWSAccountId: owner = account }, caller) => {
        const queue = authorized(`${owner}/${QueueName}`, caller, "sqs:GetQueueUrl");
        return { QueueUrl: queues.url(queue.name) };
      },
    ),

    ListQueues: operation(
      z.strictObject({
        QueueNamePrefix: z.string().default(""),
        MaxResults: z.int().min(1).max(1000).default(1000),
        NextToken: z.string().optional(),
      }),
      ({ QueueNamePrefix, MaxResults, NextToken = "" }, caller) => {
        authorize(caller, "sqs:ListQueues", "*");
        const names = queues
          .withPrefix(QueueNamePrefix)
          .map(({ name }) => name)
          .filter((name) => name > NextToken);
        const page = names.slice(0, MaxResults);
        return {
          QueueUrls: page.map((name) => queues.url(name)),
          ...(names.length > page.length ? { NextToken: page.at(-1) } : {}),
        };
      },
    ),

    GetQueueAttributes: operation(
      z.strictObject({ QueueUrl: queueUrl, AttributeNames: z.array(z.string()).default([]) }),
      ({ QueueUrl, AttributeNames }, caller) => {
        const queue = authorized(QueueUrl, caller, "sqs:GetQueueAttributes");
        return { Attributes: pick(describe(queue), AttributeNames) };
      },
    ),

    SetQueueAttributes: operation(
      z.strictObject({ QueueUrl: queueUrl, Attributes: attributes }),
      ({ QueueUrl, Attributes }, caller) => {
        queues.change(authorized(QueueUrl, caller, "sqs:SetQueueAttributes"), Attributes);
      },
    ),

    ListQueueTags: operation(z.strictObject({ QueueUrl: queueUrl }), ({ QueueUrl }, caller) => ({
      Tags: authorized(QueueUrl, caller, "sqs:ListQueueTags").tags,
    })),

    PurgeQueue: operation(z.strictObject({ QueueUrl: queueUrl }), ({ QueueUrl }, caller) => {
      messages.purge(authorized(QueueUrl, caller, "sqs:PurgeQueue"));
    }),

    DeleteQueue: operation(z.strictObject({ QueueUrl: queueUrl }), ({ QueueUrl }, caller) => {
      const queue = authorized(QueueUrl, caller, "sqs:DeleteQueue");
      store.transaction(() => {
        messages.purge(queue);
        queues.delete(queue.name);
      });
    }),
  };

  function describe(queue: Queue): Record<string, string> {
    const depth = messages.depth(queue);
    return {
      ...queue.attributes,
      QueueArn: queues.arn(queue.name),
      CreatedTimestamp: epochSeconds(queue.createdAt),
      LastModifiedTimestamp: epochSeconds(queue.modifiedAt),
      ApproximateNumberOfMessages: String(depth.visible),
      ApproximateNumberOfMessagesNotVisible: String(depth.inFlight),
      ApproximateNumberOfMessagesDelayed: String(depth.delayed),
    };
  }
}

/** Attributes a queue may not have, and that are no unknown names. */
const optional = new Set([
  "KmsMasterKeyId",
  "KmsDataKeyReusePeriodSeconds",
  "Policy",
  "RedrivePolicy",
]);

function pick(all: Record<string, string>, names: readonly string[]): Record<string, string> {
  if (names.includes("All")) return all;
  const unknown = names.find((name) => !Object.hasOwn(all, name) && !optional.has(name));
  if (unknown !== undefined)
    throw new AwsError("InvalidAttributeName", `Unknown Attribute ${unknown}.`);
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}

function epochSeconds(milliseconds: number): string {
  return String(Math.floor(milliseconds / 1000));
}
