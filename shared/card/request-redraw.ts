import { dayOf, type Employee } from "#shared/employee/employee.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { TooManyAttempts } from "#shared/runtime/errors.ts";
import type { Looks } from "./design/look.ts";
import type { Redraws } from "./redraws.ts";
import type { ShownCard } from "./show-card.ts";
import { isToBeSigned } from "./sign-card.ts";

export interface RequestRedraw {
  readonly redrawQueue: Pick<Redraws, "send">;
  readonly limits: Pick<RateLimits, "count">;
  /** The looks that cards are drawn in now. */
  readonly looks: Looks;
  /** Whether cards are signed. */
  readonly signsCards: boolean;
  readonly clock: Clock;
}

/** At most one request in five minutes for each card. A lost request is made again when the card is next viewed. */
const oncePerBurst: Limit = { name: "redraw", max: 1, windowSeconds: 300 };

/**
 * Asks for a card in today's look, and signed, when somebody views another drawing of it.
 * @returns whether it was asked for; false when it need not be, or was lately
 */
export async function requestRedraw(
  { redrawQueue, limits, looks, signsCards, clock }: RequestRedraw,
  { drawing, signedUntil, asOf }: Pick<ShownCard, "drawing" | "signedUntil" | "asOf">,
  employee: Employee,
): Promise<boolean> {
  if (!drawing) return false;
  const { version } = await looks.of(employee.instansiId);
  const lacksSignature = () => isToBeSigned(employee, signedUntil, dayOf(employee, asOf));
  if (drawing.templateVersion === version && !(signsCards && lacksSignature())) return false;
  try {
    await limits.count(oncePerBurst, `${employee.id} ${version}`, clock.now());
  } catch (error) {
    if (error instanceof TooManyAttempts) return false;
    throw error;
  }
  await redrawQueue.send(employee.id);
  return true;
}
