import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { lineOf } from "./decide-request.ts";
import { asOf } from "./move-request.ts";
import type { Request } from "./request.ts";
import { moveTo, type Requests } from "./requests.ts";

export interface PassDeadlines {
  readonly requests: Pick<Requests, "due" | "save">;
  readonly clock: Clock;
}

/** More than a campaign's end brings; what is left is next in five minutes. */
const mostPerRun = 500;

/**
 * Writes down which deadlines have passed: what waited for an answer has expired, of which its person hears, and what waited for an officer is
 * open to all of the agency. Whoever acts at the same moment is first or second, never both.
 * @returns how many were moved
 */
export async function passDeadlines({ requests, clock }: PassDeadlines): Promise<number> {
  let passed = 0;
  const now = clock.now();
  for (const before of await requests.due(now, mostPerRun)) {
    if (await pass(requests, before, now)) passed++;
  }
  return passed;
}

async function pass(
  requests: PassDeadlines["requests"],
  before: Request,
  now: Date,
): Promise<boolean> {
  const after = asOf(before, now);
  const lines = after.state === "expired" ? [lineOf(after, "own-request-expired")] : [];
  try {
    await requests.save(moveTo(before, after, { lines }));
    return true;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Somebody was faster: it is another request by now.
    logger.info("request.deadline-overtaken", { requestId: before.id });
    return false;
  }
}
