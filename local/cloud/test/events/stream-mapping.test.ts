import { expect, test } from "vitest";
import type { StreamRecord } from "../../dynamodb/stream-record.ts";
import { StreamMapping } from "../../events/stream-mapping.ts";
import { CloudClock } from "../../kernel/clock.ts";
import { Store } from "../../kernel/store.ts";
import { FunctionLog } from "../../lambda/function-log.ts";
import { LambdaFunction } from "../../lambda/lambda-function.ts";
import { OrphanWatch } from "../../lambda/orphan-watch.ts";

const streamArn = "arn:aws:dynamodb:ap-southeast-3:000000000000:table/people/stream/1";

function record(number: number): StreamRecord {
  return {
    eventID: String(number),
    eventName: "INSERT",
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: "ap-southeast-3",
    eventSourceARN: streamArn,
    dynamodb: {
      ApproximateCreationDateTime: 0,
      Keys: { id: { S: String(number) } },
      SequenceNumber: String(number).padStart(21, "0"),
      SizeBytes: 1,
      StreamViewType: "KEYS_ONLY",
    },
  };
}

function laneReading(records: readonly StreamRecord[], filter?: () => boolean) {
  const clock = new CloudClock();
  const asked: number[] = [];
  const target = new LambdaFunction(
    {
      name: "consumer",
      arn: "arn:aws:lambda:ap-southeast-3:000000000000:function:consumer",
      handler: "index.handler",
      codeDirectory: "/nowhere",
      layerPackages: [],
      memoryMegabytes: 128,
      timeoutSeconds: 3,
      roleArn: "arn:aws:iam::000000000000:role/consumer",
      environment: {},
      reservedConcurrency: 0,
    },
    {
      clock,
      log: new FunctionLog("/nowhere", clock),
      orphans: new OrphanWatch(),
      environment: () => ({}),
      projectDirectory: "/nowhere",
    },
  );
  const mapping = new StreamMapping(
    {
      id: "mapping",
      streamArn,
      startsAtLatest: false,
      batchSize: 5,
      batchingWindowSeconds: 0,
      parallelizationFactor: 1,
      filter,
      policy: { bisectsOnError: false, maximumRetryAttempts: 0 },
      maximumRecordAgeSeconds: undefined,
      reportsItemFailures: false,
      failureDestination: undefined,
    },
    {
      context: { clock, store: new Store(":memory:") },
      target,
      read(_arn, after = "", limit) {
        const page = records
          .filter(({ dynamodb }) => dynamodb.SequenceNumber > after)
          .slice(0, limit);
        asked.push(page.length);
        return page;
      },
      onRecord: () => () => undefined,
      sendFailure: () => undefined,
    },
  );
  return { mapping, asked };
}

const thousand = Array.from({ length: 1000 }, (_, index) => record(index + 1));

test("a lane reads what its batch needs, not all that waits", async () => {
  const { mapping, asked } = laneReading(thousand);
  expect(mapping.isPending).toBe(true);
  await mapping.close();
  expect(Math.max(...asked)).toBe(5);
});

test("a lane passes over what the filter leaves out, however much it is", async () => {
  const { mapping } = laneReading(thousand, () => false);
  await expect.poll(() => mapping.isPending).toBe(false);
  await mapping.close();
});
