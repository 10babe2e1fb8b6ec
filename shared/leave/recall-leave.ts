/**
 * Dipanggil kembali bekerja: the days that were not taken yet remain the person's right (services.md 1.5). It is an event of its own: the request stays
 * as it was decided, and the ledger says from when its person works again.
 */
import { keptWords } from "#shared/access/reason.ts";
import { entryOf } from "#shared/account/account-event.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { Documents } from "#shared/document/document.ts";
import { dayOf, type Employee } from "#shared/employee/employee.ts";
import { isDay } from "#shared/employee/field-checks.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import type { DecideRequest } from "#shared/request/decide-request.ts";
import type { Request } from "#shared/request/request.ts";
import type { RequestDecider } from "#shared/request/whose-turn.ts";
import { Conflict, Forbidden, InvalidInput } from "#shared/runtime/errors.ts";
import { recall } from "./change-annual-leave.ts";
import type { StoredLeave } from "./known-leave.ts";
import type { AskedLeave } from "./leave.ts";
import { calendarOf, openedFor, type ReadLeave } from "./leave-case.ts";
import { askedOf } from "./leave-content.ts";
import { leaveKindFacts } from "./leave-kinds.ts";
import { accountOf, post } from "./leave-ledger.ts";
import type { AbsenceChange, LeaveLedger, LeaveLedgers } from "./leave-ledgers.ts";
import { withdrawingPermit } from "./leave-permit.ts";
import { daysIn } from "./leave-span.ts";

export interface RecallLeave extends ReadLeave, Pick<DecideRequest, "actsIn"> {
  readonly ledgers: Pick<LeaveLedgers, "find" | "save">;
  readonly history: Pick<AuditTrail, "add">;
  readonly documents: Pick<Documents, "revokedAt" | "revoking">;
}

interface Recalling {
  readonly request: Request;
  readonly person: Employee;
  readonly by: RequestDecider;
  /** The first day of work. */
  readonly from: string;
  readonly reason: string;
}

/** Of a leave: what of it can still be given back. @returns its days as they are now; nothing where it cannot be called back */
export function recallable(
  { request, leaves }: { readonly request: Request; readonly leaves: readonly StoredLeave[] },
  today: string,
): StoredLeave | undefined {
  if (request.state !== "approved") return undefined;
  const leave = leaves.find(({ id, isGiven }) => id === request.id && isGiven);
  const isOpen = leave && leaveKindFacts[leave.kind].isRecallable && leave.to >= today;
  return isOpen ? leave : undefined;
}

/** The post that decided it. */
export function mayRecall({ chain }: Request, by: RequestDecider): boolean {
  const { post: decided } = chain.at(-1) ?? {};
  return decided !== undefined && by.posts?.includes(decided) === true;
}

/**
 * @throws Forbidden unless the reader acts in the post that gave it; Conflict `leave-over` where nothing of it is left, `leave-moved`;
 * InvalidInput on `from`, `reason`
 */
export async function recallLeave(api: RecallLeave, recalling: Recalling): Promise<void> {
  const { request, person, by, from } = recalling;
  const { post: decided } = request.chain.at(-1) ?? {};
  const standing = decided ? await api.actsIn(by.employeeId, [decided]) : undefined;
  if (!standing || !mayRecall(request, { ...by, posts: standing.posts })) throw new Forbidden();
  const reason = keptWords("reason", recalling.reason);
  if (reason === "") throw new InvalidInput({ field: "reason", code: "required" });
  const at = api.clock.now();
  const today = dayOf(person, at);
  const ledger = await api.ledgers.find(person.id);
  const leave = recallable({ request, leaves: ledger.leaves }, today);
  if (!leave) throw new Conflict("leave-over");
  const first = leave.from > today ? leave.from : today;
  const isWithin = isDay(from) && first <= from && from <= leave.to;
  if (!isWithin) throw new InvalidInput({ field: "from", code: "outside-leave" });
  const after = await recalled(api, {
    ledger,
    leave,
    person,
    asked: askedOf(request),
    from,
    today,
  });
  // Told before it is written: what fails in between tells it again rather than never.
  const actor = { role: "officer", id: by.employeeId } as const;
  const told = { employeeId: person.id, action: "leave-changed", actor, at, reason } as const;
  await api.history.add(entryOf(told));
  const absence = absenceAfter(request, leave, from);
  const withdrawn = await withdrawingPermit(api, request);
  await api.ledgers.save(ledger, after, absence, ...standing.unchanged, ...withdrawn);
}

interface Recalled {
  readonly ledger: LeaveLedger;
  readonly leave: StoredLeave;
  readonly person: Employee;
  readonly asked: AskedLeave;
  readonly from: string;
  readonly today: string;
}

async function recalled(api: RecallLeave, given: Recalled) {
  const { ledger, leave, person, asked, from, today } = given;
  const rest = { from, to: leave.to };
  const left = { ...leave, to: daysAfter(from, -1), recalledFrom: from };
  // What a cuti besar leaves over is there before its five years are over.
  const shorter = leave.kind === "besar" ? { ...left, restDays: daysIn(rest) } : left;
  const leaves = ledger.leaves.map((each) => (each === leave ? shorter : each));
  if (leave.kind !== "tahunan") return { movements: ledger.movements, leaves };
  const calendar = await calendarOf(api.calendars, person, rest);
  const opened = openedFor(ledger, person, { today, from: leave.from, to: leave.to });
  const act = { leave: leave.id, cause: `${leave.id}/recall/${ledger.revision}`, on: today };
  const { travelDays = 0 } = asked;
  const back = recall(accountOf(opened), { span: leave, from, travelDays }, calendar, act);
  const posted = post(opened, back);
  if (!posted.ok) throw new Error("A recall gives more than was taken.");
  const movements = openedFor({ movements: posted.movements, leaves }, person, { today });
  return { movements, leaves };
}

function absenceAfter(request: Request, leave: StoredLeave, from: string): AbsenceChange {
  const { id, person, instansiId, unitKerja } = request;
  const isLeft = from > leave.from;
  return {
    ...{ request: id, person, from: leave.from, to: isLeft ? daysAfter(from, -1) : leave.to },
    ...{ isGiven: true, place: isLeft ? { instansiId, unitKerja } : undefined },
  };
}
