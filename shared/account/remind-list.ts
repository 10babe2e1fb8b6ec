/** One step of a run of reminders, as bulk work. */
import type { Officer } from "#shared/access/scope.ts";
import { askerOf, type Bulk, BulkMissing, type Stepped } from "#shared/bulk/bulk.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Listed } from "#shared/employee/employees.ts";
import { entryOf } from "./account-event.ts";
import type { AccountRecords } from "./account-record.ts";
import { isBehind, type ListAccounts, peopleOf, placeAt, placeOf } from "./list-accounts.ts";
import {
  type ListRun,
  type MarkedRun,
  type ReminderRun,
  type Reminders,
  remindable,
  reminderOf,
  reminderRun,
  whyNot,
  whyNotMarked,
} from "./reminders.ts";

export interface RemindList extends ListAccounts {
  readonly accountRecords: Pick<AccountRecords, "list" | "summary">;
  readonly reminders: Reminders;
}

/** People of the list in one step, a transaction each. */
const perStep = 25;

/** Of people who were to be reminded: nothing is wrong with them. */
const notNeeded: ReadonlySet<string> = new Set(["recently", "elsewhere", "not-needed"]);

type Outcome = "done" | "unchanged" | "refused";

/** @returns how bulk work of the kind `remind` is carried out */
export function remindersOf(dependencies: RemindList): { step: (bulk: Bulk) => Promise<Stepped> } {
  return {
    step: async (bulk) => {
      const parsed = reminderRun.safeParse(bulk.parameters);
      if (!parsed.success) throw new BulkMissing("The run says not whom to remind.");
      const { data: run } = parsed;
      if ("ids" in run) return await remindMarked(dependencies, bulk, run);
      return await remindNext(dependencies, bulk, run);
    },
  };
}

/** The cursor is the place of the first who has not been looked at. */
async function remindMarked(
  dependencies: RemindList,
  bulk: Bulk,
  run: MarkedRun,
): Promise<Stepped> {
  const begin = Number(bulk.cursor);
  const ids = run.ids.slice(begin, begin + perStep);
  const records = await dependencies.employees.findAll(ids);
  const counted = { done: 0, unchanged: 0, refused: 0 };
  for (const id of ids) {
    const employee = records.get(id);
    counted[employee ? await remind(dependencies, { bulk, run, employee }) : "refused"]++;
  }
  const end = begin + ids.length;
  return { ...counted, next: end < run.ids.length ? String(end) : undefined };
}

async function remindNext(dependencies: RemindList, bulk: Bulk, run: ListRun): Promise<Stepped> {
  const { cursor } = bulk;
  const by = officerOf(bulk, run);
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

/** Whoever started it, with the units of then. */
function officerOf(bulk: Bulk, { units }: ReminderRun): Officer {
  return { employeeId: askerOf(bulk), instansiId: bulk.instansiId, units };
}

export function isMeant({ unitKerja }: Employee, run: Pick<ListRun, "unitKerja">): boolean {
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
  const why =
    "ids" in run
      ? whyNotMarked(employee, account, { list: run.list, by: officerOf(bulk, run), now: at })
      : whyNot(employee, account, { list: run.list, now: at });
  if (why) return notNeeded.has(why) ? "unchanged" : "refused";
  const actor = { role: "officer", id: askerOf(bulk) } as const;
  const entry = entryOf({ employeeId: id, action: reminderOf[run.list], actor, at });
  if (await reminders.remind({ id, runId: bulk.id, at, entry })) return "done";
  return (await accountRecords.summary(id))?.reminded?.runId === bulk.id ? "done" : "unchanged";
}
