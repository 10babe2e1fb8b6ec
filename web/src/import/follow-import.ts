/** Waits for an import, and tells how far it is. */
import { wait } from "../api/backoff.ts";
import { NoAnswer } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import type { ImportAnswer } from "./answers.ts";

/** Ten minutes and more, so that a page left alone does not keep its session alive all day. */
const looks = 300;

/** What this needs of the network; the page gives the real ones. */
interface Network {
  readonly read: (id: string) => Promise<ImportAnswer>;
  readonly wait: (ms: number) => Promise<void>;
}

const browser: Network = {
  read: (id) => call("GET /api/officer/imports/{id}", { params: { id } }),
  wait,
};

/**
 * Asks until nothing more happens to the import by itself, or nobody waits any more.
 * @throws Refusal, NoAnswer when the link stays down or it takes too long: following may begin again
 */
export async function followImport(
  id: string,
  onProgress: (found: ImportAnswer) => void,
  waiting: AbortSignal,
  network: Network = browser,
): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const found = await network.read(id);
    if (waiting.aborted) return;
    onProgress(found);
    if (!isMoving(found)) return;
    await network.wait(pauseMs(found, look));
    if (waiting.aborted) return;
  }
  throw new NoAnswer("the import takes too long");
}

/** Whether the next thing comes without the reader: the file, its judgement, a second person's decision, the people. */
function isMoving({ state }: ImportAnswer): boolean {
  return ["uploading", "judging", "waiting", "applying"].includes(state);
}

const firstLooks = 15;

/** A file is judged within seconds; a person decides within minutes. */
function pauseMs({ state }: ImportAnswer, look: number): number {
  if (state === "waiting") return 5000;
  return look < firstLooks ? 1000 : 3000;
}
