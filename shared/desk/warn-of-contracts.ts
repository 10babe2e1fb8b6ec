/** Whose contract ends within 90, 30 or 7 days is warned, once each (decision 0089). */
import { entryOf } from "#shared/account/account-event.ts";
import { contractWarnings, warnedBefore } from "#shared/audit/account-actions.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { statusOf } from "#shared/employee/kedudukan-hukum.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";

/** So many nights may be missed, or be late, and nobody is lost. */
const nightsBack = 7;
const dayMs = 86_400_000;

interface Due {
  readonly action: (typeof contractWarnings)[number];
  /** The place of the event in the history of the account: the same for the same end and warning, so that it is there once. */
  readonly revision: number;
}

/**
 * The warning that a day brings: the narrowest that the days left are within, so that a late night skips the ones before. It is tried in
 * the week after its day, and in the week after a save, which may have moved the end.
 * @param day in the zone of the agency
 * @returns nothing for who has no card, has left, or was due long ago
 */
export function dueWarning(
  { contractEnd, kedudukanHukum, photoId, updatedAt }: Employee,
  day: string,
): Due | undefined {
  if (contractEnd === undefined || photoId === undefined) return undefined;
  if (statusOf(kedudukanHukum) === "ended") return undefined;
  const left = (Date.parse(contractEnd) - Date.parse(day)) / dayMs;
  const before = warnedBefore.findLast((days) => left <= days);
  if (before === undefined || left < 0) return undefined;
  const isNew = before - left <= nightsBack;
  const isSaved = Date.parse(day) - Date.parse(updatedAt) <= nightsBack * dayMs;
  if (!isNew && !isSaved) return undefined;
  const action = contractWarnings[warnedBefore.indexOf(before)];
  // Another end has its day on the same date in another warning: the days in milliseconds keep them apart.
  return action && { action, revision: Date.parse(contractEnd) - before * dayMs + before };
}

/**
 * Warns of these people whom the day brings a warning, by an event of their account; the notifier tells them. Done twice, it tells nobody again.
 * @returns how many were warned now
 */
export async function warnOfContracts(
  history: Pick<AuditTrail, "add">,
  people: readonly Employee[],
  { day, at }: { readonly day: string; readonly at: Date },
): Promise<number> {
  const due = people.flatMap((person) => {
    const warning = dueWarning(person, day);
    return warning ? [{ person, warning }] : [];
  });
  const answers = await sideBySide(due, async ({ person, warning: { action, revision } }) => {
    const event = { employeeId: person.id, action, actor: { role: "system" }, at } as const;
    return await history.add({ ...entryOf(event), revision });
  });
  return answers.filter(Boolean).length;
}
