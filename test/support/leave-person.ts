/** One person to whom anything happens, for what holds of every ledger of leave. */
import { daysAfter } from "#shared/employee/retirement.ts";
import {
  addForJointLeave,
  forfeitForBesar,
  recall,
  recount,
  undoForfeit,
} from "#shared/leave/change-annual-leave.ts";
import { heldBy } from "#shared/leave/leave-balance.ts";
import type { LeaveHolder } from "#shared/leave/leave-holder.ts";
import { accountOf, type LeaveAccount, post } from "#shared/leave/leave-ledger.ts";
import type { Movement } from "#shared/leave/leave-movement.ts";
import { overlaps, type Span, workingDays, yearOf } from "#shared/leave/leave-span.ts";
import { type LeaveTerms, termsOn } from "#shared/leave/leave-terms.ts";
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
import { aCalendar } from "./leave.ts";

export const firstYear = 2024;

/** The frequent ones more than once. */
export const acts = [
  "ask",
  "ask",
  "ask",
  "ask-over-new-year",
  "ask-twice-at-once",
  "approve",
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

export interface Life {
  readonly holder: LeaveHolder;
  readonly order: LeaveTerms["useOrder"];
  readonly week: 5 | 6;
}

export interface Step {
  readonly act: (typeof acts)[number];
  /** Picks a day of the year, or a request. */
  readonly n: number;
  readonly length: number;
}

/** One person's years, and beside the ledger the calendar days that are leave. */
export class Person {
  movements: readonly Movement[] = [];
  year = firstYear;
  readonly days = new Map<string, readonly string[]>();
  readonly #life: Life;
  readonly #spans = new Map<string, Span>();
  #joint: readonly string[] = [];
  #count = 0;

  constructor(life: Life) {
    this.#life = life;
    this.post(openYear(this.#opening()));
  }

  live({ act, n, length }: Step) {
    const open = [...this.#spans.keys()].filter((id) => this.#held(id, "reserved") > 0);
    const given = [...this.days.keys()];
    const asked = open[n % Math.max(1, open.length)];
    const leave = given[n % Math.max(1, given.length)];
    const span = this.#span(act === "ask-over-new-year" ? 350 + (n % 14) : n, length);
    if (act.startsWith("ask")) this.#ask(span, act === "ask-twice-at-once" ? 2 : 1);
    else if (act === "next-year") this.#next();
    else if (act === "repeat") this.post(this.movements.slice(-length));
    else if (act === "deny-joint-leave") this.#denied(span.from);
    else if (act === "declare-joint-leave") this.#declared(leave ?? "", n);
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

  #denied(day: string) {
    const terms = termsOn(day, this.#life.holder.kind);
    this.post(addForJointLeave([day], terms, { cause: "keppres", on: day }));
  }

  /** Within a leave, where there is one. */
  #declared(id: string, n: number) {
    const { from } = this.#spans.get(id) ?? this.#span(n, 1);
    this.#joint = [...this.#joint, daysAfter(from, n % 4)];
    for (const [each, span] of this.#spans) if (this.days.has(each)) this.#recount(each, span);
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
