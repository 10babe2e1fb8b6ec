/**
 * An officer corrects somebody's annual leave, or enters what was left before there was a ledger (decisions 0102, 0105, 0121): a movement more, with
 * its reason in the history. What was posted stays as it was.
 */
import * as z from "zod";
import { isOwnRecord, refuseOwnRecord } from "#shared/access/own-record.ts";
import { keptReason, longestReason } from "#shared/access/reason.ts";
import type { Officer } from "#shared/access/scope.ts";
import { entryOf } from "#shared/account/account-event.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import { dayOf, type Employee, type EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { findOwn } from "#shared/employee/find-own.ts";
import { noteOpened } from "#shared/employee/open-record.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { ownLeaveAnswer } from "./leave-answers.ts";
import { leaveNotes } from "./leave-balance.ts";
import { openedFor, type ReadLeave } from "./leave-case.ts";
import { accountOf, post } from "./leave-ledger.ts";
import type { LeaveLedgers } from "./leave-ledgers.ts";
import { type Movement, movement } from "./leave-movement.ts";
import { yearOf } from "./leave-span.ts";
import { whoseOf } from "./tell-leave.ts";

export interface CorrectLeave extends Pick<ReadLeave, "clock"> {
  readonly ledgers: Pick<LeaveLedgers, "find" | "save">;
  readonly employees: Pick<Employees, "find">;
  readonly history: Pick<AuditTrail, "add" | "noteReading">;
}

/** More is a slip of the keyboard: no right of three years is larger. */
const mostDays = 60;

export const leaveCorrection = z.strictObject({
  /** Made by the page: the same key is the same correction. */
  key: z.string().regex(/^[0-9a-z]{20,60}$/),
  /** Whose right the days are: this year's, or one of the two before. */
  source: z.int(),
  /** Below zero it takes days away. */
  days: z.int().min(-mostDays).max(mostDays),
  reason: z.string().max(longestReason),
});

/** Somebody's balance and the newest movements, as who keeps it reads them. */
export const keptLeaveAnswer = z.strictObject({
  ...ownLeaveAnswer.pick({ name: true, nip: true, jabatan: true, unitKerja: true, year: true })
    .shape,
  notes: ownLeaveAnswer.shape.notes,
  /** The newest first. */
  movements: z.array(movement.pick({ kind: true, source: true, days: true, on: true })).readonly(),
  /** The reader's own: a colleague corrects it. */
  own: z.literal(true).exactOptional(),
});

const mostTold = 30;

/** @throws NotFound out of the reader's reach */
export async function openLeave(
  api: CorrectLeave,
  { id, by }: { readonly id: EmployeeId; readonly by: Officer },
): Promise<z.infer<typeof keptLeaveAnswer>> {
  const person = await findOwn(api.employees, id, by);
  await noteOpened(api, person, by);
  const { movements } = await api.ledgers.find(person.id);
  return tell(person, { movements, by, today: dayOf(person, api.clock.now()) });
}

/** @throws NotFound, Forbidden `own-record`; InvalidInput on `source`, `days`, `reason`; Conflict `leave-moved` when somebody else was faster */
export async function correctLeave(
  api: CorrectLeave,
  {
    id,
    by,
    ...asked
  }: z.infer<typeof leaveCorrection> & { readonly id: EmployeeId; readonly by: Officer },
): Promise<z.infer<typeof keptLeaveAnswer>> {
  const person = await findOwn(api.employees, id, by);
  refuseOwnRecord(person.id, by);
  const at = api.clock.now();
  const today = dayOf(person, at);
  const year = yearOf(today);
  const { source, days } = asked;
  const reason = keptReason(asked.reason);
  if (days === 0) throw new InvalidInput({ field: "days", code: "nothing-changed" });
  if (source > year || source < year - 2)
    throw new InvalidInput({ field: "source", code: "malformed" });
  const ledger = await api.ledgers.find(person.id);
  const opened = openedFor(ledger, person, { today });
  const cause = `correction-${asked.key}`;
  const posted = post(opened, [{ kind: "correction", year, source, days, cause, on: today }]);
  if (!posted.ok) throw new InvalidInput({ field: "days", code: "balance-short" });
  if (!ledger.movements.some((each) => each.cause === cause)) {
    // Told before it is written: what fails in between tells it again rather than never.
    const actor = { role: "officer", id: by.employeeId } as const;
    await api.history.add(
      entryOf({ employeeId: person.id, action: "leave-changed", actor, at, reason }),
    );
    const { movements } = posted;
    await api.ledgers.save(ledger, { movements, leaves: ledger.leaves }, undefined);
  }
  return tell(person, { movements: posted.movements, by, today });
}

function tell(
  person: Employee,
  {
    movements,
    by,
    today,
  }: { readonly movements: readonly Movement[]; readonly by: Officer; readonly today: string },
) {
  const year = yearOf(today);
  const opened = openedFor({ movements, leaves: [] }, person, { today });
  const { name, nip, jabatan, unitKerja } = whoseOf(person, today);
  return {
    ...{ name, nip, jabatan, unitKerja, year, notes: leaveNotes(accountOf(opened), year) },
    movements: opened
      .slice(-mostTold)
      .toReversed()
      .map(({ kind, source, days, on }) => ({ kind, source, days, on })),
    ...(isOwnRecord(person.id, by) && { own: true as const }),
  };
}
