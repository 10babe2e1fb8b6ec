import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import type { CloudClock } from "../../kernel/clock.ts";
import type { CloudContext } from "../../kernel/service.ts";
import type { S3Event, S3EventRecord } from "../../s3/event-record.ts";
import { createS3, type S3Service } from "../../s3/s3-service.ts";
import { type ServicesUnderTest, startServices } from "../one-service.ts";

export interface S3Options {
  readonly directory?: string;
  readonly authorize?: CloudContext["authorize"];
  readonly endsLateForms?: boolean;
  readonly onEvent?: (event: S3Event) => Promise<void> | void;
}

export async function startS3(options?: S3Options): Promise<S3UnderTest> {
  const cloud = new S3UnderTest(options);
  await cloud.start();
  return cloud;
}

let buckets = 0;

/** S3 on a port of its own, between `start` and `stop`. */
export class S3UnderTest {
  /** All events told so far. */
  readonly events: S3EventRecord[] = [];
  readonly #options: S3Options;
  #running: { services: ServicesUnderTest; service: S3Service; s3: S3Client } | undefined;

  constructor(options: S3Options = {}) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { onEvent = () => undefined, endsLateForms = false, ...options } = this.#options;
    let service: S3Service | undefined;
    const services = await startServices((context) => {
      service = createS3(context, {
        onEvent: async (event) => {
          await onEvent(event);
          this.events.push(...event.Records);
        },
        requireKey: () => undefined,
        endsLateForms,
      });
      return [service];
    }, options);
    if (!service) throw new Error("S3 was not created.");
    const s3 = new S3Client({ ...services.client, forcePathStyle: true });
    this.#running = { services, service, s3 };
  }

  /** Stops; with `keep` the files stay, and `startS3({ directory })` finds them again. */
  stop(options?: { keep?: boolean }): Promise<void> {
    return this.#started().services.stop(options);
  }

  get s3(): S3Client {
    return this.#started().s3;
  }

  get service(): S3Service {
    return this.#started().service;
  }

  get endpoint(): string {
    return this.#started().services.endpoint;
  }

  get clock(): CloudClock {
    return this.#started().services.clock;
  }

  get directory(): string {
    return this.#started().services.directory;
  }

  get client(): ServicesUnderTest["client"] {
    return this.#started().services.client;
  }

  #started() {
    if (!this.#running) throw new Error("S3 has not been started.");
    return this.#running;
  }

  /** A client that signs with the cloud's time, wherever the test has moved it. */
  clientAt(millisecondsAhead: number): S3Client {
    const systemClockOffset = millisecondsAhead;
    return new S3Client({ ...this.client, forcePathStyle: true, systemClockOffset });
  }

  async newBucket(): Promise<string> {
    buckets += 1;
    const Bucket = `bucket-${buckets}`;
    await this.s3.send(new CreateBucketCommand({ Bucket }));
    return Bucket;
  }
}

/** The `<Code>` of an S3 error document. */
export function errorCode(text: string): string | undefined {
  return /<Code>(.*?)<\/Code>/.exec(text)?.[1];
}
