/** Whether a letter can be sent to its signer, and signed. All that is wrong is said at once. */

import type { EmployeeId } from "#shared/employee/employee.ts";
import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import { type Acting, mostAbove, type Post, type PostId } from "#shared/post/post.ts";
import type { FieldProblem } from "#shared/runtime/errors.ts";
import type { LetterWords } from "./letter.ts";
import { type LetterPart, letterKindRules, letterParts } from "./letter-kinds.ts";
import { classificationShape } from "./letter-number.ts";
import { lineFindings } from "./letter-profile.ts";
import { ruleOf } from "./letter-rules.ts";

/** What is known besides the letter's own words. */
export interface LetterContext {
  readonly instansiId: string;
  /** Those of the letter that are there. */
  readonly people: ReadonlyMap<EmployeeId, Employee>;
  /** The agency's posts of the letter, and those above the one that signs. */
  readonly posts: ReadonlyMap<PostId, Post>;
  /** Who acts in its post on that day and works in the agency. */
  readonly acting: Acting | undefined;
  readonly now: Date;
}

/** Everything that is wrong with it now. */
export function letterFindings(words: LetterWords, context: LetterContext): FieldProblem[] {
  return [
    ...headFindings(words, context),
    ...partFindings(words),
    ...peopleFindings(words, context),
    ...signerFindings(words, context),
  ];
}

function headFindings({ hal, classification, copies }: LetterWords, context: LetterContext) {
  const found: FieldProblem[] = lineFindings("hal", hal, "hal");
  const shown = plain(hal);
  const isNamed = [...context.people.values()].some((person) => names(shown, person));
  if (isNamed || /\d{18}/.test(hal.replaceAll(/[ .]/g, "")))
    found.push({ field: "hal", code: "names-a-person" });
  if (!classificationShape.test(classification))
    found.push({ field: "classification", code: classification === "" ? "required" : "malformed" });
  return [...found, ...listFindings("copies", copies)];
}

/** Whether a text has somebody's name in it: the public reads «hal». */
function names(shown: string, { name }: Employee): boolean {
  const own = plain(name);
  return own.length > 2 && ` ${shown} `.includes(` ${own} `);
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function partFindings(words: LetterWords): FieldProblem[] {
  const { needs, takes } = letterKindRules[words.kind];
  return letterParts.flatMap((part): FieldProblem[] => {
    const field = part === "grounds" ? "basis" : part;
    if (part === "people") return [];
    if (isEmpty(words, part)) return needs.includes(part) ? [{ field, code: "required" }] : [];
    if (!needs.includes(part) && !takes.includes(part))
      return [{ field, code: "not-of-this-kind" }];
    return saidFindings(words, part);
  });
}

function isEmpty(words: LetterWords, part: LetterPart): boolean {
  if (part === "grounds") return words.considering.length + words.basis.length === 0;
  const said = words[part];
  return typeof said === "string" ? said.trim() === "" : said.length === 0;
}

function saidFindings(words: LetterWords, part: Exclude<LetterPart, "people">): FieldProblem[] {
  switch (part) {
    case "grounds":
      return [
        ...listFindings("considering", words.considering),
        ...listFindings("basis", words.basis),
      ];
    case "income":
      return listFindings(
        "income",
        words.income.map(({ what }) => what),
      );
    case "items":
      return words.items.flatMap(({ what, count }, i) => [
        ...lineFindings(`items.${i}`, what),
        ...lineFindings(`items.${i}.count`, count),
      ]);
    case "purpose":
      return lineFindings("purpose", words.purpose);
    case "text":
      return textFindings(words.text);
    case "tasks":
    case "to":
      return listFindings(part, words[part], part === "tasks" ? "paragraph" : "line");
  }
}

function listFindings(
  field: string,
  list: readonly string[],
  rule: "line" | "paragraph" = "line",
): FieldProblem[] {
  return list.flatMap((each, i) => lineFindings(`${field}.${i}`, each, rule));
}

function textFindings(text: string): FieldProblem[] {
  return text
    .split(/\n+/)
    .filter((each) => each.trim() !== "")
    .flatMap((each) => lineFindings("text", each, "paragraph"))
    .slice(0, 1);
}

function peopleFindings(
  { kind, people, leader }: LetterWords,
  { people: found, instansiId, now }: LetterContext,
): FieldProblem[] {
  const { people: many, activeOnly } = letterKindRules[kind];
  if (many === "none")
    return people.length > 0 ? [{ field: "people", code: "not-of-this-kind" }] : [];
  if (people.length === 0) return [{ field: "people", code: "required" }];
  const findings: FieldProblem[] = people.flatMap((id, i): FieldProblem[] => {
    const field = `people.${i}`;
    if (people.indexOf(id) < i) return [{ field, code: "person-twice" }];
    const record = found.get(id);
    if (record?.instansiId !== instansiId) return [{ field, code: "person-unknown" }];
    const isActive = cardStatus(record, now) === "active";
    return activeOnly && !isActive ? [{ field, code: "person-not-active" }] : [];
  });
  if (many === "one" && people.length > 1) findings.push({ field: "people", code: "one-person" });
  if (leader !== undefined && !people.includes(leader))
    findings.push({ field: "leader", code: "person-unknown" });
  return findings;
}

function signerFindings(
  { kind, people, post, onBehalf }: LetterWords,
  { posts, acting, instansiId }: LetterContext,
): FieldProblem[] {
  const findings: FieldProblem[] = [];
  if (posts.get(post)?.instansiId !== instansiId || acting === undefined)
    findings.push({ field: "post", code: "nobody-acts" });
  // Who states something about a person is somebody else.
  if (letterKindRules[kind].people === "one" && acting && people.includes(acting.person))
    findings.push({ field: "post", code: "signs-for-oneself" });
  if (onBehalf.length > ruleOf("behalfLevels"))
    findings.push({
      ...{ field: "onBehalf", code: "behalf-too-long" },
      params: { max: ruleOf("behalfLevels") },
    });
  // Power goes down, step by step: each giver stands above whoever has it.
  const chain = [...onBehalf, post];
  const isGivenDown = onBehalf.every((giver, i) => isAbove(posts, giver, chain[i + 1] ?? post));
  return isGivenDown ? findings : [...findings, { field: "onBehalf", code: "behalf-not-above" }];
}

function isAbove(posts: ReadonlyMap<PostId, Post>, higher: PostId, lower: PostId): boolean {
  let at = posts.get(lower)?.above;
  for (let steps = 0; at !== undefined && steps < mostAbove; steps += 1) {
    if (at === higher) return true;
    at = posts.get(at)?.above;
  }
  return false;
}
