/**
 * How people are listed and found by name. In the index `by-name` everybody has one line for the list, and one for each
 * word of the name and the degrees. The line of a word begins with it, and the other words follow in a circle: "siti rahma
 * skom", "rahma skom siti", "skom siti rahma". So a search for any word reads one range of the index, and every line has all
 * words. Each instansi and status has a partition, so that a rare status is as cheap to list as any other.
 */
import * as z from "zod";
import { type Employee, type EmployeeId, isEmployeeId, savedStatus } from "./employee.ts";
import { foldWords } from "./folding.ts";
import { type CardStatus, cardStatuses } from "./kedudukan-hukum.ts";

/** A line of the index: its partition, and its place in it. Records from before the index have none. */
export const nameLine = z.object({
  /** "ins_contoh#active" */
  listedIn: z.string().default(""),
  /** "1rahma skom siti" and the id, so that no two lines are equal. */
  listedAs: z.string().default(""),
});
export type NameLine = Readonly<z.infer<typeof nameLine>>;

type Named = Pick<
  Employee,
  | "id"
  | "name"
  | "gelarDepan"
  | "gelarBelakang"
  | "instansiId"
  | "kedudukanHukum"
  | "tmt"
  | "contractEnd"
  | "updatedAt"
>;

/** The most lines that a save writes. No name has more words, but the text field would take them. */
const mostWords = 16;

/** It sorts before every letter, digit and blank, so that "Ayu" stands before "Ayu Lestari". */
const beforeId = "\t";

/** The line of the record itself, for the list by name. */
export function recordLine(employee: Named): NameLine {
  return lineOf(employee, `0${wordsOf(employee).join(" ")}`);
}

/** The lines of the words, one for each. */
export function wordLines(employee: Named): readonly NameLine[] {
  const words = wordsOf(employee);
  return words.map((_, i) => lineOf(employee, `1${turned(words, i)}`));
}

/** What to look for; without words everybody is listed. */
export interface NameQuery {
  readonly instansiId: string;
  readonly words: readonly string[];
  readonly status?: CardStatus | undefined;
}

/** Where the lines of a query are: the partitions, and how their lines begin. */
export interface NameRanges {
  readonly partitions: readonly string[];
  readonly begin: string;
}

export function rangesOf({ instansiId, words, status }: NameQuery): NameRanges {
  const statuses = status ? [status] : cardStatuses;
  return {
    partitions: statuses.map((each) => `${instansiId}#${each}`),
    begin: words.length === 0 ? "0" : `1${anchorOf(words)}`,
  };
}

/** The lines that match a query, sorted, of people whose lines in the list these are. */
export function placesAmong(
  listed: readonly NameLine[],
  { partitions, begin, first }: NameRanges & { readonly first: string },
): string[] {
  return listed
    .filter(({ listedIn }) => partitions.includes(listedIn))
    .flatMap(({ listedAs }) => [listedAs, ...turnsOf(listedAs)])
    .filter((listedAs) => listedAs.startsWith(begin) && listedAs >= first)
    .sort();
}

/**
 * The person of a line that matches the query: every typed word is the beginning of a word of the name. A person with two
 * words that begin alike has two lines in the range; the first one counts.
 */
export function meantBy(listedAs: string, words: readonly string[]): EmployeeId | undefined {
  const [text = "", id = ""] = listedAs.slice(1).split(beforeId);
  const name = text.split(" ");
  if (!words.every((typed) => name.some((word) => word.startsWith(typed)))) return undefined;
  const anchor = anchorOf(words);
  const lines = name.flatMap((word, i) => (word.startsWith(anchor) ? [turned(name, i)] : []));
  const isFirst = words.length === 0 || lines.every((line) => text <= line);
  return isFirst && isEmployeeId(id) ? id : undefined;
}

/** The longest word that was typed; it is in the fewest names. */
function anchorOf(words: readonly string[]): string {
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), "");
}

function wordsOf({ name, gelarDepan = "", gelarBelakang = "" }: Named): string[] {
  const words = [name, gelarDepan, gelarBelakang].flatMap(foldWords);
  return [...new Set(words)].slice(0, mostWords);
}

/** The lines of all words of the person whose line of the list this is. */
function turnsOf(listedAs: string): string[] {
  const [text = "", id = ""] = listedAs.slice(1).split(beforeId);
  const words = text.split(" ");
  return words.map((_, i) => `1${turned(words, i)}${beforeId}${id}`);
}

function turned(words: readonly string[], i: number): string {
  return [...words.slice(i), ...words.slice(0, i)].join(" ");
}

function lineOf(employee: Named, text: string): NameLine {
  const { id, instansiId } = employee;
  return {
    listedIn: `${instansiId}#${savedStatus(employee)}`,
    listedAs: `${text}${beforeId}${id}`,
  };
}
