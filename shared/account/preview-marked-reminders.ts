/** Reminders to people who were marked one by one: exactly who, looked at before anything is mailed, and the start of it. */
import type { Officer } from "#shared/access/scope.ts";
import type { BulkId } from "#shared/bulk/bulk.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Limit } from "#shared/rate-limit/rate-limits.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { digestId } from "#shared/runtime/ids.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import type { MarkedList } from "./account-lists.ts";
import type { AccountRecords } from "./account-record.ts";
import { type BeginReminders, beginReminders } from "./preview-reminders.ts";
import { type MarkedReason, remindable, whyNotMarked } from "./reminders.ts";

export interface PreviewMarkedReminders extends BeginReminders {
  readonly employees: Pick<Employees, "findAll">;
  readonly accountRecords: Pick<AccountRecords, "summary">;
}

/** Each reads up to five hundred records and accounts. */
const perPreview: Limit = { name: "reminder-previews", max: 60, windowSeconds: 3600 };

interface Wanted {
  readonly list: MarkedList;
  readonly ids: readonly EmployeeId[];
  readonly by: Officer;
}

interface Judged {
  readonly id: EmployeeId;
  /** Absent where this officer may not know who it is, or the record cannot be read. */
  readonly person: Employee | undefined;
  /** Absent for who gets one. */
  readonly why: MarkedReason | undefined;
}

/**
 * Who of a selection gets a reminder, and who not and why, in the order of the marks.
 * @throws TooManyAttempts
 */
export async function previewMarkedReminders(
  api: PreviewMarkedReminders,
  wanted: Wanted,
): Promise<readonly Judged[]> {
  await api.limits.count(perPreview, wanted.by.employeeId, api.clock.now());
  return await judge(api, wanted);
}

/**
 * Starts the reminders to the people whom a preview showed. Who is not to be reminded any more is left out. The same request again
 * starts nothing more.
 * @throws Conflict `nobody-to-remind`; TooManyAttempts
 */
export async function startMarkedReminders(
  api: PreviewMarkedReminders,
  { requestId, ...wanted }: Wanted & { readonly requestId: string },
): Promise<BulkId> {
  const { list, ids: marked, by } = wanted;
  const judged = await judge(api, wanted);
  const ids = judged.flatMap(({ id, why }) => (why === undefined ? [id] : []));
  if (ids.length === 0) throw new Conflict("nobody-to-remind");
  const id: BulkId = digestId("blk", [requestId, by.employeeId, list, ...marked]);
  return await beginReminders(api, { id, by, run: { list, ids, total: ids.length } });
}

async function judge(
  { employees, accountRecords, clock }: PreviewMarkedReminders,
  { list, ids, by }: Wanted,
): Promise<readonly Judged[]> {
  const marked = [...new Set(ids)];
  const records = await employees.findAll(marked);
  const now = clock.now();
  return await sideBySide(marked, async (id) => {
    const account = records.has(id) ? await remindable(accountRecords, id) : undefined;
    const why = whyNotMarked(records.get(id), account, { list, by, now });
    return { id, person: why === "out-of-scope" ? undefined : records.get(id), why };
  });
}
