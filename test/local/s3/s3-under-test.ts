import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import type { CloudContext } from "../../../local/kernel/service.ts";
import type { S3Event, S3EventRecord } from "../../../local/s3/event-record.ts";
import { createS3, type S3Service } from "../../../local/s3/s3-service.ts";
import { type ServicesUnderTest, startServices } from "../../support/one-service.ts";

export interface S3UnderTest extends ServicesUnderTest {
  readonly s3: S3Client;
  readonly service: S3Service;
  /** All events told so far. */
  readonly events: S3EventRecord[];
  /** A client that signs with the cloud's time, wherever the test has moved it. */
  clientAt(millisecondsAhead: number): S3Client;
  newBucket(): Promise<string>;
}

let buckets = 0;

export async function startS3({
  onEvent = () => undefined,
  ...options
}: {
  directory?: string;
  authorize?: CloudContext["authorize"];
  onEvent?: (event: S3Event) => Promise<void> | void;
} = {}): Promise<S3UnderTest> {
  const events: S3EventRecord[] = [];
  let service: S3Service | undefined;
  const cloud = await startServices((context) => {
    service = createS3(context, {
      async onEvent(event) {
        await onEvent(event);
        events.push(...event.Records);
      },
    });
    return [service];
  }, options);
  if (!service) throw new Error("S3 was not created.");
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  return {
    ...cloud,
    s3,
    service,
    events,
    clientAt: (systemClockOffset) =>
      new S3Client({ ...cloud.client, forcePathStyle: true, systemClockOffset }),
    async newBucket() {
      buckets += 1;
      const Bucket = `bucket-${buckets}`;
      await s3.send(new CreateBucketCommand({ Bucket }));
      return Bucket;
    },
  };
}

/** The `<Code>` of an S3 error document. */
export function errorCode(text: string): string | undefined {
  return /<Code>(.*?)<\/Code>/.exec(text)?.[1];
}
