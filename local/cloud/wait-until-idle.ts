import { setTimeout as sleep } from "node:timers/promises";
import type { CloudServices } from "./assembly/deployer.ts";

export interface WaitLimits {
  readonly timeoutSeconds?: number;
  readonly signal?: AbortSignal;
}

/** Milliseconds. */
const lookAgain = 5;

/**
 * Waits until nothing is in flight and nothing is due. What waits for a later moment of the cloud's clock (a
 * retry, a visibility timeout) is not due: move the clock and wait again.
 * @param signal ends the waiting earlier
 * @throws Error saying what is still pending
 */
export async function waitUntilIdle(
  cloud: CloudServices,
  { timeoutSeconds = 120, signal }: WaitLimits = {},
): Promise<void> {
  const end = performance.now() + timeoutSeconds * 1000;
  const bucketEvents = cloud.context.store.shelf("s3-outbox");
  let quietLooks = 0;
  await cloud.scheduler.tick();
  // It needs two quiet looks, because an event may be between two services at the moment of one.
  while (quietLooks < 2 && !signal?.aborted) {
    const pending = pendingIn(cloud, bucketEvents.size);
    quietLooks = pending.length === 0 ? quietLooks + 1 : 0;
    if (performance.now() > end) {
      throw new Error(`After ${timeoutSeconds} s there is still ${pending.join(", ")}.`);
    }
    await sleep(lookAgain);
  }
}

function pendingIn(
  { functions, eventSources, asyncInvocations }: CloudServices,
  bucketEvents: number,
): string[] {
  return [
    ...functions.busy().map((name) => `work in ${name}`),
    ...(eventSources.isPending ? ["a record or message to be taken"] : []),
    ...(asyncInvocations.isPending ? ["an asynchronous event"] : []),
    ...(bucketEvents > 0 ? ["an event of a bucket"] : []),
  ];
}
