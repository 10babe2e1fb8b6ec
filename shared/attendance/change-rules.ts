import { keptReason } from "#shared/access/reason.ts";
import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import {
  type AgencyRules,
  type AttendanceRuleBook,
  type AttendanceRules,
  noRules,
} from "./attendance-rules.ts";

export interface ChangeRules {
  readonly attendanceRules: AttendanceRuleBook;
  readonly clock: Clock;
}

interface Said {
  readonly by: Officer;
  readonly revision: number;
  readonly reason: string;
  readonly details: AttendanceRules;
}

/**
 * Says anew which machines, shifts and numbers the own agency has. What machines told before is judged by them too (decision 0110).
 * @throws NotFound for who reaches only units of it; Conflict `attendance-changed`; InvalidInput on `reason`
 */
export async function changeRules(
  { attendanceRules, clock }: ChangeRules,
  { by, revision, reason, details }: Said,
): Promise<AgencyRules> {
  const instansiId = wholeAgencyOf(by);
  const old = (await attendanceRules.find(instansiId)) ?? noRules(instansiId);
  if (old.revision !== revision) throw new Conflict("attendance-changed");
  const next: AgencyRules = { ...details, instansiId, revision: revision + 1 };
  const entry: AuditEntry = {
    ...{ subjectId: `attendance#${instansiId}`, revision: next.revision },
    ...{ at: clock.now().toISOString(), actor: { role: "officer", id: by.employeeId } },
    ...{ action: revision === 0 ? "registered" : "changed", reason: keptReason(reason) },
    changes: changesOf(old, next),
  };
  await attendanceRules.save(next, entry);
  return next;
}

/** As long as a page of the history shows. */
const longestValue = 2000;

function changesOf(old: AgencyRules, next: AgencyRules): AuditEntry["changes"] {
  return (["machines", "schedules", "terms"] as const).flatMap((field) => {
    const [from, to] = [old[field], next[field]].map((each) =>
      JSON.stringify(each).slice(0, longestValue),
    );
    return from === to || from === undefined || to === undefined ? [] : [{ field, from, to }];
  });
}

/** @throws NotFound of a machine that the agency does not have */
export async function ownMachine(
  { attendanceRules }: { readonly attendanceRules: Pick<AttendanceRuleBook, "find"> },
  { instansiId, machine }: { readonly instansiId: string; readonly machine: string },
) {
  const rules = (await attendanceRules.find(instansiId)) ?? noRules(instansiId);
  const found = rules.machines.find(({ id }) => id === machine);
  if (!found) throw new NotFound("The agency has no such machine.");
  return { rules, machine: found };
}
