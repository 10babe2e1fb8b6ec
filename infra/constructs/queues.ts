import { Aws, CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { type Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct, type IDependable } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import { type Alarms, alarmPeriod, mostOfAQuarterHour, type Severity } from "./alarms.ts";
import type { NodeFunction } from "./node-function.ts";

export interface AlarmedProps {
  readonly alarms: Alarms;
  /** See `Watch`. */
  readonly whenItFails: string;
  /** See `Told`: only where another alarm loses people the same. */
  readonly which?: string;
  /** "mail" unless said: what is set aside has been tried often, and waits. */
  readonly severity?: Severity;
  /** See `Told`. */
  readonly aboutKeys?: boolean;
}

/** A queue for what failed too often. One message in it raises an alarm. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(
    scope: Construct,
    id: string,
    { alarms, whenItFails, which, severity = "mail", aboutKeys = false }: AlarmedProps,
  ) {
    super(scope, id);
    this.queue = new Queue(this, "queue", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const waiting = this.queue.metricApproximateNumberOfMessagesVisible({
      period: alarmPeriod,
      statistic: Stats.MAXIMUM,
    });
    alarms.watch(this, {
      metric: waiting,
      severity,
      whenItFails,
      aboutKeys,
      ...(which !== undefined && { which }),
      threshold: { above: 0 },
    });
  }
}

/** How often a message or a record is tried before it is set aside. */
export const attempts = 5;

export interface QueueProps extends AlarmedProps {
  /** The name of the sender's setting that has the queue's address. */
  readonly setting: string;
  /** The stack's output with the queue's address, of one that an operator's command sends to: a stack has 200 outputs. */
  readonly outputName?: string;
  /** How long a message may wait that nobody tries, before somebody is told: 15 minutes unless said. What fails at each try: see `oldest`. */
  readonly waitsAtMost?: Duration;
  /** How long the function that takes the messages may need for a batch. */
  readonly consumerTimeout: Duration;
  /** How often a message is received before it is set aside: five times unless told. */
  readonly receives?: number;
  /** How long a message may wait: four days unless told, SQS's own default. */
  readonly retention?: Duration;
}

/** A queue whose messages are tried a few times and then set aside, with an alarm. */
export class QueueWithDeadLetters extends Construct {
  readonly consumerTimeout: Duration;
  protected readonly queue: Queue;
  protected readonly deadLetters: Queue;
  readonly #setting: string;

  constructor(
    scope: Construct,
    id: string,
    {
      setting,
      outputName,
      consumerTimeout,
      receives = attempts,
      retention,
      waitsAtMost = Duration.minutes(15),
      ...alarmed
    }: QueueProps,
  ) {
    super(scope, id);
    this.#setting = setting;
    this.consumerTimeout = consumerTimeout;
    this.deadLetters = new DeadLetterQueue(this, "dead-letters", alarmed).queue;
    this.queue = new Queue(this, "queue", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the consumer's time, as Lambda's guide asks, so that a message is not delivered again while it is handled.
      visibilityTimeout: Duration.seconds(6 * consumerTimeout.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: receives },
      ...(retention && { retentionPeriod: retention }),
    });
    if (outputName) new CfnOutput(Stack.of(this), outputName, { value: this.queue.queueUrl });
    alarmed.alarms.watch(this, {
      metric: this.oldest,
      severity: "mail",
      whenItFails: "Work waits longer in a queue than people should wait for it",
      which: id,
      threshold: { above: waitsAtMost.toSeconds() },
      periods: mostOfAQuarterHour,
    });
  }

  /**
   * Seconds that the oldest message has waited. SQS leaves out what was received three times, whether or not there is a dead-letter queue
   * («Available CloudWatch metrics for Amazon SQS»): this sees a consumer that is too slow or has stopped. What fails at each try is told
   * by the alarm on the dead letters, after `receives` times the visibility timeout (`test/infra/dead-letters.test.ts` has the minutes); what
   * waits by `delay` is seen by its consumer alone.
   */
  get oldest(): Metric {
    return this.queue.metricApproximateAgeOfOldestMessage({
      period: alarmPeriod,
      statistic: Stats.MAXIMUM,
    });
  }

  /** send. */
  grantSend(to: NodeFunction): void {
    to.allow(["sqs:SendMessage"], [this.queue.queueArn]);
    to.set(this.#setting, this.queue.queueUrl);
  }

  /** delay, for the function that `feed` gives the messages to: the right to it comes with them. */
  grantDelay(to: NodeFunction): void {
    to.set(this.#setting, this.queue.queueUrl);
  }

  /** depth. */
  grantDepth(to: NodeFunction): void {
    to.allow(["sqs:GetQueueAttributes"], [this.queue.queueArn]);
  }

  /** Lets the function take the messages: at most `concurrency` batches at the same time. It reports each failure separately. */
  feed(
    to: NodeFunction,
    { concurrency, batchSize = 5 }: { readonly concurrency: number; readonly batchSize?: number },
  ): void {
    to.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize,
        maxConcurrency: concurrency,
        reportBatchItemFailures: true,
      }),
    );
  }
}

/** A queue of uploads: S3 sends a message for each. */
export class UploadQueue extends QueueWithDeadLetters {
  /** Lets S3 send, for this account. @returns the queue's address, and what must exist before S3 tries it */
  takeFromS3(): { queueArn: string; policy: IDependable } {
    const { queueArn } = this.queue;
    const { policyDependable } = this.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("s3.amazonaws.com")],
        actions: ["sqs:SendMessage"],
        resources: [queueArn],
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
    if (!policyDependable) throw new Error("A queue of uploads has no policy.");
    return { queueArn, policy: policyDependable };
  }
}

/** Acknowledges that a queue for failures of a stream or a schedule has no dead-letter queue. */
export function acknowledgeLastQueue(deadLetters: DeadLetterQueue): void {
  acknowledge(deadLetters, {
    "AwsSolutions-SQS3": "This is where failures end; behind it there is only the alarm.",
  });
}
