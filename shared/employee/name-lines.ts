/** The lines of the index by name that stand beside a record: of its words, its unit and its tags (decision 0047). */
import { cardStatus, type Employee, savedStatus } from "./employee.ts";
import {
  lineInUnit,
  listLine,
  type NameLine,
  type NameQuery,
  partitionOf,
  partsOf,
  rangesOf,
  soonLine,
  turnsOf,
  unitPartition,
} from "./name-index.ts";
import { tagsByWord, tagsOf } from "./tags.ts";

/**
 * All of a person, by what their items are called.
 * @param today "YYYY-MM-DD", in Jakarta: the day whose tags the person has
 */
export function linesBeside(employee: Employee, today: string): ReadonlyMap<string, NameLine> {
  const { instansiId, kind, unitKerja } = employee;
  // What was joined into another record is looked for by nobody; its line in the list stays for whoever erases leavers.
  if (employee.joinedInto) return new Map();
  const place = { instansiId, status: savedStatus(employee), kind };
  const listed = listLine(employee);
  const tags = tagsOf(employee, today).filter((tag) => tag !== "ends-soon");
  const end = contractDay(employee, today);
  const lines = new Map<string, NameLine>();
  const add = (listedIn: string, named: (i: number) => string, all: readonly string[]) => {
    for (const [i, listedAs] of all.entries()) lines.set(named(i), { listedIn, listedAs });
  };
  add(partitionOf(place), String, turnsOf(listed));
  const filters = [place.status, kind, ...tags, ...(end ? [endMark + end] : [])];
  add(unitPartition(instansiId, unitKerja), () => "unit", [lineInUnit(listed, filters)]);
  for (const tag of tags) {
    const partition = partitionOf({ ...place, tag });
    add(partition, () => tag, [listed]);
    if (tagsByWord.has(tag)) add(partition, (i) => `${tag}#${i}`, turnsOf(listed));
  }
  const soon = partitionOf({ ...place, tag: "ends-soon" });
  if (end) add(soon, () => "ends-soon", [soonLine(listed, end)]);
  return lines;
}

/** Whoever has a contract that goes on has a line with its last day, so no line changes because a day has passed. */
function contractDay(employee: Employee, today: string): string | undefined {
  return cardStatus(employee, new Date(today)) === "ended" ? undefined : employee.contractEnd;
}

/** Before the last day of a contract among what a unit's people are filtered by. */
const endMark = "until:";

/** The lines that a search in the whole agency would read of a person, from the person's line in a unit. */
export function placesInUnit(lineOfUnit: string, query: NameQuery): string[] {
  const { text, id, filters } = partsOf(lineOfUnit);
  const held = filters.split(" ");
  const { status, kind } = query;
  const tag = query.tagged?.tag;
  const end = held.find((each) => each.startsWith(endMark))?.slice(endMark.length);
  const isHeld = (filter: string | undefined) => filter === undefined || held.includes(filter);
  if (!isHeld(status) || !isHeld(kind)) return [];
  if (tag === "ends-soon" ? !end : !isHeld(tag)) return [];
  const listed = `0${text}\t${id}`;
  const { first, last } = rangesOf(query);
  const all = end && tag === "ends-soon" ? [soonLine(listed, end)] : [listed, ...turnsOf(listed)];
  return all.filter((listedAs) => listedAs >= first && listedAs <= last);
}
