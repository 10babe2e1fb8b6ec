/** The movements of an annual leave from its submission to its end. None is posted here: `post` refuses what would go below zero. */
import { heldBy } from "./leave-balance.ts";
import type { Held, LeaveAccount } from "./leave-ledger.ts";
import type { LotKey, Movement, MovementKind } from "./leave-movement.ts";
import type { Part } from "./plan-annual-leave.ts";

/** What they are for. */
export interface Act {
  readonly leave: string;
  /** Its own for each act on a request: a revision is another one. */
  readonly cause: string;
  readonly on: string;
}

/** At the submission, so that requests side by side never take more together than there is. */
export function reserve(parts: readonly Part[], act: Act): readonly Movement[] {
  return parts.map((part) => made("reserve", part, part.days, act));
}

/** Refused, withdrawn or expired. */
export function release(account: LeaveAccount, act: Act): readonly Movement[] {
  return ofReserved(account, "release", act);
}

/** Put off by the PYBMC: let go, and usable whole in the next year. */
export function postpone(account: LeaveAccount, act: Act): readonly Movement[] {
  return ofReserved(account, "postpone", act);
}

/** Approved, also when the leave has begun or ended meanwhile. */
export function take(account: LeaveAccount, act: Act): readonly Movement[] {
  return ofReserved(account, "take", act);
}

/** Given up before any of it was spent. */
export function cancel(account: LeaveAccount, act: Act): readonly Movement[] {
  return heldBy(account, act.leave)
    .filter(({ taken }) => taken > 0)
    .map((held) => made("cancel", held, held.taken, act));
}

/** Other days for the same request, while it is on its way: what it held is let go for what it asks now (a perubahan, a revision). */
export function rebook(
  account: LeaveAccount,
  parts: readonly Part[],
  act: Act,
): readonly Movement[] {
  return [...release(account, act), ...reserve(parts, act)];
}

/**
 * Days of an approved leave that come back to their years: what was not spent of it when its person was called back, or days that are holidays
 * after all. What was taken last comes back first.
 */
export function giveBack(
  account: LeaveAccount,
  days: ReadonlyMap<number, number>,
  kind: "recall" | "recount",
  act: Act,
): readonly Movement[] {
  const held = heldBy(account, act.leave).toReversed();
  return [...days].flatMap(([year, back]) => {
    let left = back;
    return held
      .filter((each) => each.year === year)
      .flatMap((each) => {
        const returned = Math.min(left, each.taken);
        left -= returned;
        return returned > 0 ? [made(kind, each, returned, act)] : [];
      });
  });
}

function ofReserved(account: LeaveAccount, kind: MovementKind, act: Act): readonly Movement[] {
  return heldBy(account, act.leave)
    .filter(({ reserved }: Held) => reserved > 0)
    .map((held) => made(kind, held, held.reserved, act));
}

function made(kind: MovementKind, key: LotKey, days: number, act: Act): Movement {
  const { year, source, joint } = key;
  return { kind, year, source, ...(joint && { joint }), days, ...act };
}
