import { Refusal } from "../api/client.ts";

/**
 * Sends a change. Where somebody else was faster, the record is read anew before that is said: what others changed and the
 * sentence about it come at once, and nothing moves under the reader afterwards.
 */
export async function orConflict<Answer>(
  change: () => Promise<Answer>,
  readAnew: () => Promise<void>,
): Promise<Answer> {
  try {
    return await change();
  } catch (error) {
    const isConflict = error instanceof Refusal && error.problem.code === "record-changed";
    // Without the newest record the refusal is still true.
    if (isConflict) await readAnew().catch(() => undefined);
    throw error;
  }
}
