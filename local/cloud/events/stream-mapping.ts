import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { StreamRecord } from "../dynamodb/stream-record.ts";
import type { CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";
import type { LambdaFunction } from "../lambda/lambda-function.ts";
import { failedItems } from "./batch-failures.ts";
import {
  type Delivery,
  deliverBatch,
  type GiveUpReason,
  type RetryPolicy,
} from "./deliver-batch.ts";
import type { Matches } from "./event-pattern.ts";
import { failureDocument } from "./failure-document.ts";
import { deliver, type Faults } from "./faults.ts";
import { invokeWhenRoom } from "./invoke-when-room.ts";
import { WakeUp } from "./wake-up.ts";

export interface StreamMappingOptions {
  /** Checkpoints are kept under it: the same after a restart. */
  readonly id: string;
  readonly streamArn: string;
  readonly startsAtLatest: boolean;
  readonly batchSize: number;
  readonly batchingWindowSeconds: number;
  /** Records of one item stay in order; others may overtake them in another lane. */
  readonly parallelizationFactor: number;
  /** Undefined when all records are wanted. */
  readonly filter: Matches | undefined;
  readonly policy: RetryPolicy;
  /** Undefined for no limit. */
  readonly maximumRecordAgeSeconds: number | undefined;
  readonly reportsItemFailures: boolean;
  /** ARN of the queue for what is given up. */
  readonly failureDestination: string | undefined;
}

/** The services of the cloud that it works with. */
interface StreamMappingDependencies {
  readonly context: Pick<CloudContext, "clock" | "store">;
  readonly target: LambdaFunction;
  readonly faults?: Faults | undefined;
  read(streamArn: string, after: string | undefined, limit: number): readonly StreamRecord[];
  onRecord(listener: (streamArn: string) => void): () => void;
  /** Sends a document to the failure destination on behalf of the function. */
  sendFailure(queueArn: string, document: string): void;
}

/** How many records a lane reads at a time to find its own; records of other lanes and filtered ones lie between them. */
const readLimit = 1000;
const firstPauseMillis = 50;
const longestPauseMillis = 1000;

/** Reads a table's stream and sends it to a function, beginning where an earlier run ended. */
export class StreamMapping {
  readonly #options: StreamMappingOptions;
  readonly #dependencies: StreamMappingDependencies;
  readonly #checkpoints: Shelf<string>;
  readonly #lanes: WakeUp[];
  readonly #busy = new Set<number>();
  readonly #done: Promise<unknown>;
  readonly #stopListening: () => void;
  #isStopped = false;

  constructor(options: StreamMappingOptions, dependencies: StreamMappingDependencies) {
    this.#options = options;
    this.#dependencies = dependencies;
    this.#checkpoints = dependencies.context.store.shelf("lambda-checkpoints");
    this.#lanes = Array.from({ length: options.parallelizationFactor }, () => new WakeUp());
    this.#chooseStart();
    this.#stopListening = dependencies.onRecord((arn) => {
      if (arn === options.streamArn) for (const lane of this.#lanes) lane.call();
    });
    this.#done = Promise.all(this.#lanes.map((wakeUp, lane) => this.#run(lane, wakeUp)));
  }

  /** Whether records wait or are worked on. */
  get isPending(): boolean {
    return this.#busy.size > 0 || this.#lanes.some((_, lane) => this.#next(lane) !== undefined);
  }

  async close(): Promise<void> {
    this.#isStopped = true;
    this.#stopListening();
    for (const lane of this.#lanes) lane.call();
    await this.#done;
  }

  async #run(lane: number, wakeUp: WakeUp): Promise<void> {
    while (!this.#isStopped) {
      const next = this.#next(lane);
      if (!next) {
        await wakeUp.wait();
        continue;
      }
      this.#busy.add(lane);
      try {
        if (next.batch.length > 0) await this.#deliver(lane, await this.#fill(lane, next));
        else this.#checkpoint(lane, next.through);
      } catch (error) {
        // E.g. a failure destination that takes nothing: the records stay, and are tried again.
        console.error(
          `${this.#dependencies.target.definition.name}: the stream mapping failed`,
          error,
        );
        await sleep(longestPauseMillis, undefined, { ref: false });
      }
      this.#busy.delete(lane);
    }
  }

  /** A batch that is not full waits for more, as long as the batching window. */
  async #fill(lane: number, next: Next): Promise<Next> {
    const { batchingWindowSeconds, batchSize } = this.#options;
    if (batchingWindowSeconds === 0 || next.batch.length === batchSize) return next;
    await sleep(batchingWindowSeconds * 1000, undefined, { ref: false });
    return this.#next(lane) ?? next;
  }

  /** The next records for this lane that pass the filter, and the last record looked at. */
  #next(lane: number): Next | undefined {
    const { batchSize, filter } = this.#options;
    const batch: StreamRecord[] = [];
    let through: string | undefined;
    for (const record of this.#recordsAfter(this.#checkpoints.get(this.#key(lane)))) {
      through = record.dynamodb.SequenceNumber;
      if (this.#laneOf(record) === lane && (filter?.(record) ?? true)) batch.push(record);
      if (batch.length === batchSize) break;
    }
    return through === undefined ? undefined : { batch, through };
  }

  /** Reads on page by page, each as long as a batch of every lane, while the caller wants more. */
  *#recordsAfter(start: string | undefined): Generator<StreamRecord> {
    const { batchSize, parallelizationFactor, streamArn } = this.#options;
    const page = Math.min(readLimit, batchSize * parallelizationFactor);
    let after = start;
    for (let looked = 0; looked < readLimit; looked += page) {
      const records = this.#dependencies.read(streamArn, after, page);
      yield* records;
      if (records.length < page) return;
      after = records.at(-1)?.dynamodb.SequenceNumber;
    }
  }

  async #deliver(lane: number, { batch, through }: Next): Promise<void> {
    const delivery: Delivery<StreamRecord> = {
      policy: this.#options.policy,
      invoke: (records) => this.#invoke(records),
      isTooOld: (record) => this.#isTooOld(record),
      checkpoint: (last) => this.#checkpoint(lane, last.dynamodb.SequenceNumber),
      giveUp: (records, reason, attempts) => this.#giveUp(records, reason, attempts),
      pause: (attempts) =>
        sleep(Math.min(longestPauseMillis, firstPauseMillis * 2 ** (attempts - 1)), undefined, {
          ref: false,
        }),
      isStopped: () => this.#isStopped,
    };
    await deliverBatch(batch, delivery);
    // Also past the records after the batch's last that the filter left out.
    if (!this.#isStopped) this.#checkpoint(lane, through);
  }

  async #invoke(records: readonly StreamRecord[]): Promise<number> {
    const { faults, target } = this.#dependencies;
    const { streamArn } = this.#options;
    const event = { Records: records };
    const isOver = () => this.#isStopped || records.some((record) => this.#isTooOld(record));
    const answer = await deliver(faults, streamArn, event, (each) =>
      invokeWhenRoom(target, each, isOver),
    );
    if (!this.#options.reportsItemFailures) return records.length;
    const ids = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
    const failed = failedItems(answer, ids);
    const first = ids.findIndex((id) => failed.has(id));
    return first < 0 ? records.length : first;
  }

  #isTooOld({ dynamodb }: StreamRecord): boolean {
    const { maximumRecordAgeSeconds } = this.#options;
    if (maximumRecordAgeSeconds === undefined) return false;
    const age =
      this.#dependencies.context.clock.millis() / 1000 - dynamodb.ApproximateCreationDateTime;
    return age > maximumRecordAgeSeconds;
  }

  #giveUp(records: readonly StreamRecord[], reason: GiveUpReason, attempts: number): void {
    const { failureDestination, streamArn } = this.#options;
    const { target, context } = this.#dependencies;
    console.warn(
      `${target.definition.name}: gave up ${records.length} record(s) of ${streamArn.split("/")[1]} (${reason}).`,
    );
    if (!failureDestination) return;
    const document = failureDocument({
      records,
      reason,
      attempts,
      functionArn: target.definition.arn,
      streamArn,
      now: context.clock.now(),
    });
    this.#dependencies.sendFailure(failureDestination, JSON.stringify(document));
  }

  #checkpoint(lane: number, sequenceNumber: string): void {
    this.#checkpoints.set(this.#key(lane), sequenceNumber);
  }

  /** A new mapping starts where its definition says, one with another number of lanes where the last lane had got to. */
  #chooseStart(): void {
    const { id, streamArn, startsAtLatest } = this.#options;
    if (this.#checkpoints.get(this.#key(0)) !== undefined) return;
    const former = this.#checkpoints
      .withPrefix(`${id}|${streamArn}|`)
      .map(([, sequenceNumber]) => sequenceNumber);
    let start = former.sort()[0] ?? "0".padStart(21, "0");
    while (startsAtLatest && former.length === 0) {
      const last = this.#dependencies.read(streamArn, start, readLimit).at(-1);
      if (!last) break;
      start = last.dynamodb.SequenceNumber;
    }
    for (const lane of this.#lanes.keys()) this.#checkpoint(lane, start);
  }

  #key(lane: number): string {
    const { id, streamArn, parallelizationFactor } = this.#options;
    return `${id}|${streamArn}|${lane + 1} of ${parallelizationFactor}`;
  }

  #laneOf({ dynamodb }: StreamRecord): number {
    if (this.#lanes.length === 1) return 0;
    const hash = createHash("md5").update(JSON.stringify(dynamodb.Keys)).digest();
    return hash.readUInt32BE() % this.#lanes.length;
  }
}

interface Next {
  readonly batch: readonly StreamRecord[];
  /** Sequence number of the last record looked at. */
  readonly through: string;
}
