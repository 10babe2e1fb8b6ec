/** What holds of every ledger, whatever happened to its person in random years. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { daysAfter } from "#shared/employee/retirement.ts";
import {
  addForJointLeave,
  forfeitForBesar,
  recall,
  recount,
  undoForfeit,
} from "#shared/leave/change-annual-leave.ts";
import { freeIn, heldBy, lotsIn } from "#shared/leave/leave-balance.ts";
import type { LeaveHolder } from "#shared/leave/leave-holder.ts";
import { accountOf, freeOf, type LeaveAccount, post } from "#shared/leave/leave-ledger.ts";
import { type Movement, movementKinds } from "#shared/leave/leave-movement.ts";
import { overlaps, type Span, workingDays, yearOf } from "#shared/leave/leave-span.ts";
import { termsOn } from "#shared/leave/leave-terms.ts";
import { grantYear, openYear, openYears } from "#shared/leave/open-year.ts";
import { annualDays, planAnnualLeave } from "#shared/leave/plan-annual-leave.ts";
import {
  cancel,
  postpone,
  rebook,
  release,
  reserve,
  take,
} from "#shared/leave/settle-annual-leave.ts";
import { aCalendar, aHolder, aPppk } from "../../support/leave.ts";

const firstYear = 2024;
const holders: readonly LeaveHolder[] = [
  aHolder(),
  aHolder({ tmtCpns: "2023-10-01", tmt: "2024-12-01" }),
  aPppk({ tmt: "2024-03-01", contractEnd: "2029-02-28" }),
  aPppk({ tmt: "2021-03-01", contractEnd: "2026-02-28" }),
  aPppk({ kind: "PPPK-PW", tmt: "2025-10-01", contractEnd: "2026-09-30" }),
];

const acts = [
  "ask",
  "ask",
  "ask",
  "ask-twice-at-once",
  "approve",
  "approve",
  "refuse",
  "put-off",
  "revise",
  "give-up",
  "call-back",
  "declare-joint-leave",
  "deny-joint-leave",
  "besar",
  "besar-given-up",
  "correct",
  "next-year",
  "next-year",
  "repeat",
] as const;
const step = fc.record({
  act: fc.constantFrom(...acts),
  /** Picks a day of the year, a length or a request. */
  n: fc.nat(364),
  length: fc.integer({ min: 1, max: 20 }),
});
const life = fc.record({
  holder: fc.constantFrom(...holders),
  order: fc.constantFrom("oldest-first" as const, "newest-first" as const),
  week: fc.constantFrom(5 as const, 6 as const),
  steps: fc.array(step, { maxLength: 80, size: "max" }),
});
type Life = typeof life extends fc.Arbitrary<infer Value> ? Value : never;
type Step = Life["steps"][number];

/** One person's years, and beside the ledger the calendar days that are leave. */
class Person {
  movements: readonly Movement[] = [];
  year = firstYear;
  readonly days = new Map<string, readonly string[]>();
  readonly #life: Omit<Life, "steps">;
  readonly #spans = new Map<string, Span>();
  #joint: readonly string[] = [];
  #count = 0;

  constructor(life: Omit<Life, "steps">) {
    this.#life = life;
    this.post(openYear(this.#opening()));
  }

  live({ act, n, length }: Step) {
    const open = [...this.#spans.keys()].filter((id) => this.#held(id, "reserved") > 0);
    const given = [...this.days.keys()];
    const asked = open[n % Math.max(1, open.length)];
    const leave = given[n % Math.max(1, given.length)];
    const span = this.#span(n, length);
    if (act === "ask" || act === "ask-twice-at-once") this.#ask(span, act === "ask" ? 1 : 2);
    else if (act === "next-year") this.#next();
    else if (act === "repeat") this.post(this.movements.slice(-length));
    else if (act.endsWith("joint-leave")) this.#jointLeave(act, span.from);
    else if (act.startsWith("besar")) this.#besar(act);
    else if (act === "correct") this.#correct((n % 9) - 4);
    else if (asked !== undefined && ["approve", "refuse", "put-off", "revise"].includes(act)) {
      this.#decide(act, asked, span);
    } else if (leave !== undefined) this.#return(act, leave, n);
  }

  account(): LeaveAccount {
    return accountOf(this.movements);
  }

  post(more: readonly Movement[]): boolean {
    const after = post(this.movements, more);
    if (after.ok) this.movements = after.movements;
    return after.ok;
  }

  opened() {
    return openYears(this.#opening());
  }

  #opening() {
    const { movements, year } = this;
    return { movements, year, holder: this.#life.holder, leaves: [], on: `${year}-01-01` };
  }

  get #calendar() {
    return aCalendar({ week: this.#life.week, joint: this.#joint });
  }

  #act(leave: string) {
    this.#count += 1;
    return { leave, cause: `act_${this.#count}`, on: `${this.year}-06-01` };
  }

  #span(n: number, length: number): Span {
    const from = daysAfter(`${this.year}-01-01`, n);
    return { from, to: daysAfter(from, length - 1) };
  }

  #held(id: string, what: "reserved" | "taken"): number {
    return heldBy(this.account(), id).reduce((sum, each) => sum + each[what], 0);
  }

  #plan(span: Span, leave?: string) {
    const days = annualDays(span, 0, this.#calendar);
    const of = { account: this.account(), days, order: this.#life.order };
    const plan = planAnnualLeave(leave === undefined ? of : { ...of, leave });
    return plan.ok && days.size > 0 ? plan.parts : undefined;
  }

  #isFree(span: Span, but?: string) {
    return [...this.#spans].every(([id, other]) => id === but || !overlaps(span, other));
  }

  /** Requests that were planned side by side: each by what it saw. */
  #ask(span: Span, times: number) {
    if (yearOf(span.to) > this.year)
      this.post(grantYear({ ...this.#opening(), year: this.year + 1 }));
    const parts = this.#plan(span);
    if (!parts || !this.#isFree(span)) return;
    for (let time = 0; time < times; time += 1) {
      const act = this.#act(`req_${this.#count}`);
      // The second has other days, as many of them: whether they overlap is not the ledger's to know.
      if (this.post(reserve(parts, act)) && time === 0) this.#spans.set(act.leave, span);
    }
  }

  #decide(act: string, id: string, other: Span) {
    const account = this.account();
    const span = this.#spans.get(id);
    if (act === "revise") {
      const parts = this.#isFree(other, id) ? this.#plan(other, id) : undefined;
      if (parts && this.post(rebook(account, parts, this.#act(id)))) this.#spans.set(id, other);
    } else if (act === "approve" && span) {
      // By the calendar as it is now: what was declared meanwhile is recounted as of a given leave.
      if (this.post(take(account, this.#act(id)))) this.#recount(id, span);
    } else if (this.post((act === "refuse" ? release : postpone)(account, this.#act(id)))) {
      this.#spans.delete(id);
    }
  }

  #return(act: string, id: string, n: number) {
    const span = this.#spans.get(id);
    if (!span) return;
    if (act === "give-up") {
      if (this.post(cancel(this.account(), this.#act(id)))) this.#forget(id);
    } else if (act === "call-back") {
      const from = daysAfter(span.from, n % 20);
      const back = recall(
        this.account(),
        { span, from, travelDays: 0 },
        this.#calendar,
        this.#act(id),
      );
      if (!this.post(back)) return;
      if (from <= span.from) return this.#forget(id);
      const spent = { from: span.from, to: from <= span.to ? daysAfter(from, -1) : span.to };
      this.#spans.set(id, spent);
      this.days.set(id, workingDays(spent, this.#calendar));
    }
  }

  #forget(id: string) {
    this.#spans.delete(id);
    this.days.delete(id);
  }

  #recount(id: string, span: Span) {
    const of = { span, travelDays: 0 };
    const again = recount(this.account(), of, this.#calendar, this.#life.order, this.#act(id));
    if (again.ok && this.post(again.movements))
      this.days.set(id, workingDays(span, this.#calendar));
  }

  #jointLeave(act: string, day: string) {
    if (act === "deny-joint-leave") {
      const terms = termsOn(day, this.#life.holder.kind);
      this.post(addForJointLeave([day], terms, { cause: "keppres", on: day }));
      return;
    }
    this.#joint = [...this.#joint, day];
    for (const [id, span] of this.#spans) if (this.days.has(id)) this.#recount(id, span);
  }

  #besar(act: string) {
    const { cause, on } = this.#act("besar");
    const leave = `besar_${this.year}`;
    const isGiven = act === "besar";
    this.post(
      isGiven
        ? forfeitForBesar(this.account(), this.year, { leave, cause, on })
        : undoForfeit(this.movements, { leave, cause: `undo_${this.year}`, on }),
    );
  }

  #correct(days: number) {
    const { cause, on } = this.#act("");
    const key = { year: this.year, source: this.year - 1 };
    if (days !== 0) this.post([{ kind: "correction", ...key, days, cause, on }]);
  }

  #next() {
    this.year += 1;
    this.movements = this.opened();
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

/** Runs a life, and holds it to what is asked after each of its steps. */
function everyLife(hold: (person: Person) => void, of: fc.Parameters<unknown> = { numRuns: 60 }) {
  fc.assert(
    fc.property(life, ({ steps, ...whose }) => {
      const person = new Person(whose);
      for (const each of steps) {
        person.live(each);
        hold(person);
      }
    }),
    of,
  );
}

test("no lot and no request goes below zero", () => {
  everyLife((person) => {
    const { lots, held } = person.account();
    expect(lots.filter((lot) => freeOf(lot) < 0 || lot.taken < 0 || lot.reserved < 0)).toEqual([]);
    expect(held.filter(({ reserved, taken }) => reserved < 0 || taken < 0)).toEqual([]);
  });
});

test("it replays to the same balance, also when every movement comes twice", () => {
  everyLife(
    (person) => {
      const once = person.account();
      expect(accountOf([...person.movements])).toEqual(once);
      expect(accountOf(person.movements.flatMap((each) => [each, each]))).toEqual(once);
      expect(post(person.movements, person.movements)).toEqual({
        ok: true,
        movements: person.movements,
      });
    },
    { numRuns: 20 },
  );
});

test("no day is counted twice: what is taken of a year are its days of leave, each once", () => {
  everyLife((person) => {
    const days = [...person.days.values()].flat();
    expect(new Set(days).size).toBe(days.length);
    const account = person.account();
    for (let year = firstYear; year <= person.year + 1; year += 1) {
      const taken = sum(lotsIn(account, year).map((lot) => lot.taken));
      expect(days.filter((day) => yearOf(day) === year).length).toBe(taken);
    }
  });
});

test("a day of a right is in one place: free, held, taken, lost or lapsed", () => {
  everyLife((person) => {
    const { lots } = person.account();
    const given = person.movements.filter(({ kind }) =>
      ["grant", "joint-leave", "correction"].includes(kind),
    );
    for (const source of new Set(given.map((each) => each.source))) {
      const own = lots.filter((lot) => lot.source === source);
      const where = own.map(
        (lot) => freeOf(lot) + lot.reserved + lot.taken + lot.forfeited + lot.lapsed,
      );
      expect(sum(where)).toBe(
        sum(given.filter((each) => each.source === source).map(({ days }) => days)),
      );
    }
  });
});

test("a year that is opened holds at most what the ceilings allow, and closes the one before", () => {
  everyLife(
    (person) => {
      const opened = person.opened();
      person.movements = opened;
      expect(person.opened()).toEqual(opened);
      const account = accountOf(opened);
      for (let year = firstYear; year < person.year; year += 1)
        expect(freeIn(account, year)).toBe(0);
      const isCorrected = person.movements.some(({ kind }) => kind === "correction");
      const brought = sum(
        lotsIn(account, person.year).map((lot) => (lot.source < person.year ? lot.brought : 0)),
      );
      const had = sum(
        lotsIn(account, person.year).map((lot) => lot.brought + (lot.joint ? 0 : lot.granted)),
      );
      expect(brought).toBeLessThanOrEqual(12);
      if (!isCorrected) expect(had).toBeLessThanOrEqual(24);
    },
    { numRuns: 12 },
  );
});

test("these lives see every movement, years opened again, and leaves over New Year", () => {
  const seen = new Set<string>();
  everyLife(
    ({ movements, days }) => {
      for (const { kind, cause } of movements) {
        seen.add(kind);
        if (/^open-.*#/.test(cause)) seen.add("opened again");
      }
      for (const leave of days.values()) {
        if (new Set(leave.map(yearOf)).size > 1) seen.add("over New Year");
      }
    },
    { numRuns: 60, seed: 17 },
  );

  expect([...seen].sort()).toEqual([...movementKinds, "opened again", "over New Year"].sort());
});
