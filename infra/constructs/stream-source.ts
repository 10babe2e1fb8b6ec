import { Duration } from "aws-cdk-lib";
import { Stats } from "aws-cdk-lib/aws-cloudwatch";
import { EventSourceMapping, FilterCriteria, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import { Construct } from "constructs";
import { type Alarms, alarmPeriod, mostOfAQuarterHour } from "./alarms.ts";
import type { NodeFunction } from "./node-function.ts";
import { type AlarmedProps, acknowledgeLastQueue, attempts, DeadLetterQueue } from "./queues.ts";

export interface StreamSourceProps extends AlarmedProps {
  readonly streamArn: string;
  /** An event filter in Lambda's pattern language. Records that do not match cause no invocation. */
  readonly filter: Record<string, unknown>;
  readonly batchSize: number;
  /**
   * For what nothing makes up for later: tried until it is six hours old, as long as a dependency may be away. A record that always
   * fails holds up those behind it meanwhile, and their age rings. Without it a record is tried five times more.
   */
  readonly triedUntilOld?: boolean;
}

/**
 * Sends a table's changes to a function. The batch with a record that fails is bisected; at the end of its tries the record goes to a
 * dead-letter queue with an alarm, as shard and sequence number alone, and the stream goes on.
 */
export class StreamSource extends Construct {
  constructor(
    to: NodeFunction,
    id: string,
    { streamArn, filter, batchSize, triedUntilOld, ...alarmed }: StreamSourceProps,
  ) {
    super(to, id);
    to.allow(
      ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      [streamArn],
    );
    to.allow(["dynamodb:ListStreams"], ["*"], {
      wildcard:
        "Lambda asks for ListStreams when it attaches a stream, and IAM knows no resource for that action.",
    });
    const failures = new DeadLetterQueue(this, "failures", alarmed);
    acknowledgeLastQueue(failures);
    new EventSourceMapping(this, "mapping", {
      target: to.lambda,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize,
      filters: [FilterCriteria.filter(filter)],
      parallelizationFactor: 4,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      // Without it, «-1 means infinite: failed records are retried until the record expires» («Lambda parameters for Amazon DynamoDB
      // event source mappings»): here until they are too old.
      ...(!triedUntilOld && { retryAttempts: attempts }),
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(failures.queue),
    });
    watchAge(to, alarmed.alarms);
  }
}

/** How old changes are when the function gets them. The metric is the function's, for all its streams together. */
function watchAge(to: NodeFunction, alarms: Alarms): void {
  if (to.node.tryFindChild("stream-alarm")) return;
  alarms.watch(
    to,
    {
      metric: to.lambda.metric("IteratorAge", { period: alarmPeriod, statistic: Stats.MAXIMUM }),
      severity: "mail",
      whenItFails: "Changes reach cards and mails late, because a stream has fallen behind",
      which: to.node.id,
      threshold: { above: Duration.minutes(10).toMilliseconds() },
      periods: mostOfAQuarterHour,
    },
    "stream-alarm",
  );
}
