import type { WorkAnswer, WorkChallenge } from "#shared/captcha/captcha.ts";
import { NoAnswer } from "../api/client.ts";

/**
 * Does the work with a module that is loaded only now, because most visitors never need it.
 * @param onProgress share of the numbers tried, 0 to 1
 * @throws NoAnswer when the module does not arrive, or the challenge has no solution: ask for another
 */
export async function doWork(
  work: WorkChallenge,
  onProgress: (share: number) => void,
): Promise<WorkAnswer> {
  try {
    const { solve } = await import("./proof-of-work.ts");
    const answer = await solve(work, onProgress);
    if (answer) return answer;
  } catch (error) {
    throw new NoAnswer("no work", { cause: error });
  }
  throw new NoAnswer("no solution");
}
