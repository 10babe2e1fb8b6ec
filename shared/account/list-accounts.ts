/** Lists of accounts that somebody has to look at, each read from an index: their cost depends on the page, not on the agency. */
import * as z from "zod";
import { type Officer, reaches } from "#shared/access/scope.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import { cardStatus, type Employee, employeeId } from "#shared/employee/employee.ts";
import type { Employees, Listed, ListedQuery } from "#shared/employee/employees.ts";
import { listedSince, type RecordList, recordLists } from "#shared/employee/record-lists.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import type { AccountList } from "./account-lists.ts";
import type { AccountRecords } from "./account-record.ts";

export interface ListAccounts {
  readonly employees: Pick<Employees, "findAll" | "listed">;
  readonly accountRecords: Pick<AccountRecords, "list">;
  readonly clock: Clock;
}

/** One list, as far as this officer may see it. */
interface OwnList {
  readonly list: AccountList;
  readonly by: Officer;
}

export interface ListedAccount {
  readonly employee: Employee;
  /** ISO instant. */
  readonly since: string;
}

export interface AccountPage {
  readonly items: readonly ListedAccount[];
  /** Where the next page begins; undefined on the last. */
  readonly next?: string | undefined;
  /** How many records of this page cannot be read. */
  readonly unreadable: number;
}

/** How much is read at most: rows for the answer, and lines of the index, which does not know units. */
interface Bounds {
  readonly rows: number;
  readonly lines: number;
}
const onePage: Bounds = { rows: 50, lines: 2_000 };
const oneExport: Bounds = { rows: 5_000, lines: 10_000 };

/** One batch of records: BatchGetItem's most keys. */
const mostInABatch = 100;

/** An officer takes each list once a day; a stolen session does not take it every minute. */
const perOfficer: Limit = { name: "accounts-exported", max: 20, windowSeconds: 3600 };

/**
 * A page of a list: 50 accounts, or the last. For the officer of a unit it can be shorter and not the last: after 2,000 accounts
 * of other units the search goes on with the next page.
 * @throws InvalidInput when `from` is not the `next` of a page of a list
 */
export async function listAccounts(
  api: ListAccounts,
  { from, ...own }: OwnList & { readonly from?: string | undefined },
): Promise<AccountPage> {
  return await readList(api, own, onePage, from === undefined ? undefined : placeAt(from));
}

/**
 * A list as far as one file takes it: 5,000 accounts. It is written to the history first; if that fails, nothing is answered.
 * @throws TooManyAttempts
 */
export async function exportAccounts(
  api: ListAccounts & {
    readonly history: Pick<AuditTrail, "noteReading">;
    readonly limits: Pick<RateLimits, "count">;
  },
  own: OwnList,
): Promise<AccountPage> {
  const now = api.clock.now();
  await api.limits.count(perOfficer, own.by.employeeId, now);
  await api.history.noteReading({
    subjectId: accountListKey(own),
    at: now.toISOString(),
    actor: { role: "officer", id: own.by.employeeId },
    purpose: "accounts-exported",
  });
  return await readList(api, own, oneExport);
}

/** The key of an agency's list: in the index, and in the history. */
function accountListKey({ list, by }: OwnList): string {
  return `${by.instansiId}#${list}`;
}

async function readList(
  api: ListAccounts,
  own: OwnList,
  bounds: Bounds,
  from?: Listed,
): Promise<AccountPage> {
  const items: ListedAccount[] = [];
  let unreadable = 0;
  let lines = 0;
  let last = from;
  // Of the whole agency nearly every line is a row; one more tells whether there is another page.
  const batch = own.by.units ? mostInABatch : Math.min(bounds.rows + 1, mostInABatch);
  for await (const { line, employee } of linesFrom(api, own, { limit: batch, after: from })) {
    const shown = employee && isShown(employee, own, api.clock.now()) ? employee : undefined;
    const isFull = items.length === bounds.rows && shown !== undefined;
    if (isFull || lines === bounds.lines) return { items, unreadable, ...nextAt(last) };
    if (shown) items.push({ employee: shown, since: line.since });
    // One that cannot be read may be of another unit, so it is told to readers of the whole agency alone.
    if (!employee && !own.by.units) unreadable++;
    last = line;
    lines++;
  }
  return { items, unreadable };
}

/** The lines of a list with their records, as far as those can be read, batch by batch. */
async function* linesFrom(
  api: ListAccounts,
  own: OwnList,
  { limit, after }: ListedQuery,
): AsyncGenerator<{ readonly line: Listed; readonly employee: Employee | undefined }> {
  let last = after;
  for (;;) {
    const found = await linesOf(api, own, { limit, after: last });
    const records = await api.employees.findAll(found.map(({ id }) => id));
    for (const line of found) yield { line, employee: records.get(line.id) };
    if (found.length < limit) return;
    last = found.at(-1);
  }
}

function linesOf(
  { employees, accountRecords }: ListAccounts,
  own: OwnList,
  query: ListedQuery,
): Promise<readonly Listed[]> {
  const { list, by } = own;
  if (isRecordList(list)) return employees.listed(list, by.instansiId, query);
  return accountRecords.list(accountListKey(own), query);
}

/** By the record as it is now, because an index is late, and the person may work elsewhere. Who has left needs no account. */
function isShown(employee: Employee, { list, by }: OwnList, now: Date): boolean {
  if (!reaches(by, employee) || cardStatus(employee, now) === "ended") return false;
  return !isRecordList(list) || listedSince(employee)[list] !== undefined;
}

function isRecordList(list: AccountList): list is RecordList {
  return list in recordLists;
}

/** A part of a list with the records as far as they can be read and belong to it; of the others there is only the line. */
export async function peopleOf(
  api: ListAccounts,
  own: OwnList,
  query: ListedQuery,
): Promise<readonly { readonly line: Listed; readonly employee: Employee | undefined }[]> {
  const lines = await linesOf(api, own, query);
  const records = await api.employees.findAll(lines.map(({ id }) => id));
  const now = api.clock.now();
  return lines.map((line) => {
    const employee = records.get(line.id);
    return { line, employee: employee && isShown(employee, own, now) ? employee : undefined };
  });
}

/** Whether a place of a list comes after another one. */
export function isBehind(one: Listed, other: Listed): boolean {
  return one.since === other.since ? one.id > other.id : one.since > other.since;
}

const place = z.tuple([z.iso.datetime(), employeeId]);

function nextAt(last: Listed | undefined): { readonly next?: string } {
  return last ? { next: placeOf(last) } : {};
}

/** A place as pages keep it. */
export function placeOf({ since, id }: Listed): string {
  return Buffer.from(JSON.stringify([since, id])).toString("base64url");
}

/** @throws InvalidInput */
export function placeAt(cursor: string): Listed {
  const [since, id] = parsed(cursor) ?? [];
  if (!since || !id) throw new InvalidInput({ field: "cursor", code: "malformed" });
  return { since, id };
}

function parsed(cursor: string): z.infer<typeof place> | undefined {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    return undefined;
  }
}
