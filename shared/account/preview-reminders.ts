/** Who would be reminded, looked at before anything is mailed, and the start of it. */
import * as z from "zod";
import type { Officer } from "#shared/access/scope.ts";
import { type BulkId, type Bulks, newBulk } from "#shared/bulk/bulk.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees, Listed } from "#shared/employee/employees.ts";
import { requireUnit } from "#shared/employee/require-unit.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { digestId } from "#shared/runtime/ids.ts";
import type { RemindedList } from "./account-lists.ts";
import type { AccountRecords } from "./account-record.ts";
import {
  isBehind,
  type ListAccounts,
  type ListedAccount,
  peopleOf,
  placeAt,
  placeOf,
} from "./list-accounts.ts";
import { isMeant } from "./remind-list.ts";
import {
  type LeftOutReason,
  mostReminded,
  type RemindableAccount,
  type ReminderRun,
  remindable,
  whyNot,
} from "./reminders.ts";

export interface PreviewReminders extends ListAccounts {
  readonly employees: Pick<Employees, "findAll" | "listed" | "countIn">;
  readonly accountRecords: Pick<AccountRecords, "list" | "summary">;
}

export interface ReminderPreview {
  /** Who gets one, longest in the list first. */
  readonly people: readonly ListedAccount[];
  readonly leftOut: Readonly<Record<LeftOutReason, number>>;
  /** The place of the last one that this officer reaches; undefined when there is none. */
  readonly through: string | undefined;
  /** There are more people than one run takes. */
  readonly isCut: boolean;
}

interface Wanted {
  readonly list: RemindedList;
  readonly unitKerja?: string | undefined;
  readonly by: Officer;
}

/** One batch of records, and as many accounts at once. */
const perBatch = 100;
/** Lines of the index, which knows no units. */
const mostLines = 2_000;

/**
 * @param through not further than there: what an earlier preview showed
 * @throws InvalidInput on `unitKerja`: `unit-unknown` (nobody works there, or it is not the officer's)
 */
export async function previewReminders(
  api: PreviewReminders,
  wanted: Wanted,
  through?: string,
): Promise<ReminderPreview> {
  const now = api.clock.now();
  const { unitKerja, by } = wanted;
  if (unitKerja !== undefined)
    await requireUnit(api.employees, { unitKerja, by, field: "unitKerja" });
  const people: ListedAccount[] = [];
  const leftOut = { "no-address": 0, recently: 0, "not-activated": 0, unreadable: 0 };
  let [lines, last]: [number, Listed | undefined] = [0, undefined];
  const preview = (isCut: boolean) => ({
    ...{ people, leftOut, isCut },
    through: last && placeOf(last),
  });
  for await (const { line, employee, isLost, account } of candidates(api, wanted, through)) {
    if (people.length === mostReminded || lines === mostLines) return preview(true);
    lines++;
    if (isLost) [last, leftOut.unreadable] = [line, leftOut.unreadable + 1];
    if (!employee || !isMeant(employee, wanted)) continue;
    last = line;
    const why = whyNot(employee, account, { list: wanted.list, now });
    if (why === undefined) people.push({ employee, since: line.since });
    else if (why !== "elsewhere") leftOut[why]++;
  }
  return preview(false);
}

interface Candidate {
  readonly line: Listed;
  readonly employee: Employee | undefined;
  readonly isLost: boolean;
  readonly account: RemindableAccount;
}

/** The list line by line, with records and accounts batch by batch. */
async function* candidates(
  api: PreviewReminders,
  { list, by }: Wanted,
  through: string | undefined,
): AsyncGenerator<Candidate, void> {
  const end = through === undefined ? undefined : placeAt(through);
  let after: Listed | undefined;
  for (;;) {
    const page = await peopleOf(api, { list, by }, { limit: perBatch, after });
    const accounts = await Promise.all(
      page.map(({ line }) => remindable(api.accountRecords, line.id)),
    );
    for (const [i, person] of page.entries()) {
      if (end && isBehind(person.line, end)) return;
      yield { ...person, account: accounts[i] };
    }
    after = page.at(-1)?.line;
    if (page.length < perBatch) return;
  }
}

export interface BeginReminders {
  readonly bulks: Pick<Bulks, "start">;
  readonly bulkSteps: { sendFirst(id: BulkId): Promise<void> };
  readonly limits: Pick<RateLimits, "count">;
  readonly clock: Clock;
}

export interface StartReminders extends PreviewReminders, BeginReminders {}

/** Five thousand mails a day from one officer; a stolen session does not write to an agency every minute. */
const perOfficer: Limit = { name: "reminder-runs", max: 10, windowSeconds: 86_400 };

/**
 * Starts the reminders of what a preview showed. The same request again starts nothing more.
 * @throws Conflict `nobody-to-remind`; TooManyAttempts; InvalidInput on the place, and as previewReminders
 */
export async function startReminders(
  api: StartReminders,
  {
    requestId,
    through,
    ...wanted
  }: Wanted & { readonly requestId: string; readonly through: string },
): Promise<BulkId> {
  const { list, unitKerja, by } = wanted;
  // What was asked for may lie behind what one run takes, as no preview says it.
  const { people, through: last } = await previewReminders(api, wanted, through);
  if (people.length === 0 || last === undefined) throw new Conflict("nobody-to-remind");
  const id: BulkId = digestId("blk", [requestId, by.employeeId, list, unitKerja, through]);
  const ofUnit = unitKerja === undefined ? {} : { unitKerja };
  const run = { list, ...ofUnit, through: last, total: people.length };
  return await beginReminders(api, { id, by, run });
}

interface BegunReminders {
  readonly id: BulkId;
  readonly by: Officer;
  readonly run: ReminderRun;
}

/**
 * The work that mails a run; the same again starts nothing more.
 * @throws TooManyAttempts
 */
export async function beginReminders(
  { bulks, bulkSteps, limits, clock }: BeginReminders,
  { id, by, run }: BegunReminders,
): Promise<BulkId> {
  const now = clock.now();
  // Only what mails somebody counts.
  await limits.count(perOfficer, by.employeeId, now);
  const begun = { id, kind: "remind", instansiId: by.instansiId, askedBy: by.employeeId } as const;
  const parameters = z.json().parse({ ...run, ...(by.units && { units: by.units }) });
  try {
    await bulks.start(newBulk({ ...begun, parameters }, now));
  } catch (error) {
    if (!(error instanceof Conflict && error.code === "request-repeated")) throw error;
  }
  await bulkSteps.sendFirst(id);
  return id;
}
