/** What a move of a request makes of its person's ledger. Pure. */
import type { Employee } from "#shared/employee/employee.ts";
import type { Request } from "#shared/request/request.ts";
import { isOnItsWay } from "#shared/request/request-states.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { forfeitForBesar, recount } from "./change-annual-leave.ts";
import type { StoredLeave } from "./known-leave.ts";
import type { AskedLeave } from "./leave.ts";
import { leaveHolderOf, openedFor } from "./leave-case.ts";
import { appointmentOn } from "./leave-holder.ts";
import { accountOf, post } from "./leave-ledger.ts";
import type { LeaveLedger } from "./leave-ledgers.ts";
import type { Movement } from "./leave-movement.ts";
import { besarOf, termsOfYear } from "./leave-right.ts";
import { type LeaveCalendar, type Span, yearOf } from "./leave-span.ts";
import { termsOn } from "./leave-terms.ts";
import { annualDays, planAnnualLeave } from "./plan-annual-leave.ts";
import { type Act, postpone, rebook, release, take } from "./settle-annual-leave.ts";

type Ledger = Pick<LeaveLedger, "movements" | "leaves">;

export interface Settling {
  readonly ledger: LeaveLedger;
  readonly person: Employee;
  readonly request: Request;
  readonly asked: AskedLeave;
  /** The day of the move. */
  readonly today: string;
}

type Counted = Settling & { readonly calendar: LeaveCalendar };

/** Sent, or sent again with other days: it holds what it asks for. @throws InvalidInput on `to` where another request was faster */
export function held(settling: Counted): Ledger {
  const { ledger, person, request, asked, today } = settling;
  const movements = openedFor(ledger, person, { today, ...reachOf(asked) });
  const account = accountOf(movements);
  const act = actOf(settling);
  const plan = planAnnualLeave({
    ...{ account, leave: request.id, order: termsOf(settling).useOrder },
    days: asked.kind === "tahunan" ? daysOf(settling) : new Map<number, number>(),
  });
  if (!plan.ok) throw new InvalidInput(...plan.short.map(shortage));
  const leaves = [...others(ledger, request), storedOf(request, asked, false)];
  return { movements: posted(movements, rebook(account, plan.parts, act)), leaves };
}

/** Refused, withdrawn, expired, or put off: what it held is the person's again, in a closed year as that year ended. */
export function letGo(settling: Settling): Ledger {
  const { ledger, person, request, today } = settling;
  const account = accountOf(ledger.movements);
  const isPutOff = request.trail.at(-1)?.verdict === "postponed";
  const movements = posted(
    ledger.movements,
    (isPutOff ? postpone : release)(account, actOf(settling)),
  );
  const leaves = others(ledger, request);
  return { movements: openedFor({ movements, leaves }, person, { today }), leaves };
}

/**
 * Approved, however late: what it held is leave, counted by the calendar as it is now.
 * @returns nothing where a day more is needed than there is
 */
export function given(settling: Counted): Ledger | undefined {
  const { ledger, person, request, asked, calendar, today } = settling;
  const leaves = [...others(ledger, request), storedOf(request, asked, true)];
  const opened = openedFor(ledger, person, { today, ...reachOf(asked) });
  const act = actOf(settling);
  if (asked.kind === "besar")
    return { movements: posted(opened, forfeits(settling, opened)), leaves };
  if (asked.kind !== "tahunan") return { movements: opened, leaves };
  const taken = posted(opened, take(accountOf(opened), act));
  const { travelDays = 0 } = asked;
  const again = { ...act, cause: `${act.cause}/recount` };
  const order = termsOf(settling).useOrder;
  const counted = recount(accountOf(taken), { span: asked, travelDays }, calendar, order, again);
  if (!counted.ok) return undefined;
  const movements = posted(taken, counted.movements);
  return { movements: openedFor({ movements, leaves }, person, { today }), leaves };
}

/** A cuti besar takes the place of its year's days. */
function forfeits(settling: Settling, movements: readonly Movement[]): readonly Movement[] {
  const { person, request, asked } = settling;
  const [first, last] = [yearOf(asked.from), yearOf(asked.to)];
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const holder = leaveHolderOf(person);
  const own = [storedOf(request, asked, true)];
  return years
    .filter((year) => besarOf(own, year, termsOfYear({ holder }, year)))
    .flatMap((year) => forfeitForBesar(accountOf(movements), year, actOf(settling)));
}

/** A CLTN grants none of the years in which nobody works. */
function reachOf({ kind, from, to }: AskedLeave): Partial<Span> {
  return kind === "cltn" ? {} : { from, to };
}

const daysOf = ({ asked, calendar }: Counted) => annualDays(asked, asked.travelDays ?? 0, calendar);

function termsOf({ person, asked }: Settling) {
  return termsOn(asked.from, appointmentOn(leaveHolderOf(person), asked.from));
}

/** Its own for each write of a request. */
function actOf({ request: { id, version }, today }: Settling): Act {
  return { leave: id, cause: `${id}@${version}`, on: today };
}

function others({ leaves }: Ledger, { id }: Request): readonly StoredLeave[] {
  return leaves.filter((each) => each.id !== id);
}

function storedOf({ id }: Request, asked: AskedLeave, isGiven: boolean): StoredLeave {
  const { kind, from, to, reason } = asked;
  return {
    ...{ id, kind, from, to, isGiven },
    ...(reason !== undefined && { reason }),
    ...(asked.extends !== undefined && { extends: asked.extends }),
  };
}

function posted(movements: readonly Movement[], more: readonly Movement[]): readonly Movement[] {
  const after = post(movements, more);
  if (!after.ok) throw new Error("A ledger would go below zero.");
  return after.movements;
}

function shortage({ year, needed, free }: { year: number; needed: number; free: number }) {
  const params = { limit: free, measured: needed, year };
  return { field: "to", code: "balance-short", params } as const;
}

/** Whether the last act of a move ended what was on its way without a leave. */
export function isLetGo(before: Request | undefined, after: Request): boolean {
  const wasOnItsWay = before !== undefined && isOnItsWay(before);
  return wasOnItsWay && !isOnItsWay(after) && after.state !== "approved";
}

/** …or sent it, or sent it again. */
export function isSent({ trail }: Request): boolean {
  return ["submitted", "revised"].includes(trail.at(-1)?.act ?? "");
}
