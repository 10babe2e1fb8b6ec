/** The fold of a register's lines, open for more (see training-register.ts). */
import type { Limits, OutReason, Place, Register, RegisterLine } from "./register-line.ts";

const hourMs = 3_600_000;
const never = Number.POSITIVE_INFINITY;
const iso = (ms: number) => new Date(ms).toISOString();
const isHeld = ({ state }: Place) => state === "seated" || state === "offered";
type OwnLine = Exclude<RegisterLine, { act: "limits" | "call-off" }>;

export class RegisterFold {
  #limits: Limits | undefined;
  readonly #places: Place[] = [];
  /** Where the current place of each person stands, in the order of joining. */
  readonly #current = new Map<string, number>();
  /** Seats that are held: all, and of each unit. */
  #held = 0;
  readonly #heldOf = new Map<string, number>();
  /** Clocks of functions differ a little: the order of the lines counts, and time never goes back. */
  #now = 0;
  /** Before it nothing ends by itself. */
  #nextDue = never;

  register(): Register {
    return { limits: this.#limits, places: [...this.#places] };
  }

  /** What one act does; one that does not apply, or comes twice, changes nothing. */
  post(line: RegisterLine): void {
    this.pass(Date.parse(line.at));
    if (line.act === "limits") {
      const { act: _, at: __, ...limits } = line;
      this.#limits = limits;
      this.#nextDue = this.#now;
    } else if (line.act === "call-off") this.#callOff(line.reason);
    else if (line.act === "join") this.#join(line);
    else this.#act(line);
    this.#offerFree();
  }

  /** Ends what has an end until an instant, each at its own, and hands on the seats. */
  pass(to: number): void {
    const until = Math.max(to, this.#now);
    while (this.#nextDue <= until) {
      this.#now = Math.max(this.#now, this.#nextDue);
      this.#endDue();
      this.#offerFree();
      this.#nextDue = this.#firstDue();
    }
    this.#now = until;
  }

  #act(line: Exclude<OwnLine, { act: "join" }>): void {
    const place = this.#placeOf(line.person);
    if (!place || this.#hasStarted()) return;
    const { act, reason } = line;
    if (act === "consent") this.#set({ ...place, consented: true });
    if (act === "refuse" && !place.consented) this.#leave(place, "refused", reason);
    if (act === "cancel") this.#leave(place, "cancelled", reason);
    if (place.state !== "offered") return;
    if (act === "accept") this.#seat(place);
    if (act === "decline") this.#leave(place, "declined", reason);
  }

  #join({ person, unit }: Extract<RegisterLine, { act: "join" }>): void {
    const limits = this.#limits;
    if (!limits || this.#now >= Date.parse(limits.closesAt)) return;
    if (this.#hasStarted() || this.#placeOf(person)) return;
    const consentBy = this.#now + limits.consentHours * hourMs;
    // Who waits did not fit, or was offered the seat: nobody is overtaken who may have it.
    const state = this.#fits(unit) ? "seated" : "waiting";
    const told = { joinedAt: iso(this.#now), consented: false, consentUntil: iso(consentBy) };
    this.#current.set(person, this.#places.length);
    this.#set({ person, unit, state, ...told });
    this.#nextDue = Math.min(this.#nextDue, consentBy, Date.parse(limits.startsAt));
  }

  #seat({ offeredUntil: _, ...place }: Place): void {
    this.#set({ ...place, state: "seated" });
  }

  #leave({ offeredUntil: _, ...place }: Place, why: OutReason, reason?: string): void {
    const late = this.#limits && this.#now >= Date.parse(this.#limits.closesAt);
    this.#set({
      ...{ ...place, state: "out", why, outAt: iso(this.#now) },
      ...(late && { late }),
      ...(reason !== undefined && { reason }),
    });
    this.#current.delete(place.person);
  }

  #set(place: Place): void {
    const at = this.#current.get(place.person);
    if (at === undefined) return;
    const before = this.#places[at];
    const more = Number(isHeld(place)) - Number(before !== undefined && isHeld(before));
    this.#held += more;
    this.#heldOf.set(place.unit, (this.#heldOf.get(place.unit) ?? 0) + more);
    this.#places[at] = place;
  }

  #placeOf(person: string): Place | undefined {
    const at = this.#current.get(person);
    return at === undefined ? undefined : this.#places[at];
  }

  #inside(): Place[] {
    return [...this.#current.values()].flatMap((at) => this.#places[at] ?? []);
  }

  #hasStarted(): boolean {
    return this.#limits !== undefined && this.#now >= Date.parse(this.#limits.startsAt);
  }

  #isFull(): boolean {
    return this.#held >= (this.#limits?.quota ?? 0);
  }

  #fits(unit: string): boolean {
    const own = this.#limits?.unitQuotas.find((each) => each.unit === unit);
    return !this.#isFull() && (!own || (this.#heldOf.get(unit) ?? 0) < own.seats);
  }

  /** Offers what is free to those who wait, in their order; whose unit is full lets the next one pass. */
  #offerFree(): void {
    if (!this.#limits || this.#isFull() || this.#hasStarted()) return;
    const { offerHours, startsAt } = this.#limits;
    const until = Math.min(this.#now + offerHours * hourMs, Date.parse(startsAt));
    for (const place of this.#inside()) {
      if (place.state !== "waiting" || !this.#fits(place.unit)) continue;
      this.#set({ ...place, state: "offered", offeredUntil: iso(until) });
      this.#nextDue = Math.min(this.#nextDue, until);
    }
  }

  #endDue(): void {
    const isOver = (until: string | undefined) =>
      until !== undefined && Date.parse(until) <= this.#now;
    for (const place of this.#inside()) {
      const { state, consented, consentUntil, offeredUntil } = place;
      if (this.#hasStarted() && (state !== "seated" || !consented)) this.#leave(place, "started");
      else if (isOver(offeredUntil)) this.#leave(place, "offer-lapsed");
      else if (!consented && isOver(consentUntil)) this.#leave(place, "consent-lapsed");
    }
  }

  /** A training that is not held has no seats, and nobody joins it. */
  #callOff(reason: string): void {
    if (!this.#limits) return;
    this.#limits = { ...this.#limits, quota: 0, closesAt: iso(this.#now) };
    for (const place of this.#inside()) this.#leave(place, "called-off", reason);
  }

  /** The next instant at which something ends by itself. */
  #firstDue(): number {
    const starts = this.#limits ? Date.parse(this.#limits.startsAt) : never;
    const ends = this.#inside().flatMap(({ state, consented, consentUntil, offeredUntil }) => [
      ...(offeredUntil === undefined ? [] : [Date.parse(offeredUntil)]),
      ...(consented ? [] : [Date.parse(consentUntil)]),
      ...(state === "seated" && consented ? [] : [starts]),
    ]);
    return ends.reduce((first, each) => Math.min(first, each), never);
  }
}
