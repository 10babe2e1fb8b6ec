/** Lists of accounts that somebody has to look at, each read from an index: their cost depends on the page, not on the agency. */
import * as z from "zod";
import { type Officer, reaches } from "#shared/access/scope.ts";
import { cardStatus, type Employee, employeeId } from "#shared/employee/employee.ts";
import type { Employees, Listed, ListedQuery } from "#shared/employee/employees.ts";
import { listedSince, type RecordList, recordLists } from "#shared/employee/record-lists.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { cursorIn, cursorText } from "#shared/runtime/cursor.ts";
import type { AccountList } from "./account-lists.ts";
import type { AccountRecords } from "./account-record.ts";
import type { RefusedPhotos } from "./refused-photos.ts";

export interface ListAccounts {
  readonly employees: Pick<Employees, "findAll" | "listed">;
  readonly accountRecords: Pick<AccountRecords, "list">;
  readonly photos: RefusedPhotos;
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

/** How much a page reads at most: rows for the answer, and lines of the index, which does not know units. */
const mostRows = 50;
const mostLines = 2_000;

/** One batch of records: BatchGetItem's most keys. */
const mostInABatch = 100;

/**
 * A page of a list: 50 accounts, or the last. For the officer of a unit it can be shorter and not the last: after 2,000 accounts
 * of other units the search goes on with the next page.
 * @throws InvalidInput when `from` is not the `next` of a page of a list
 */
export async function listAccounts(
  api: ListAccounts,
  { from: cursor, ...own }: OwnList & { readonly from?: string | undefined },
): Promise<AccountPage> {
  const from = cursor === undefined ? undefined : placeAt(cursor);
  const items: ListedAccount[] = [];
  let unreadable = 0;
  let lines = 0;
  let last = from;
  // Of the whole agency nearly every line is a row; one more tells whether there is another page.
  const limit = own.by.units ? mostInABatch : mostRows + 1;
  for await (const { line, employee } of linesFrom(api, own, { limit, after: from })) {
    const shown = employee && isShown(employee, own, api.clock.now()) ? employee : undefined;
    const isFull = items.length === mostRows && shown !== undefined;
    if (isFull) return { items, unreadable, ...nextAt(seenLast(own, items, last)) };
    if (lines === mostLines) return { items, unreadable, ...nextAt(last) };
    if (shown) items.push({ employee: shown, since: line.since });
    if (!employee) unreadable += countedFor(own);
    last = line;
    lines++;
  }
  return { items, unreadable };
}

/** Who reaches some units goes on behind whom they saw: what lies between is read again, and no id of another unit is told. */
function seenLast(
  { by }: OwnList,
  items: readonly ListedAccount[],
  last: Listed | undefined,
): Listed | undefined {
  const shown = items.at(-1);
  return by.units && shown ? { id: shown.employee.id, since: shown.since } : last;
}

/** One that cannot be read may be of another unit, so it is told to readers of the whole agency alone. */
const countedFor = ({ by }: OwnList): number => (by.units ? 0 : 1);

/** The people of a whole list, as far as this officer may see it, longest in it first: as many at once as one read takes. */
export async function* wholeList(
  api: ListAccounts,
  own: OwnList,
): AsyncGenerator<{ readonly items: readonly Employee[]; readonly unreadable: number }> {
  for await (const batch of batchesFrom(api, own, { limit: mostInABatch, after: undefined })) {
    const found = batch.flatMap(({ employee }) => employee ?? []);
    const now = api.clock.now();
    yield {
      items: found.filter((employee) => isShown(employee, own, now)),
      unreadable: (batch.length - found.length) * countedFor(own),
    };
  }
}

/** A line of a list with its record, as far as that can be read. */
interface LineWithRecord {
  readonly line: Listed;
  readonly employee: Employee | undefined;
}

async function* linesFrom(
  api: ListAccounts,
  own: OwnList,
  query: ListedQuery,
): AsyncGenerator<LineWithRecord> {
  for await (const batch of batchesFrom(api, own, query)) yield* batch;
}

async function* batchesFrom(
  api: ListAccounts,
  own: OwnList,
  { limit, after }: ListedQuery,
): AsyncGenerator<readonly LineWithRecord[]> {
  let last = after;
  for (;;) {
    const batch = await batchOf(api, own, { limit, after: last });
    yield batch;
    if (batch.length < limit) return;
    last = batch.at(-1)?.line;
  }
}

async function batchOf(
  api: ListAccounts,
  own: OwnList,
  query: ListedQuery,
): Promise<readonly LineWithRecord[]> {
  const lines = await linesOf(api, own, query);
  const records = await api.employees.findAll(lines.map(({ id }) => id));
  return lines.map((line) => ({ line, employee: records.get(line.id) }));
}

function linesOf(
  { employees, accountRecords, photos }: ListAccounts,
  own: OwnList,
  query: ListedQuery,
): Promise<readonly Listed[]> {
  const { list, by } = own;
  if (isRecordList(list)) return employees.listed(list, by.instansiId, query);
  if (list === "photo-refused") return photos.refused(by.instansiId, query);
  return accountRecords.list(`${by.instansiId}#${list}`, query);
}

/** By the record as it is now, because an index is late, and the person may work elsewhere. Who has left needs no account. */
function isShown(employee: Employee, { list, by }: OwnList, now: Date): boolean {
  if (!reaches(by, employee) || cardStatus(employee, now) === "ended") return false;
  return !isRecordList(list) || listedSince(employee)[list] !== undefined;
}

function isRecordList(list: AccountList): list is RecordList {
  return list in recordLists;
}

/** A part of a list with the records that can be read and belong to it; of the others there is only the line, and whether it counts as lost. */
export async function peopleOf(
  api: ListAccounts,
  own: OwnList,
  query: ListedQuery,
): Promise<readonly (LineWithRecord & { readonly isLost: boolean })[]> {
  const batch = await batchOf(api, own, query);
  const now = api.clock.now();
  return batch.map(({ line, employee }) => ({
    line,
    employee: employee && isShown(employee, own, now) ? employee : undefined,
    isLost: !employee && countedFor(own) > 0,
  }));
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
  return cursorText([since, id]);
}

/** @throws InvalidInput */
export function placeAt(cursor: string): Listed {
  const [since, id] = cursorIn(place, cursor);
  return { since, id };
}
