import { keptWords } from "#shared/access/reason.ts";
import type { AccountHistory } from "#shared/account/account-history.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { newId } from "#shared/runtime/ids.ts";
import { type Correction, type Corrections, dueOf } from "./correction.ts";

export interface ReportCorrection {
  readonly corrections: Pick<Corrections, "add">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly clock: Clock;
}

interface Report extends Pick<Correction, "field" | "right" | "note"> {
  readonly employee: Employee;
  readonly origin: Origin;
}

/**
 * A holder says what is right where the own record is wrong. From now on the agency has 3×24 hours (UU 27/2022, article 30).
 * @throws InvalidInput on `right` or `note`: `required`, `characters-hidden`, `nothing-changed`; Conflict `correction-open` when one of this
 * field waits already
 */
export async function reportCorrection(
  { corrections, accountHistory, clock }: ReportCorrection,
  { employee, field, right, note, origin }: Report,
): Promise<void> {
  const { id: employeeId, instansiId, [field]: stood } = employee;
  const kept = keptWords("right", right);
  if (kept === "") throw new InvalidInput({ field: "right", code: "required" });
  if (kept === stood) throw new InvalidInput({ field: "right", code: "nothing-changed" });
  const now = clock.now();
  const report: Correction = {
    ...{ employeeId, field, id: newId("cor"), instansiId, stood, right: kept },
    note: keptWords("note", note ?? "") || undefined,
    ...{ reportedAt: now.toISOString(), dueAt: dueOf(now).toISOString() },
  };
  if (!(await corrections.add(report))) throw new Conflict("correction-open");
  await accountHistory.note({
    ...{ employeeId, action: "correction-reported", at: now, origin, matterId: report.id },
    actor: { role: "holder", id: employeeId },
  });
}
