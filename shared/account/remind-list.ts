/** One step of a run of reminders, as bulk work. */
import type { Officer } from "#shared/access/scope.ts";
import { askerOf, type Bulk, BulkMissing, type Stepped } from "#shared/bulk/bulk.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Listed } from "#shared/employee/employees.ts";
import { entryOf } from "./account-event.ts";
import type { AccountRecords } from "./account-record.ts";
import { isBehind, type ListAccounts, peopleOf, placeAt, placeOf } from "./list-accounts.ts";
import {
  type ReminderRun,
  type Reminders,
  remindable,
  reminderOf,
  reminderRun,
  whyNot,
} from "./reminders.ts";

export interface RemindList extends ListAccounts {
  readonly accountRecords: Pick<AccountRecords, "list" | "summary">;
  readonly reminders: Reminders;
}

/** People of the list in one step, a transaction each. */
const perStep = 25;

type Outcome = "done" | "unchanged" | "refused";

/** @returns how bulk work of the kind `remind` is carried out */
export function remindersOf(dependencies: RemindList): { step: (bulk: Bulk) => Promise<Stepped> } {
  return {
    step: async (bulk) => {
      const parsed = reminderRun.safeParse(bulk.parameters);
      if (!parsed.success) throw new BulkMissing("The run says not whom to remind.");
      return await remindNext(dependencies, bulk, parsed.data);
    },
  };
}

async function remindNext(
  dependencies: RemindList,
  bulk: Bulk,
  run: ReminderRun,
): Promise<Stepped> {
  const { instansiId, cursor } = bulk;
  const by: Officer = { employeeId: askerOf(bulk), instansiId, units: run.units };
  const last = placeAt(run.through);
  const counted = { done: 0, unchanged: 0, refused: 0 };
  const page = await peopleOf(
    dependencies,
    { list: run.list, by },
    {
      limit: perStep,
      after: cursor === "" ? undefined : placeAt(cursor),
    },
  );
  let seen: Listed | undefined;
  for (const { line, employee } of page) {
    if (isBehind(line, last)) return { ...counted, next: undefined };
    seen = line;
    if (!employee || !isMeant(employee, run)) continue;
    counted[await remind(dependencies, { bulk, run, employee })]++;
  }
  return { ...counted, next: seen && page.length === perStep ? placeOf(seen) : undefined };
}

export function isMeant({ unitKerja }: Employee, run: Pick<ReminderRun, "unitKerja">): boolean {
  return run.unitKerja === undefined || run.unitKerja === unitKerja;
}

/** A step that is done again finds its own run's mark, and counts the same. */
async function remind(
  { accountRecords, reminders, clock }: RemindList,
  {
    bulk,
    run,
    employee,
  }: { readonly bulk: Bulk; readonly run: ReminderRun; readonly employee: Employee },
): Promise<Outcome> {
  const { id } = employee;
  const account = await remindable(accountRecords, id);
  if (account !== "unreadable" && account?.reminded?.runId === bulk.id) return "done";
  const at = clock.now();
  const why = whyNot(employee, account, { list: run.list, now: at });
  if (why) return why === "recently" || why === "elsewhere" ? "unchanged" : "refused";
  const actor = { role: "officer", id: askerOf(bulk) } as const;
  const entry = entryOf({ employeeId: id, action: reminderOf[run.list], actor, at });
  if (await reminders.remind({ id, runId: bulk.id, at, entry })) return "done";
  return (await accountRecords.summary(id))?.reminded?.runId === bulk.id ? "done" : "unchanged";
}
