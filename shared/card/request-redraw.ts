import type { Employee } from "#shared/employee/employee.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { TooManyAttempts } from "#shared/runtime/errors.ts";
import type { Looks } from "./design/look.ts";
import type { Drawing } from "./drawn-card.ts";
import type { Redraws } from "./redraws.ts";

export interface RequestRedraw {
  readonly redrawQueue: Pick<Redraws, "send">;
  readonly limits: Pick<RateLimits, "count">;
  /** The looks that cards are drawn in now. */
  readonly looks: Looks;
  readonly clock: Clock;
}

/** At most one request in five minutes for each card. A lost request is made again when the card is next viewed. */
const oncePerBurst: Limit = { name: "redraw", max: 1, windowSeconds: 300 };

/**
 * Asks for a card in today's look when somebody views its drawing in an older one.
 * @returns whether it was asked for; false when it need not be, or was lately
 */
export async function requestRedraw(
  { redrawQueue, limits, looks, clock }: RequestRedraw,
  { employeeId, templateVersion: shown }: Drawing,
  { instansiId }: Pick<Employee, "instansiId">,
): Promise<boolean> {
  const { version } = await looks.of(instansiId);
  if (shown === version) return false;
  try {
    await limits.count(oncePerBurst, `${employeeId} ${version}`, clock.now());
  } catch (error) {
    if (error instanceof TooManyAttempts) return false;
    throw error;
  }
  await redrawQueue.send(employeeId);
  return true;
}
