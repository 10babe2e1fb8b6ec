import { randomUUID } from "node:crypto";
import type { StreamRecord } from "../dynamodb/stream-record.ts";
import type { GiveUpReason } from "./deliver-batch.ts";

/**
 * What Lambda tells a failure destination about records it gave up: where they are, not what they hold.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export function failureDocument({
  records,
  reason,
  attempts,
  functionArn,
  streamArn,
  now,
}: {
  records: readonly StreamRecord[];
  reason: GiveUpReason;
  /** How often the function was invoked with them. */
  attempts: number;
  functionArn: string;
  streamArn: string;
  now: Date;
}) {
  const first = records[0]?.dynamodb;
  const last = records.at(-1)?.dynamodb;
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn,
      condition: reason,
      approximateInvokeCount: attempts,
    },
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
    version: "1.0",
    timestamp: now.toISOString(),
    DDBStreamBatchInfo: {
      // Each stream has one shard here.
      shardId: "shardId-00000000000000000000-00000000",
      startSequenceNumber: first?.SequenceNumber,
      endSequenceNumber: last?.SequenceNumber,
      approximateArrivalOfFirstRecord: seconds(first?.ApproximateCreationDateTime),
      approximateArrivalOfLastRecord: seconds(last?.ApproximateCreationDateTime),
      batchSize: records.length,
      streamArn,
    },
  };
}

/** "2026-11-21T08:00:00Z". */
function seconds(epochSeconds = 0): string {
  return `${new Date(epochSeconds * 1000).toISOString().slice(0, 19)}Z`;
}
