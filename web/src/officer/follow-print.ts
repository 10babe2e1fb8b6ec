/** Waits for a print, and tells how far it is. */
import type { PrintAnswer } from "#shared/print/print-answers.ts";
import { wait } from "../api/backoff.ts";
import { NoAnswer } from "../api/client.ts";
import { call } from "../api/member-client.ts";

/** A small unit is drawn within seconds; a large one takes a minute, and asking more often draws it no sooner. */
const firstLooks = 10;
/** A quarter of an hour, so that a page left alone does not keep its session alive all day. */
const looks = 300;

/** What this needs of the network; the page gives the real ones. */
interface Network {
  readonly readPrint: (printId: string) => Promise<PrintAnswer>;
  readonly wait: (ms: number) => Promise<void>;
}

const browser: Network = {
  readPrint: (printId) => call("GET /api/officer/prints/{printId}", { params: { printId } }),
  wait,
};

/**
 * Asks until the print is ready or has failed, or nobody waits any more.
 * @throws Refusal, NoAnswer when the link stays down or it takes too long: following may begin again
 */
export async function followPrint(
  printId: string,
  onProgress: (print: PrintAnswer) => void,
  waiting: AbortSignal,
  network: Network = browser,
): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const print = await network.readPrint(printId);
    if (waiting.aborted) return;
    onProgress(print);
    if (isDone(print)) return;
    await network.wait(look < firstLooks ? 1000 : 3000);
    if (waiting.aborted) return;
  }
  throw new NoAnswer("the print takes too long");
}

export function isDone({ state }: PrintAnswer): boolean {
  return state === "ready" || state === "failed";
}
