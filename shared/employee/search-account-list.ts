/** People of whom the table of accounts knows something, among those whom an officer's other filters find (decision 0047). */
import { InvalidInput } from "#shared/runtime/errors.ts";
import { type EmployeeId, isEmployeeId } from "./employee.ts";
import type { AccountLists, Employees, Listed, SearchQuery } from "./employees.ts";
import { linesInRecords } from "./lines-in-records.ts";
import { partsOf } from "./name-index.ts";
import { searchLines } from "./search-lines.ts";
import { type EmployeePage, lineBehind, pageOf } from "./search-pages.ts";
import type { AccountTag } from "./tag-names.ts";

interface SearchAccountList {
  readonly employees: Pick<Employees, "findAll" | "search">;
  readonly accountRecords: AccountLists;
}

/** A list as long as this is read whole when there are other filters: at most five batches of records. */
const mostReadWhole = 500;

/**
 * The list alone is read as it stands, longest in it first. With other filters a short list is read whole; of a long one nearly
 * everybody is in it, so the other filters' lines are read and asked whether they are in the list.
 */
export async function searchAccountList(
  api: SearchAccountList,
  tag: AccountTag,
  query: SearchQuery,
): Promise<EmployeePage> {
  const { employees, accountRecords } = api;
  const { instansiId, units, words, status, kind } = query;
  const isAlone = words.length === 0 && (units ?? status ?? kind) === undefined;
  if (isAlone) return await longestFirst(api, tag, query);
  const list = `${instansiId}#${tag}`;
  const listed = await accountRecords.list(list, { limit: mostReadWhole + 1 });
  if (listed.length > mostReadWhole) {
    const among = (ids: readonly EmployeeId[]) => accountRecords.among(list, ids);
    return await employees.search({ ...query, among });
  }
  const found = await employees.findAll(listed.map(({ id }) => id));
  const page = await searchLines(linesInRecords([...found.values()]), async () => found, query);
  // One that cannot be read has no name, so it is on no page of its own; whose it is nobody knows.
  return { ...page, unreadable: 0 };
}

/** It sorts by an instant, with a mark of its own before it. */
const byInstant = { begin: "2", first: "2" };

async function longestFirst(
  { employees, accountRecords }: SearchAccountList,
  tag: AccountTag,
  { instansiId, from, limit, fits }: SearchQuery,
): Promise<EmployeePage> {
  async function* lines() {
    let after = from === undefined ? undefined : placeAt(lineBehind(from, byInstant));
    for (;;) {
      const part = await accountRecords.list(`${instansiId}#${tag}`, { limit: limit + 1, after });
      yield* part.map(({ id, since }) => `2${since}\t${id}`);
      after = part.at(-1);
      if (part.length <= limit) return;
    }
  }
  return await pageOf(lines(), (ids) => employees.findAll(ids), { words: [], limit, fits });
}

function placeAt(line: string): Listed {
  const { text: since, id } = partsOf(line.trimEnd());
  if (!isEmployeeId(id)) throw new InvalidInput({ field: "cursor", code: "malformed" });
  return { since, id };
}
