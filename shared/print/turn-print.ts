import type { Officer } from "#shared/access/scope.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { findPrint } from "./find-print.ts";
import type { PrintId } from "./print-id.ts";
import type { Prints, PrintsToDraw } from "./prints.ts";
import { perOfficer } from "./request-print.ts";

interface StopPrint {
  readonly prints: Pick<Prints, "find" | "turn">;
  readonly clock: Clock;
}

export interface ResumePrint extends StopPrint {
  readonly printQueue: Pick<PrintsToDraw, "send">;
  readonly limits: Pick<RateLimits, "count">;
}

/**
 * Ends a print within the part that is being drawn. The files of the parts before stay; one that is ready stays ready.
 * @throws NotFound like `findPrint`
 */
export async function stopPrint(
  { prints, clock }: StopPrint,
  id: PrintId,
  by: Officer,
): Promise<void> {
  await findPrint({ prints, clock }, id, by);
  await prints.turn(id, "stopped", clock.now());
}

/**
 * Draws what is left of a print that was stopped, or failed. Counts like asking for one, because a part may be drawn anew.
 * @throws NotFound like `findPrint`; TooManyAttempts
 */
export async function resumePrint(
  { prints, printQueue, limits, clock }: ResumePrint,
  id: PrintId,
  by: Officer,
): Promise<void> {
  await limits.count(perOfficer, by.employeeId, clock.now());
  await findPrint({ prints, clock }, id, by);
  await prints.turn(id, "waiting", clock.now());
  await printQueue.send(id);
}
