import { jsonService } from "../kernel/json-service.ts";
import type { CloudContext, Service } from "../kernel/service.ts";
import { backupOperations } from "./backup-operations.ts";
import { openDynamodb } from "./dynamodb.ts";
import { itemOperations } from "./item-operations.ts";
import { queryOperations } from "./query-operations.ts";
import { streamOperations } from "./stream-operations.ts";
import type { StreamRecord } from "./stream-record.ts";
import { tableOperations } from "./table-operations.ts";
import { sweepExpired, timeToLiveOperations } from "./time-to-live.ts";
import { transactWriteItems } from "./transact-write-items.ts";
import { updateTable } from "./update-table.ts";

export interface DynamodbServices {
  /** One service: DynamoDB and DynamoDB Streams are signed for alike. */
  readonly services: readonly Service[];
  /**
   * Stream records in order, as a Lambda function is handed them.
   * @param afterSequence the last sequence number that is done with; undefined: from the oldest kept
   * @throws AwsError ResourceNotFoundException
   */
  readStream(
    streamArn: string,
    afterSequence: string | undefined,
    limit: number,
  ): readonly StreamRecord[];
  /** Calls the listener when records have come; they can be read then. @returns stops listening */
  onStreamRecord(listener: (streamArn: string) => void): () => void;
  /** Deletes the items whose time to live is past, by the cloud's clock. @returns how many */
  sweepExpired(): Promise<number>;
}

const sweepMillis = 5000;

/** Long: a closure, of which each function fits a screen. */
export async function createDynamodb(context: CloudContext): Promise<DynamodbServices> {
  const dynamodb = await openDynamodb(context);
  const { items, journal, streams, tokens } = dynamodb;
  let sweeping: Promise<number> | undefined;

  async function sweep(): Promise<number> {
    tokens.forgetExpired();
    streams.forgetExpired();
    return sweepExpired(dynamodb);
  }

  const timer = setInterval(() => {
    sweeping ??= sweep()
      .catch((error: unknown) => {
        console.error("dynamodb: the sweep failed", error);
        return 0;
      })
      .finally(() => {
        sweeping = undefined;
      });
  }, sweepMillis).unref();

  const service = jsonService(context, {
    name: "dynamodb",
    targets: ["DynamoDB_20120810", "DynamoDBStreams_20120810"],
    contentType: "application/x-amz-json-1.0",
    errorNamespace: "com.amazonaws.dynamodb.v20120810#",
    operations: {
      ...itemOperations(dynamodb),
      ...queryOperations(dynamodb),
      ...transactWriteItems(dynamodb),
      ...tableOperations(dynamodb),
      ...updateTable(dynamodb),
      ...timeToLiveOperations(dynamodb),
      ...backupOperations(dynamodb),
      ...streamOperations(dynamodb),
    },
    async close() {
      clearInterval(timer);
      await sweeping;
      await journal.close();
      await items.close();
    },
  });

  return {
    services: [service],
    readStream: (streamArn, afterSequence, limit) => streams.read(streamArn, afterSequence, limit),
    onStreamRecord: (listener) => streams.onRecord(listener),
    sweepExpired: sweep,
  };
}
