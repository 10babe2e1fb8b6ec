import type { CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";
import type { Change } from "./item-store.ts";
import { isChange, type StreamRecord, streamRecord, type UserIdentity } from "./stream-record.ts";
import { notFound, type StreamViewType, type TableDescription, type Tables } from "./table.ts";

/** The one shard of a stream is the stream. */
export interface StreamDocument {
  readonly arn: string;
  readonly label: string;
  readonly tableName: string;
  readonly keySchema: TableDescription["KeySchema"];
  readonly view: StreamViewType;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly startingSequenceNumber: string;
  /** The last record that was dropped for its age. */
  readonly trimmedThrough?: string;
  /** Set when the stream is disabled: nothing comes any more. Epoch milliseconds. */
  readonly closed?: { readonly at: number; readonly endingSequenceNumber: string };
}

/** Records are kept for 24 hours, and so is a stream after it was disabled. */
const retentionMillis = 24 * 60 * 60 * 1000;
/** Numbers of 21 digits, of which AWS's have at least as many. */
const firstSequenceNumber = 10n ** 20n;

export class Streams {
  readonly #context: Pick<CloudContext, "store" | "clock" | "region">;
  readonly #tables: Tables;
  readonly #streams: Shelf<StreamDocument>;
  readonly #records: Shelf<StreamRecord>;
  readonly #counters: Shelf<string>;
  readonly #listeners = new Set<(streamArn: string) => void>();

  constructor(context: Pick<CloudContext, "store" | "clock" | "region">, tables: Tables) {
    this.#context = context;
    this.#tables = tables;
    this.#streams = context.store.shelf("dynamodb.streams");
    this.#records = context.store.shelf("dynamodb.stream-records");
    this.#counters = context.store.shelf("dynamodb.counters");
  }

  /** Starts a stream. @returns what DescribeTable tells of it */
  enable(
    table: TableDescription,
    view: StreamViewType,
  ): Pick<TableDescription, "StreamSpecification" | "LatestStreamArn" | "LatestStreamLabel"> {
    let createdAt = this.#context.clock.millis();
    while (this.#streams.get(streamArn(table, createdAt))) createdAt++;
    const arn = streamArn(table, createdAt);
    this.#streams.set(arn, {
      arn,
      label: streamLabel(createdAt),
      tableName: table.TableName,
      keySchema: table.KeySchema,
      view,
      createdAt,
      startingSequenceNumber: String(BigInt(this.latestSequenceNumber()) + 1n),
    });
    return {
      StreamSpecification: { StreamEnabled: true, StreamViewType: view },
      LatestStreamArn: arn,
      LatestStreamLabel: streamLabel(createdAt),
    };
  }

  disable(arn: string): void {
    const closed = {
      at: this.#context.clock.millis(),
      endingSequenceNumber: this.latestSequenceNumber(),
    };
    this.#streams.set(arn, { ...this.get(arn), closed });
  }

  /** @throws AwsError ResourceNotFoundException, also 24 hours after the stream was disabled */
  get(arn: string): StreamDocument {
    const stream = this.#streams.get(arn);
    if (!stream || this.#isOver(stream)) {
      throw notFound(`Requested resource not found: Stream: ${arn} not found`);
    }
    return stream;
  }

  all(): StreamDocument[] {
    const streams = this.#streams.range().map(([, stream]) => stream);
    return streams.filter((stream) => !this.#isOver(stream));
  }

  latestSequenceNumber(): string {
    return this.#counters.get("sequence") ?? String(firstSequenceNumber);
  }

  /** The records of changes, in their order, numbered. To be called in the transaction that keeps them. */
  recordsOf(changes: readonly Change[], userIdentity?: UserIdentity): StreamRecord[] {
    let sequence = BigInt(this.latestSequenceNumber());
    const epochSeconds = Math.floor(this.#context.clock.millis() / 1000);
    const records = changes.filter(isChange).flatMap((change) => {
      const table = this.#tables.find(change.table)?.description;
      if (!table?.StreamSpecification || !table.LatestStreamArn) return [];
      sequence++;
      return streamRecord(change, {
        streamArn: table.LatestStreamArn,
        view: table.StreamSpecification.StreamViewType,
        region: this.#context.region,
        keyNames: table.KeySchema.map(({ AttributeName }) => AttributeName),
        sequenceNumber: String(sequence),
        epochSeconds,
        userIdentity,
      });
    });
    if (records.length > 0) this.#counters.set("sequence", String(sequence));
    return records;
  }

  append(records: readonly StreamRecord[]): void {
    for (const record of records) {
      this.#records.set(recordKey(record.eventSourceARN, record.dynamodb.SequenceNumber), record);
    }
  }

  /**
   * Records in order, from after a sequence number, or from the oldest that is kept.
   * @throws AwsError ResourceNotFoundException
   */
  read(arn: string, afterSequence: string | undefined, limit: number): StreamRecord[] {
    this.trim(arn);
    const from = recordKey(arn, String(BigInt(afterSequence ?? 0) + 1n).padStart(21, "0"));
    return this.#records
      .range({ from, to: recordKey(arn, ":"), limit })
      .map(([, record]) => record);
  }

  /** Drops the records that are too old. @returns the stream as it is then */
  trim(arn: string): StreamDocument {
    const stream = this.get(arn);
    const oldest = (this.#context.clock.millis() - retentionMillis) / 1000;
    let trimmedThrough = stream.trimmedThrough;
    for (;;) {
      const [entry] = this.#records.withPrefix(recordKey(arn, ""), 1);
      if (!entry || entry[1].dynamodb.ApproximateCreationDateTime >= oldest) break;
      this.#records.delete(entry[0]);
      trimmedThrough = entry[1].dynamodb.SequenceNumber;
    }
    if (trimmedThrough === undefined || trimmedThrough === stream.trimmedThrough) return stream;
    const trimmed = { ...stream, trimmedThrough };
    this.#streams.set(arn, trimmed);
    return trimmed;
  }

  /** Drops what nobody can read any more. */
  forgetExpired(): void {
    for (const [arn, stream] of this.#streams.range()) {
      if (!this.#isOver(stream)) {
        this.trim(arn);
        continue;
      }
      for (const [key] of this.#records.withPrefix(recordKey(arn, ""))) this.#records.delete(key);
      this.#streams.delete(arn);
    }
  }

  /** @returns stops listening */
  onRecord(listener: (streamArn: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(records: readonly StreamRecord[]): void {
    for (const arn of new Set(records.map(({ eventSourceARN }) => eventSourceARN))) {
      for (const listener of this.#listeners) listener(arn);
    }
  }

  #isOver({ closed }: StreamDocument): boolean {
    return closed !== undefined && this.#context.clock.millis() - closed.at >= retentionMillis;
  }
}

function recordKey(streamArn: string, sequenceNumber: string): string {
  return `${streamArn}|${sequenceNumber}`;
}

/** AWS's: the time, to the millisecond, without a zone. */
function streamLabel(createdAt: number): string {
  return new Date(createdAt).toISOString().slice(0, -1);
}

function streamArn({ TableArn }: TableDescription, createdAt: number): string {
  return `${TableArn}/stream/${streamLabel(createdAt)}`;
}
