/** What was found in a file, part by part. */

import { fullName } from "#shared/employee/employee.ts";
import { keptChange } from "#shared/employee/employee-rules.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import type { Judgement } from "./import.ts";
import type { DifferenceAnswer, ProblemsAnswer } from "./import-answers.ts";
import {
  type ChangedPerson,
  changedPages,
  type GonePerson,
  gonePages,
  type NewPerson,
  newPages,
  problemPages,
  readPage,
} from "./import-results.ts";
import type { ImportFiles } from "./imports.ts";

type Files = Pick<ImportFiles, "read">;

/** @param from `next` of the part before. @throws NotFound when it is kept no longer, or `from` is none */
export async function tellProblems(
  files: Files,
  judgement: Judgement,
  from: string | undefined,
): Promise<ProblemsAnswer> {
  const { counts } = judgement;
  if (counts.errors + counts.warnings === 0) return { items: [] };
  const i = pageOf(from);
  const page = await readPage(files, judgement, problemPages, i);
  if (!page) throw new NotFound("There is no such part.");
  const items = page.items.map(({ params, ...rest }) => ({ ...rest, ...(params && { params }) }));
  return { items, ...nextOf(page, i) };
}

/** @throws as tellProblems */
export async function tellDifference(
  files: Files,
  judgement: Judgement,
  { part, from }: { readonly part: "new" | "changed" | "gone"; readonly from: string | undefined },
): Promise<DifferenceAnswer> {
  if (judgement.counts[part] === 0) return { items: [] };
  const i = pageOf(from);
  const page = await itemsOf(files, judgement, { part, i });
  if (!page) throw new NotFound("There is no such part.");
  return { items: page.items, ...nextOf(page, i) };
}

type Told = DifferenceAnswer["items"];

async function itemsOf(
  files: Files,
  judgement: Judgement,
  { part, i }: { readonly part: "new" | "changed" | "gone"; readonly i: number },
): Promise<{ readonly items: Told; readonly isLast: boolean } | undefined> {
  if (part === "new") return told(await readPage(files, judgement, newPages, i), newcomer);
  if (part === "changed") return told(await readPage(files, judgement, changedPages, i), changed);
  return told(await readPage(files, judgement, gonePages, i), gone);
}

function told<T>(
  page: { readonly items: readonly T[]; readonly isLast: boolean } | undefined,
  tell: (each: T) => Told[number],
) {
  return page && { ...page, items: page.items.map(tell) };
}

/** With degrees. */
export function nameOfNew({ said }: Pick<NewPerson, "said">): string {
  const { name = "", gelarDepan, gelarBelakang } = keptChange(said);
  return fullName({ name, gelarDepan, gelarBelakang });
}

function newcomer(person: NewPerson): Told[number] {
  const { row, nip, said } = person;
  const changes = Object.entries(said).flatMap(([field, to]) => (to === "" ? [] : [{ field, to }]));
  return { row, name: nameOfNew(person), nip: groupNip(nip), changes };
}

function changed({ row, id, nip, name, changes }: ChangedPerson): Told[number] {
  const told = changes.map(({ field, from, to }) => ({ field, to, ...(from && { from }) }));
  return { row, id, name, nip: groupNip(nip), changes: told };
}

function gone({ id, nip, name, unitKerja }: GonePerson): Told[number] {
  return { id, name, nip: groupNip(nip), changes: [], ...(unitKerja && { unitKerja }) };
}

function pageOf(from: string | undefined): number {
  return /^\d{1,6}$/.test(from ?? "0") ? Number(from ?? "0") : -1;
}

function nextOf({ isLast }: { readonly isLast: boolean }, i: number) {
  return isLast ? {} : { next: String(i + 1) };
}
