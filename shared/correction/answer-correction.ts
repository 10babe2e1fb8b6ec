import { refuseOwnRecord } from "#shared/access/own-record.ts";
import { keptReason } from "#shared/access/reason.ts";
import type { Officer } from "#shared/access/scope.ts";
import { entryOf } from "#shared/account/account-event.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { findOwn } from "#shared/employee/find-own.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import type { Correction, CorrectionAnswer, Corrections } from "./correction.ts";

export interface AnswerCorrection {
  readonly corrections: Pick<Corrections, "of" | "answer">;
  readonly employees: Pick<Employees, "find">;
  readonly clock: Clock;
}

interface Asked
  extends Pick<Correction, "employeeId" | "field" | "id">,
    Pick<CorrectionAnswer, "outcome" | "reason"> {
  readonly by: Officer;
}

/**
 * An officer answers a report: the record is corrected, which went its usual way before, or why it is not. The holder hears of it.
 * @throws NotFound, also of a person outside the officer's scope; Forbidden `own-record`; InvalidInput on `reason`; Conflict
 * `correction-answered`, `correction-not-made` when the record still says what it said at the report
 */
export async function answerCorrection(
  { corrections, employees, clock }: AnswerCorrection,
  { employeeId, field, id, outcome, reason: typed, by }: Asked,
): Promise<void> {
  refuseOwnRecord(employeeId, by);
  const record = await findOwn(employees, employeeId, by);
  const reason = keptReason(typed);
  const report = (await corrections.of(employeeId)).find((each) => each.field === field);
  if (!report) throw new NotFound("No such report.");
  if (outcome === "corrected" && record[field] === report.stood)
    throw new Conflict("correction-not-made");
  const at = clock.now();
  const answer = { outcome, reason, at: at.toISOString(), by: by.employeeId };
  if (report.id !== id || report.answer) throw new Conflict("correction-answered");
  const line = entryOf({
    ...{ employeeId, at, reason, matterId: id },
    action: outcome === "corrected" ? "correction-made" : "correction-refused",
    actor: { role: "officer", id: by.employeeId },
  });
  await corrections.answer(report, answer, line);
}
