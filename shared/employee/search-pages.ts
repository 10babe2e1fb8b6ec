/** Makes a page of people from sorted lines; a page is full or the last. */
import * as z from "zod";
import { InvalidInput } from "#shared/runtime/errors.ts";
import type { Employee, EmployeeId } from "./employee.ts";
import { behind, meantBy, type NameRanges } from "./name-index.ts";

export interface EmployeePage {
  readonly items: readonly Employee[];
  /** Where the next page begins; undefined on the last. */
  readonly next?: string | undefined;
  /** How many records of this page cannot be read. */
  readonly unreadable: number;
}

interface PageQuery {
  readonly words: readonly string[];
  readonly limit: number;
  /** A condition on the record as it is now, because the index may be a moment late. */
  readonly fits: (employee: Employee) => boolean;
  /** Those of at most a hundred people who are in a list that another table keeps; absent: all of them. */
  readonly among?: Among | undefined;
}

export type Among = (ids: readonly EmployeeId[]) => Promise<ReadonlySet<EmployeeId>>;

interface Hit {
  readonly id: EmployeeId;
  readonly listedAs: string;
}

/**
 * Reads lines until the page is full or there are no more.
 * @param lines places in the index, sorted, from where the page begins
 * @param findAll the newest records of these ids; an unreadable one is left out
 */
export async function pageOf(
  lines: AsyncIterable<string>,
  findAll: (ids: readonly EmployeeId[]) => Promise<ReadonlyMap<EmployeeId, Employee>>,
  { words, limit, fits, among }: PageQuery,
): Promise<EmployeePage> {
  const all = hitsIn(lines, words);
  const hits = among ? hitsAmong(all, among) : all;
  const items: Employee[] = [];
  let unreadable = 0;
  for (;;) {
    const batch = await take(hits, limit - items.length);
    const found = await findAll(batch.map(({ id }) => id));
    unreadable += batch.length - found.size;
    items.push(...batch.flatMap(({ id }) => found.get(id) ?? []).filter(fits));
    const last = batch.at(-1);
    if (!last) return { items, unreadable };
    if (items.length < limit) continue;
    const [more] = await take(hits, 1);
    return { items, unreadable, ...(more ? { next: cursorAt(last.listedAs) } : {}) };
  }
}

/** Where the lines of a page begin: after the last line of the page before. @throws InvalidInput */
export function lineBehind(
  cursor: string | undefined,
  { first, begin }: Pick<NameRanges, "first" | "begin">,
): string {
  if (cursor === undefined) return first;
  const { data } = place.safeParse(Buffer.from(cursor, "base64url").toString());
  if (!data?.startsWith(begin)) throw new InvalidInput({ field: "cursor", code: "malformed" });
  return behind(data);
}

/** Of a name, of a day and a name, of an instant. */
const place = z.string().regex(/^[012][a-z0-9 @:.TZ-]*\temp_\w+$/);

function cursorAt(listedAs: string): string {
  return Buffer.from(listedAs).toString("base64url");
}

async function* hitsIn(
  lines: AsyncIterable<string>,
  words: readonly string[],
): AsyncGenerator<Hit> {
  for await (const listedAs of lines) {
    const id = meantBy(listedAs, words);
    if (id) yield { id, listedAs };
  }
}

/** A hundred at once: as many as one read of another table takes. */
const mostInABatch = 100;

async function* hitsAmong(hits: AsyncGenerator<Hit>, among: Among): AsyncGenerator<Hit> {
  for (;;) {
    const batch = await take(hits, mostInABatch);
    if (batch.length === 0) return;
    const listed = await among(batch.map(({ id }) => id));
    yield* batch.filter(({ id }) => listed.has(id));
  }
}

async function take(hits: AsyncGenerator<Hit>, count: number): Promise<Hit[]> {
  const taken: Hit[] = [];
  while (taken.length < count) {
    const { value, done } = await hits.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

/** Merges several sorted sources into one. */
export async function* merged(sources: readonly AsyncGenerator<string>[]): AsyncGenerator<string> {
  const heads = await Promise.all(sources.map(async (source) => source.next()));
  for (;;) {
    const open = heads.flatMap((head, i) => (head.done ? [] : [{ i, value: head.value }]));
    const first = open.sort((a, b) => (a.value < b.value ? -1 : 1))[0];
    if (!first) return;
    yield first.value;
    const source = sources[first.i];
    if (source) heads[first.i] = await source.next();
  }
}
