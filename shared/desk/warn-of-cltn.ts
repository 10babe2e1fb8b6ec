/** Whose CLTN ends is reminded before its end, and told to report after it, once each (services.md 1.2, decision 0098). */
import { entryOf } from "#shared/account/account-event.ts";
import type { leaveNotices } from "#shared/audit/account-actions.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { Decree } from "#shared/decree/decree.ts";
import { isLeave } from "#shared/decree/decree-fields.ts";
import type { Decrees } from "#shared/decree/decrees.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { cltnDates } from "#shared/leave/cltn-dates.ts";
import { termsOn } from "#shared/leave/leave-terms.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";

/** So many nights may be missed, or be late, and nobody is lost. */
const nightsBack = 7;

interface Reminder {
  readonly action: (typeof leaveNotices)[number];
  /** Its place in the history of the account: the same for the same end, so that it is there once. */
  readonly revision: number;
}

export interface WarnOfCltn {
  readonly history: Pick<AuditTrail, "add">;
  readonly decrees: Pick<Decrees, "of">;
}

/** What a day brings, by the decree that acted last. @param day in the zone of the agency */
export function dueReminder(decrees: readonly Decree[], day: string): Reminder | undefined {
  const acted = decrees
    .filter(({ state, until, to }) => state === "acted" && until && isLeave(to.kedudukanHukum))
    .toSorted((a, b) => a.tmt.localeCompare(b.tmt))
    .at(-1);
  if (!acted?.until) return undefined;
  const { tmt: from, until: to } = acted;
  const isExtension = acted.to.kedudukanHukum === "13";
  const { remindOn } = cltnDates({ from, to, isExtension }, termsOn(from, "PNS"));
  const last = Date.parse(to);
  const isOf = (first: string) => first <= day && day <= daysAfter(first, nightsBack);
  if (isOf(daysAfter(to, 1))) return { action: "cltn-over", revision: last + 1 };
  // One of less than three months is told of when it begins.
  const first = remindOn < from ? from : remindOn;
  return isOf(first) ? { action: "cltn-ends-soon", revision: last } : undefined;
}

/**
 * Reminds those of these people who are on CLTN; the decrees of nobody else are read. Done twice, it tells nobody again.
 * @returns how many were reminded now
 */
export async function warnOfCltn(
  { history, decrees }: WarnOfCltn,
  people: readonly Employee[],
  { day, at }: { readonly day: string; readonly at: Date },
): Promise<number> {
  const away = people.filter(({ kedudukanHukum }) => isLeave(kedudukanHukum));
  const answers = await sideBySide(away, async ({ id: employeeId }) => {
    const due = dueReminder(await decrees.of(employeeId), day);
    if (!due) return false;
    const { action, revision } = due;
    const event = { employeeId, action, actor: { role: "system" }, at } as const;
    return await history.add({ ...entryOf(event), revision });
  });
  return answers.filter(Boolean).length;
}
