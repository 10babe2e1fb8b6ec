import type { Iam } from "../iam/iam.ts";
import { bridgeEvent } from "../s3/bridge-event.ts";
import type { S3Event, S3EventRecord } from "../s3/event-record.ts";

/** Where a bucket sends events of its objects. */
export interface BucketNotification {
  readonly id: string;
  /** "s3:ObjectCreated:*", "s3:ObjectRemoved:Delete". */
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
  /** ARN of a queue or a function. */
  readonly target: string;
}

interface BucketNotificationDependencies {
  readonly iam: Iam;
  send(queueArn: string, body: string): void;
  invokeLater(functionArn: string, event: unknown): void;
  /** To EventBridge's default bus. */
  publish(event: object): void;
}

/** Routes the events of buckets. The receiver's policy is checked each time. */
export class BucketNotifications {
  readonly #dependencies: BucketNotificationDependencies;
  readonly #ofBucket = new Map<string, readonly BucketNotification[]>();
  readonly #bridged = new Set<string>();

  constructor(dependencies: BucketNotificationDependencies) {
    this.#dependencies = dependencies;
  }

  /** @throws AwsError AccessDenied when a receiver would not take events from this bucket */
  configure(bucket: string, notifications: readonly BucketNotification[]): void {
    for (const { target } of notifications) this.#demand(bucket, target);
    this.#ofBucket.set(bucket, notifications);
  }

  /** Sends all events of the bucket to EventBridge as well, or no longer. It is not tried with a test event. */
  bridge(bucket: string, isOn: boolean): void {
    if (isOn) this.#bridged.add(bucket);
    else this.#bridged.delete(bucket);
  }

  /** S3 sends it to each new receiver. */
  sendTestEvent(bucket: string, notification: BucketNotification, now: Date): void {
    this.#deliver(bucket, notification.target, {
      Service: "Amazon S3",
      Event: "s3:TestEvent",
      Time: now.toISOString(),
      Bucket: bucket,
      RequestId: "embedded-cloud",
      HostId: "embedded-cloud",
    });
  }

  /** @throws AwsError AccessDenied, so that the event stays in the outbox */
  deliver({ Records }: S3Event): void {
    for (const record of Records) {
      const bucket = record.s3.bucket.name;
      for (const notification of this.#ofBucket.get(bucket) ?? []) {
        if (!concerns(notification, record)) continue;
        const s3 = { ...record.s3, configurationId: notification.id };
        this.#deliver(bucket, notification.target, { Records: [{ ...record, s3 }] });
      }
      if (this.#bridged.has(bucket))
        this.#dependencies.publish(bridgeEvent(record, record.s3.bucket.ownerIdentity.principalId));
    }
  }

  #deliver(bucket: string, target: string, event: unknown): void {
    this.#demand(bucket, target);
    if (isQueue(target)) this.#dependencies.send(target, JSON.stringify(event));
    else this.#dependencies.invokeLater(target, event);
  }

  #demand(bucket: string, target: string): void {
    const { iam } = this.#dependencies;
    const action = isQueue(target) ? "sqs:SendMessage" : "lambda:InvokeFunction";
    iam.demand(iam.service("s3.amazonaws.com", `arn:aws:s3:::${bucket}`), action, target);
  }
}

function isQueue(arn: string): boolean {
  return arn.startsWith("arn:aws:sqs:");
}

function concerns(
  { events, prefix, suffix }: BucketNotification,
  { eventName, s3 }: S3EventRecord,
): boolean {
  // In an event the key is encoded, with "+" for a space; in a filter it is not.
  const key = decodeURIComponent(s3.object.key.replaceAll("+", " "));
  const isNamed = events.some((event) => {
    const name = event.replace(/^s3:/, "");
    return name.endsWith("*") ? eventName.startsWith(name.slice(0, -1)) : eventName === name;
  });
  return isNamed && key.startsWith(prefix) && key.endsWith(suffix);
}
