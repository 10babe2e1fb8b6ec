/** A part of a bench in a process of its own, whose memory is nobody else's. */
import { fork } from "node:child_process";
import { once } from "node:events";

/**
 * @param script runs one piece of work by its name, and sends what it measured. @param looksAtMemory collects garbage again and again, which
 * takes time
 * @throws Error when the process ends before its work
 */
export async function inOwnProcess<Measured>(
  script: string,
  { work, places, looksAtMemory }: OwnWork,
): Promise<Measured> {
  const execArgv = looksAtMemory ? ["--expose-gc"] : [];
  const child = fork(script, [work, JSON.stringify(places)], { execArgv });
  const stopped = once(child, "exit").then(([code]) => {
    throw new Error(`The process that was to ${work} has stopped (${code}).`);
  });
  const [measured] = await Promise.race([once(child, "message"), stopped]);
  // Somebody waits for minutes.
  console.warn(`${work}: ${JSON.stringify(measured)}`);
  return measured;
}

interface OwnWork {
  readonly work: string;
  readonly places: object;
  readonly looksAtMemory: boolean;
}

/** Mebibytes that are alive: the heap after a collection, and what lies outside of it; 0 where garbage cannot be collected on demand. */
export function liveMebibytes(): number {
  if (!globalThis.gc) return 0;
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}
