/**
 * How people are listed and found by name. In the index `by-name` everybody has one line for the list, and one for each
 * word of the name and the degrees, beginning with that word and going on around the name: "siti rahma skom",
 * "rahma skom siti", "skom siti rahma". So a search is one range of the index, whatever word was typed, and every line
 * tells all words. Lines lie apart by instansi and status, so that a rare status is as cheap to list as any.
 */
import * as z from "zod";
import { type Employee, type EmployeeId, isEmployeeId, savedStatus } from "./employee.ts";
import { foldWords } from "./folding.ts";
import { type CardStatus, cardStatuses } from "./kedudukan-hukum.ts";

/** A line of the index: its partition, and its place in it. Records of before there was one have none. */
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
  | "contractEnd"
  | "updatedAt"
>;

/** A bound on what a save writes: nobody's name has more words, but a text field holds what it is given. */
const mostWords = 16;

/** Below every letter, digit and blank, so that "Ayu" stands before "Ayu Lestari". */
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

/** What is looked for: nothing but words lists everybody. */
export interface NameQuery {
  readonly instansiId: string;
  readonly words: readonly string[];
  readonly status?: CardStatus | undefined;
}

/** Where the lines of a query lie: these partitions, in each the places that begin so. */
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

/** Of the people whose lines of the list these are, the places that a query means, sorted. */
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
 * Whose line this is, when the query means it: every word that was typed begins a word of the name. Somebody two of whose
 * words begin alike has two lines in the range; the first one counts.
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

/** The longest word that was typed is in the fewest names. */
function anchorOf(words: readonly string[]): string {
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), "");
}

function wordsOf({ name, gelarDepan = "", gelarBelakang = "" }: Named): string[] {
  const words = [name, gelarDepan, gelarBelakang].flatMap(foldWords);
  return [...new Set(words)].slice(0, mostWords);
}

/** The places of the words of whom this line of the list is of. */
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
