/**
 * Who comes to a training, and who waits: a register is the list of what people did, in the order in which it was written, and who has a seat is
 * the fold of it (decision 0112). Nothing else says who is in, so that parallel registrations cannot disagree: whatever the order, the fold
 * gives no seat twice. Offers and places end by themselves at their instants. Pure.
 */
import { RegisterFold } from "./register-fold.ts";
import type { Place, Register, RegisterLine } from "./register-line.ts";

/** How the register stands at an instant. */
export function registerAt(lines: readonly RegisterLine[], now: Date): Register {
  const fold = new RegisterFold();
  for (const line of lines) fold.post(line);
  fold.pass(now.getTime());
  return fold.register();
}

/** Somebody's place; undefined of who never joined. Of several the newest one counts. */
export function placeOf({ places }: Register, person: string): Place | undefined {
  return places.findLast((each) => each.person === person);
}

/** Who holds a seat: also while it is only offered, or its consent is waited for. */
export function holdsSeat({ state }: Pick<Place, "state">): boolean {
  return state === "seated" || state === "offered";
}

/** Those who wait, in the order of the list. */
export function waitingIn({ places }: Register): readonly Place[] {
  return places.filter(({ state }) => state === "waiting");
}

/** From 1; undefined of who does not wait. */
export function numberInList(register: Register, person: string): number | undefined {
  const at = waitingIn(register).findIndex((each) => each.person === person);
  return at < 0 ? undefined : at + 1;
}

/** Seats that nobody holds: of all, or of those that a unit may still have. */
export function freeSeats({ limits, places }: Register, unit?: string): number {
  if (!limits) return 0;
  const held = places.filter(holdsSeat);
  const all = limits.quota - held.length;
  const own = limits.unitQuotas.find((each) => each.unit === unit);
  const ofUnit = own ? own.seats - held.filter((each) => each.unit === unit).length : all;
  return Math.max(0, Math.min(all, ofUnit));
}
