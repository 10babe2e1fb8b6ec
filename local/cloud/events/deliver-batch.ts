/**
 * How Lambda delivers a batch of stream records to a function: in order, and again until it succeeds or is given up.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */

export interface RetryPolicy {
  /** Retries after the first attempt; -1 for no limit. */
  readonly maximumRetryAttempts: number;
  readonly bisectsOnError: boolean;
}

export type GiveUpReason = "RetryAttemptsExhausted" | "RecordAgeExceeded";

export interface Delivery<T> {
  readonly policy: RetryPolicy;
  /** @returns how many records from the front were taken; throws when the function fails as a whole */
  invoke(records: readonly T[]): Promise<number>;
  isTooOld(record: T): boolean;
  /** All up to and including this record are done with. */
  checkpoint(last: T): void;
  /** Sends them to the failure destination. */
  giveUp(records: readonly T[], reason: GiveUpReason, attempts: number): void;
  /** Waits before the next attempt at the same records. */
  pause(attempts: number): Promise<void>;
  /** Whether the cloud stops: there are no more attempts, and unfinished records wait for the next start. */
  isStopped(): boolean;
}

export async function deliverBatch<T>(
  batch: readonly T[],
  delivery: Delivery<T>,
  formerAttempts = 0,
): Promise<void> {
  const { policy } = delivery;
  let attempts = formerAttempts;
  let records = giveUpOld(batch, delivery, attempts);
  while (records.length > 0 && !delivery.isStopped()) {
    const taken = await takenOf(records, delivery);
    if (taken === undefined) return;
    records = records.slice(taken);
    // Progress, or splitting a batch, does not use up an attempt.
    if (taken > 0) continue;
    if (policy.bisectsOnError && records.length > 1) {
      const half = Math.ceil(records.length / 2);
      await deliverBatch(records.slice(0, half), delivery, attempts);
      await deliverBatch(records.slice(half), delivery, attempts);
      return;
    }
    attempts++;
    if (isExhausted(attempts, policy)) {
      giveUp(records, "RetryAttemptsExhausted", delivery, attempts);
      return;
    }
    await delivery.pause(attempts);
    records = giveUpOld(records, delivery, attempts);
  }
}

function isExhausted(attempts: number, { maximumRetryAttempts }: RetryPolicy): boolean {
  return maximumRetryAttempts >= 0 && attempts > maximumRetryAttempts;
}

/** @returns how many succeeded; undefined when the cloud stopped in the meantime, because then nothing is known */
async function takenOf<T>(
  records: readonly T[],
  delivery: Delivery<T>,
): Promise<number | undefined> {
  try {
    const taken = await delivery.invoke(records);
    const last = records[taken - 1];
    if (last !== undefined) delivery.checkpoint(last);
    return taken;
  } catch {
    // The function's log and the failure destination tell of it.
    return delivery.isStopped() ? undefined : 0;
  }
}

function giveUpOld<T>(
  records: readonly T[],
  delivery: Delivery<T>,
  attempts: number,
): readonly T[] {
  const young = records.findIndex((record) => !delivery.isTooOld(record));
  const old = young < 0 ? records : records.slice(0, young);
  giveUp(old, "RecordAgeExceeded", delivery, attempts);
  return records.slice(old.length);
}

function giveUp<T>(
  records: readonly T[],
  reason: GiveUpReason,
  delivery: Delivery<T>,
  attempts: number,
): void {
  const last = records.at(-1);
  if (last === undefined) return;
  delivery.giveUp(records, reason, attempts);
  delivery.checkpoint(last);
}
