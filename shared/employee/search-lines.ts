/** Which lines of the index by name a search reads, in their order. */
import type { Employee, EmployeeId } from "./employee.ts";
import type { SearchQuery } from "./employees.ts";
import { isReadByWord, type Range, rangesOf, unitPartition } from "./name-index.ts";
import { placesInUnit } from "./name-lines.ts";
import { type EmployeePage, lineBehind, merged, pageOf } from "./search-pages.ts";

/** The index by name. */
export interface NameLines {
  /**
   * Places of one partition, in their order.
   * @param chunk how many are read at once
   */
  from(partition: string, range: Range & { readonly chunk: number }): AsyncGenerator<string>;
}

/** How many lines are read at once when many of them are passed over: of a whole unit, or of a word; some 60 KB. */
const linesOfMany = 500;
/** As many as another table is asked about at once. */
const linesToAsk = 100;

/** @param findAll the newest records of these ids; an unreadable one is left out */
export async function searchLines(
  index: NameLines,
  findAll: (ids: readonly EmployeeId[]) => Promise<ReadonlyMap<EmployeeId, Employee>>,
  query: SearchQuery,
): Promise<EmployeePage> {
  const { words, limit, from, fits, among } = query;
  const ranges = rangesOf(query);
  const first = lineBehind(from, ranges);
  const lines = query.units
    ? linesInUnits(index, { ...query, units: query.units }, first)
    : merged(
        ranges.partitions.map((partition) =>
          index.from(partition, { first, last: ranges.last, chunk: chunkOf(query) }),
        ),
      );
  return pageOf(lines, findAll, { words, limit, fits, among });
}

/** As many as the page has, unless many of the lines are somebody else's. */
function chunkOf(query: SearchQuery): number {
  const { words, tagged, units, status, kind, limit, among } = query;
  const isMixed = units !== undefined && (status ?? kind ?? tagged) !== undefined;
  const isSifted = words.length > 1 || (words.length > 0 && !isReadByWord(query)) || isMixed;
  if (isSifted) return linesOfMany;
  return among ? linesToAsk : limit + 1;
}

type InUnits = SearchQuery & { readonly units: readonly string[] };

/** Each unit has one line for each of its people. In the order of their names they are read as far as the page goes; otherwise all. */
async function* linesInUnits(
  index: NameLines,
  query: InUnits,
  first: string,
): AsyncGenerator<string> {
  const { instansiId, units } = query;
  const { begin, last } = rangesOf(query);
  const inOrder = begin === "0";
  const range = inOrder ? { first, last } : rangesOf({ ...query, words: [], tagged: undefined });
  const chunk = inOrder ? chunkOf(query) : linesOfMany;
  const sources = units.map((unit) =>
    placesFrom(index.from(unitPartition(instansiId, unit), { ...range, chunk }), query),
  );
  if (inOrder) yield* merged(sources);
  else {
    const all = await Promise.all(sources.map((each) => Array.fromAsync(each)));
    yield* all
      .flat()
      .filter((listedAs) => listedAs >= first)
      .sort();
  }
}

async function* placesFrom(
  lines: AsyncGenerator<string>,
  query: SearchQuery,
): AsyncGenerator<string> {
  for await (const line of lines) yield* placesInUnit(line, query);
}
