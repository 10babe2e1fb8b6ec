/**
 * How people are listed and found by name. In the index `by-name` everybody has one line for the list, and one for each
 * word of the name and the degrees. The line of a word begins with it, and the other words follow in a circle: "siti rahma
 * skom", "rahma skom siti", "skom siti rahma". So a search for any word reads one range of the index, and every line has all
 * words. Each instansi, status and kind has a partition, and beside it each tag, so that what is rare is as cheap to list as
 * anything else (decisions 0014, 0047).
 */
import * as z from "zod";
import { type Employee, type EmployeeId, isEmployeeId, savedStatus } from "./employee.ts";
import { foldWords } from "./folding.ts";
import { type CardStatus, cardStatuses } from "./kedudukan-hukum.ts";
import { type EmployeeKind, employeeKinds } from "./nip.ts";
import type { Tag } from "./tag-names.ts";
import { lastSoonDay, tagsByWord } from "./tags.ts";

/** A line of the index: its partition, and its place in it. Records from before the index have none. */
export const nameLine = z.object({
  /** "ins_contoh#active#PNS", of a tag "ins_contoh#active#PNS#no-photo", of a unit "ins_contoh#unit#Dinas Kesehatan" */
  listedIn: z.string().default(""),
  /** "1rahma skom siti" and the id, so that no two lines are equal; in a unit also what it is filtered by. */
  listedAs: z.string().default(""),
});
export type NameLine = Readonly<z.infer<typeof nameLine>>;

/** The most lines of words that a save writes in one partition. No name has more, but the text field would take them. */
const mostWords = 16;
/** And the most letters of them: a line is a sort key, which has 1,024 bytes («Constraints in Amazon DynamoDB»), and æ or ß become two. */
const mostLetters = 600;

/** It sorts before every letter, digit and blank, so that "Ayu" stands before "Ayu Lestari". */
const beforeId = "\t";
/** Sorts after whatever follows an id in a line, and before whatever continues the id. */
const afterLine = "\n";
/** Sorts after every character that a line can have. */
const afterAll = "~";

/** What to look for; without words everybody is listed. */
export interface NameQuery {
  readonly instansiId: string;
  readonly words: readonly string[];
  readonly status?: CardStatus | undefined;
  readonly kind?: EmployeeKind | undefined;
  readonly tagged?: Tagged | undefined;
}

/** Who has this tag on a day, "YYYY-MM-DD" in Jakarta, or on the next, which may have begun in the east. */
interface Tagged {
  readonly tag: Tag;
  readonly today: string;
}

/** Places of a partition, both ends included. */
export interface Range {
  readonly first: string;
  readonly last: string;
}

/** Where the lines of a query are: the partitions, and how their lines begin. */
export interface NameRanges extends Range {
  readonly partitions: readonly string[];
  readonly begin: string;
}

export function rangesOf(query: NameQuery): NameRanges {
  const { instansiId, status, kind, tagged } = query;
  const partitions = (status ? [status] : cardStatuses).flatMap((each) =>
    (kind ? [kind] : employeeKinds).map((ofKind) =>
      partitionOf({ instansiId, status: each, kind: ofKind, tag: tagged?.tag }),
    ),
  );
  const begin = beginOf(query);
  const whole = { partitions, begin, first: begin, last: `${begin}${afterAll}` };
  if (tagged?.tag !== "ends-soon") return whole;
  const { today } = tagged;
  return {
    ...whole,
    first: `${begin}${today}`,
    last: `${begin}${lastSoonDay(today, 1)}${afterAll}`,
  };
}

/** Where everybody of these kinds is listed whose card has not ended. */
export function workingOf(
  instansiId: string,
  kinds: readonly EmployeeKind[],
): Pick<NameRanges, "partitions" | "begin"> {
  const statuses = cardStatuses.filter((status) => status !== "ended");
  const partitions = statuses.flatMap((status) =>
    kinds.map((kind) => partitionOf({ instansiId, status, kind })),
  );
  return { partitions, begin: "0" };
}

function beginOf(query: Pick<NameQuery, "words" | "tagged">): string {
  if (query.tagged?.tag === "ends-soon") return soonMark;
  return isReadByWord(query) ? `1${anchorOf(query.words)}` : "0";
}

/** Whether the lines that are read begin with one of the words; otherwise the words are looked for among all lines. */
export function isReadByWord({ words, tagged }: Pick<NameQuery, "words" | "tagged">): boolean {
  return words.length > 0 && (tagged === undefined || tagsByWord.has(tagged.tag));
}

interface Partition {
  readonly instansiId: string;
  readonly status: CardStatus;
  readonly kind: EmployeeKind;
  readonly tag?: Tag | undefined;
}

export function partitionOf({ instansiId, status, kind, tag }: Partition): string {
  return [instansiId, status, kind, ...(tag ? [tag] : [])].join("#");
}

/** The partition of the people of a unit, named exactly as in their records. */
export function unitPartition(instansiId: string, unitKerja: string): string {
  return `${instansiId}#unit#${unitKerja}`;
}

/** The line of the record itself, for the list by name. */
export function recordLine(employee: Employee): NameLine {
  const { instansiId, kind } = employee;
  return {
    listedIn: partitionOf({ instansiId, status: savedStatus(employee), kind }),
    listedAs: listLine(employee),
  };
}

type Named = Pick<Employee, "id" | "name" | "gelarDepan" | "gelarBelakang">;

/** "0siti rahma skom" and the id. */
export function listLine(employee: Named): string {
  return `0${wordsOf(employee).join(" ")}${beforeId}${employee.id}`;
}

/** A line of the list that sorts by the last day of the contract first. No word that is typed begins with its mark. */
export function soonLine(listed: string, contractEnd: string): string {
  return `${soonMark}${contractEnd} ${listed.slice(1)}`;
}
const soonMark = "0@";

/** The lines of all words of the person whose line of the list this is, one for each. */
export function turnsOf(listed: string): string[] {
  const { text, id } = partsOf(listed);
  const words = text.split(" ");
  return words.map((_, i) => `1${turned(words, i)}${beforeId}${id}`);
}

/** A line's words and id, and what follows them in the line of a unit. */
export function partsOf(listedAs: string) {
  const [text = "", id = "", filters = ""] = listedAs.slice(1).split(beforeId);
  return { text, id, filters };
}

/** The line of a person in a unit: that of the list, and what the unit's people are filtered by. */
export function lineInUnit(listed: string, filters: readonly string[]): string {
  return `${listed}${beforeId}${filters.join(" ")}`;
}

/** Where what follows a line begins. */
export function behind(listedAs: string): string {
  return `${listedAs}${afterLine}`;
}

/**
 * The person of a line that matches the query: every typed word is the beginning of a word of the name. A person with two
 * words that begin alike has two lines in the range of a word; the first one counts.
 */
export function meantBy(listedAs: string, words: readonly string[]): EmployeeId | undefined {
  const { text, id } = partsOf(listedAs);
  const name = text.split(" ");
  if (!words.every((typed) => name.some((word) => word.startsWith(typed)))) return undefined;
  const isFirst = !listedAs.startsWith("1") || isFirstTurn(name, anchorOf(words));
  return isFirst && isEmployeeId(id) ? id : undefined;
}

function isFirstTurn(words: readonly string[], anchor: string): boolean {
  const text = words.join(" ");
  const lines = words.flatMap((word, i) => (word.startsWith(anchor) ? [turned(words, i)] : []));
  return lines.every((line) => text <= line);
}

/** The longest word that was typed; it is in the fewest names. */
function anchorOf(words: readonly string[]): string {
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), "");
}

function wordsOf({ name, gelarDepan = "", gelarBelakang = "" }: Named): string[] {
  const words = [name, gelarDepan, gelarBelakang].flatMap(foldWords);
  let room = mostLetters;
  return [...new Set(words)].slice(0, mostWords).filter((word) => {
    room -= word.length;
    return room >= 0;
  });
}

function turned(words: readonly string[], i: number): string {
  return [...words.slice(i), ...words.slice(0, i)].join(" ");
}
