import { Refusal } from "../api/client.ts";

/**
 * Sends a change. If somebody else was faster, the record is read again before the page says so: the sentence and the others'
 * changes appear together, and nothing moves afterwards.
 */
export async function orConflict<Answer>(
  change: () => Promise<Answer>,
  readAnew: () => Promise<void>,
): Promise<Answer> {
  try {
    return await change();
  } catch (error) {
    const isConflict = error instanceof Refusal && error.problem.code === "record-changed";
    // The refusal is right also without the newest record.
    if (isConflict) await readAnew().catch(() => undefined);
    throw error;
  }
}
