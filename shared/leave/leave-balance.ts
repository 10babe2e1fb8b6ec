/** What the fold of a ledger says: of a year, and of a request. */
import { freeOf, type Held, type LeaveAccount, type Lot } from "./leave-ledger.ts";
import type { LotKey } from "./leave-movement.ts";

export function lotsIn({ lots }: LeaveAccount, year: number): readonly Lot[] {
  return lots.filter((lot) => lot.year === year);
}

export function lotAt({ lots }: LeaveAccount, { year, source, joint }: LotKey): Lot | undefined {
  return lots.find((lot) => lot.year === year && lot.source === source && lot.joint === joint);
}

/** Days that can still be asked for in a year. */
export function freeIn(account: LeaveAccount, year: number): number {
  return lotsIn(account, year).reduce((sum, lot) => sum + freeOf(lot), 0);
}

/** Section V of the form, «catatan cuti»: what is left of the right of the year and of the two before, the oldest first. */
export function leaveNotes(account: LeaveAccount, year: number) {
  return [year - 2, year - 1, year].map((source) => {
    const lots = lotsIn(account, year).filter((lot) => lot.source === source);
    return {
      source,
      left: lots.reduce((sum, lot) => sum + freeOf(lot), 0),
      reserved: lots.reduce((sum, lot) => sum + lot.reserved, 0),
      taken: lots.reduce((sum, lot) => sum + lot.taken, 0),
      /** Part of what is left, usable in this year only. */
      joint: lots.reduce((sum, lot) => sum + (lot.joint ? freeOf(lot) : 0), 0),
    };
  });
}

/** What a request holds, in the order in which it was reserved. */
export function heldBy({ held }: LeaveAccount, leave: string): readonly Held[] {
  return held.filter((each) => each.leave === leave);
}

/** How many days of a year a request holds, on its way or given. */
export function heldIn(account: LeaveAccount, leave: string, year: number) {
  const held = heldBy(account, leave).filter((each) => each.year === year);
  return {
    reserved: held.reduce((sum, each) => sum + each.reserved, 0),
    taken: held.reduce((sum, each) => sum + each.taken, 0),
  };
}
