/**
 * The annual leave of one person: a ledger of movements, of which the balance is the fold; nothing is ever overwritten (services.md 1.4,
 * decision 0102). It belongs to the person: neither another appointment nor another agency begins a new one.
 */
import type { LotKey, Movement, MovementKind } from "./leave-movement.ts";

/** Days of one right on one year's account. */
export interface Lot extends LotKey {
  readonly granted: number;
  readonly brought: number;
  readonly reserved: number;
  readonly taken: number;
  readonly postponed: number;
  readonly forfeited: number;
  /** Into the next year's account. */
  readonly carried: number;
  readonly lapsed: number;
}

/** What one request holds of a lot. */
export interface Held extends LotKey {
  readonly leave: string;
  readonly reserved: number;
  readonly taken: number;
}

export interface LeaveAccount {
  readonly lots: readonly Lot[];
  /** In the order of the reservations. */
  readonly held: readonly Held[];
}

type Figures = Omit<Lot, keyof LotKey>;
type Change = Partial<Figures>;

/** What a movement does to its lot. */
const effects: Readonly<Record<MovementKind, (days: number) => Change>> = {
  grant: (days) => ({ granted: days }),
  "joint-leave": (days) => ({ granted: days }),
  correction: (days) => ({ granted: days }),
  carry: (days) => ({ brought: days }),
  lapse: (days) => ({ lapsed: days }),
  restore: (days) => ({ lapsed: -days }),
  reserve: (days) => ({ reserved: days }),
  release: (days) => ({ reserved: -days }),
  postpone: (days) => ({ reserved: -days, postponed: days }),
  take: (days) => ({ reserved: -days, taken: days }),
  cancel: (days) => ({ taken: -days }),
  recall: (days) => ({ taken: -days }),
  recount: (days) => ({ taken: -days }),
  forfeit: (days) => ({ forfeited: days }),
};

/** Days that nothing holds. */
export function freeOf(lot: Figures): number {
  const had = lot.granted + lot.brought;
  return had - lot.reserved - lot.taken - lot.forfeited - lot.carried - lot.lapsed;
}

const nothing: Figures = {
  granted: 0,
  brought: 0,
  reserved: 0,
  taken: 0,
  postponed: 0,
  forfeited: 0,
  carried: 0,
  lapsed: 0,
};

const nameOfLot = ({ year, source, joint }: LotKey) => `${year}/${source}${joint ? "+" : ""}`;
const nameOfHeld = (key: LotKey, leave: string) => `${leave}/${nameOfLot(key)}`;
/** The same for the same movement, however often it comes. */
const nameOf = (each: Movement) =>
  `${each.kind}/${each.cause}/${each.leave ?? ""}/${nameOfLot(each)}`;

const keyOf = ({ year, source, joint }: LotKey): LotKey => ({
  year,
  source,
  ...(joint && { joint }),
});

/** The fold, open for more. */
class Fold {
  readonly #seen = new Set<string>();
  readonly #lots = new Map<string, Lot>();
  readonly #held = new Map<string, Held>();

  /** @returns whether it could be posted: nothing goes below zero. One that is there already changes nothing. */
  post(each: Movement): boolean {
    if (this.#seen.has(nameOf(each))) return true;
    const lots = this.#lotsAfter(each);
    const held = this.#heldAfter(each);
    const isWhole = each.kind === "correction" || each.days > 0;
    const isSound = isWhole && lots.every(isNotBelowZero) && (!held || isNotNegative(held));
    if (!isSound) return false;
    this.#seen.add(nameOf(each));
    for (const lot of lots) this.#lots.set(nameOfLot(lot), lot);
    if (held) this.#hold(held, each.kind);
    return true;
  }

  /** A new reservation is the last one, whatever the request held before. */
  #hold(held: Held, kind: MovementKind) {
    const name = nameOfHeld(held, held.leave);
    if (kind === "reserve") this.#held.delete(name);
    this.#held.set(name, held);
  }

  account(): LeaveAccount {
    return { lots: [...this.#lots.values()], held: [...this.#held.values()] };
  }

  #lotsAfter(each: Movement): readonly Lot[] {
    const own = changed(this.#lot(each), effects[each.kind](each.days));
    if (each.kind !== "carry") return [own];
    const before = { ...keyOf(each), year: each.year - 1 };
    return [changed(this.#lot(before), { carried: each.days }), own];
  }

  #lot(key: LotKey): Lot {
    return this.#lots.get(nameOfLot(key)) ?? { ...keyOf(key), ...nothing };
  }

  #heldAfter(each: Movement): Held | undefined {
    const { leave } = each;
    if (leave === undefined) return undefined;
    const { reserved = 0, taken = 0 } = effects[each.kind](each.days);
    const before = this.#held.get(nameOfHeld(each, leave));
    return {
      ...keyOf(each),
      leave,
      reserved: (before?.reserved ?? 0) + reserved,
      taken: (before?.taken ?? 0) + taken,
    };
  }
}

function changed(lot: Lot, change: Change): Lot {
  const sum = (name: keyof Figures) => lot[name] + (change[name] ?? 0);
  return {
    ...keyOf(lot),
    granted: sum("granted"),
    brought: sum("brought"),
    reserved: sum("reserved"),
    taken: sum("taken"),
    postponed: sum("postponed"),
    forfeited: sum("forfeited"),
    carried: sum("carried"),
    lapsed: sum("lapsed"),
  };
}

const isNotNegative = ({ reserved, taken }: Pick<Figures, "reserved" | "taken">) =>
  reserved >= 0 && taken >= 0;
const isNotBelowZero = (lot: Lot) => isNotNegative(lot) && lot.lapsed >= 0 && freeOf(lot) >= 0;

/** The balance that follows from the movements. @throws when they go below zero: a ledger that was kept never does */
export function accountOf(movements: readonly Movement[]): LeaveAccount {
  const { account, refused } = fold(movements);
  if (refused) throw new Error(`The ledger goes below zero at ${nameOf(refused)}.`);
  return account;
}

export type Posted =
  | { readonly ok: true; readonly movements: readonly Movement[] }
  /** The first one that would go below zero: nothing was posted. */
  | { readonly ok: false; readonly refused: Movement };

/** Posts all of them or none; those that are there already are left out. */
export function post(movements: readonly Movement[], more: readonly Movement[]): Posted {
  const there = new Set(movements.map(nameOf));
  const fresh = more.filter((each) => !there.has(nameOf(each)) && there.add(nameOf(each)));
  const { refused } = fold([...movements, ...fresh]);
  return refused ? { ok: false, refused } : { ok: true, movements: [...movements, ...fresh] };
}

function fold(movements: readonly Movement[]) {
  const folded = new Fold();
  const refused = movements.find((each) => !folded.post(each));
  return { account: folded.account(), refused };
}
