import type { Officer } from "#shared/access/scope.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { Clock } from "#shared/runtime/clock.ts";

export interface NoteList {
  readonly history: Pick<AuditTrail, "noteReading">;
  readonly clock: Clock;
}

/**
 * An officer opens a list of people: one entry for the agency and the hour, however many pages and people there are, while opening a
 * person is an entry of that person's. If it cannot be noted, nothing is shown. Never what was looked for: it is a name or a NIP.
 */
export async function noteList(
  { history, clock }: NoteList,
  { instansiId, employeeId }: Officer,
): Promise<void> {
  await history.noteReading({
    subjectId: instansiId,
    at: clock.now().toISOString(),
    actor: { role: "officer", id: employeeId },
    purpose: "list-read",
  });
}
