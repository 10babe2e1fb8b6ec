import type { Employee } from "#shared/employee/employee.ts";
import type { Request, RequestAct } from "#shared/request/request.ts";
import type { FakeClock } from "../../support/fake-clock.ts";
import { freezesInMemory } from "../../support/freezes.ts";

const dayMs = 86_400_000;
const heldActs: readonly (RequestAct | undefined)[] = ["agreed", "approved", "clarification-asked"];

/** An account that is frozen and opened again, and what must hold of requests because of that. */
export class WatchedAccount {
  readonly freezes;
  readonly #person: Employee;
  readonly #clock: FakeClock;
  readonly #account: ReturnType<typeof freezesInMemory>;
  /** In ms; the last one may go on. */
  readonly #frozen: { readonly from: number; until: number }[] = [];
  #isFrozen = false;

  constructor(clock: FakeClock, person: Employee) {
    this.#account = freezesInMemory(clock);
    this.freezes = this.#account.freezes;
    this.#clock = clock;
    this.#person = person;
  }

  async freeze(): Promise<void> {
    if (this.#frozen.some(({ until }) => until === Number.POSITIVE_INFINITY)) return;
    this.#frozen.push({ from: this.#clock.now().getTime(), until: Number.POSITIVE_INFINITY });
    await this.#account.freeze(this.#person);
    this.#isFrozen = true;
  }

  async thaw(): Promise<void> {
    const last = this.#frozen.at(-1);
    if (!last || !this.#isFrozen) return;
    // Before it is over: of the moment itself nobody says which it was.
    this.#isFrozen = false;
    await this.#account.thaw(this.#person);
    last.until = Date.parse((await this.freezes.insideSince(this.#person)) ?? "");
  }

  /** Nothing goes on while its person cannot sign in, but what a law's clock drives. */
  checkAct({ kind }: Pick<Request, "kind">, act: RequestAct | undefined): void {
    const isHeld = kind !== "wrong-data" || act === "clarification-asked";
    if (this.#isFrozen && isHeld && heldActs.includes(act))
      throw new Error("it went on while its person could not sign in");
  }

  /** Nobody answers after the end of the time, and it does not end before: its days begin anew when a freeze ends. */
  checkAnswers({ trail, answerDays }: Request): void {
    for (const [i, { act, at }] of trail.entries()) {
      const next = trail[i + 1];
      if (act !== "clarification-asked" || !next) continue;
      const nextAt = Date.parse(next.at);
      const thaws = this.#frozen.filter(({ from }) => from < nextAt).map(({ until }) => until);
      const end = Math.max(Date.parse(at), ...thaws) + answerDays * dayMs;
      if (next.act === "revised" && nextAt >= end)
        throw new Error("it was answered after its time");
      if (next.act === "expired" && nextAt < end) throw new Error("it ended before its time");
    }
  }
}
