/** What the early script (early.ts) has asked for. */
import type { Face } from "#shared/card/card-content.ts";

export interface EarlyFace {
  readonly face: Face;
  /** Its ETag: in quotes, as the card's answer calls it. */
  readonly version: string;
  /** For an `img`: the bytes are here already. */
  readonly address: string;
}

export interface EarlyCard {
  /** The answer of GET /api/me/card. */
  readonly answer: Promise<Response>;
  /** Undefined when there is none to show, or it did not arrive. */
  readonly face: Promise<EarlyFace | undefined>;
}

declare global {
  var earlyCard: EarlyCard | undefined;
}

/**
 * It can be taken once. After a change of page inside the application there is none, and the page sends its own request; an early
 * script that comes later still sees that somebody was here.
 */
export function takeEarlyCard(): EarlyCard | undefined {
  const { earlyCard } = globalThis;
  globalThis.earlyCard = undefined;
  return earlyCard;
}
