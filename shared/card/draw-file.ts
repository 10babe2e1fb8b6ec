import * as z from "zod";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { canHoldCard } from "./can-hold-card.ts";
import { type Cards, isShowing } from "./card.ts";
import { cardFile, fileName } from "./card-file.ts";
import { drawingOf } from "./drawn-card.ts";
import { type IssueCard, issueCard, type Outcome } from "./issue-card.ts";
import { keepFile } from "./keep-file.ts";
import { printedContent } from "./printed-content.ts";
import { signCard } from "./sign-card.ts";

/** Whose card a file is asked for, and which file. */
export const fileRequest = z.strictObject({ employeeId, file: cardFile });
export type FileRequest = Readonly<z.infer<typeof fileRequest>>;

/** What a renderer is invoked with only so that it has started when a file is asked for. */
export interface Preparation {
  readonly prepare: true;
}

/** Draws the files that holders ask for. */
export interface FilesOnDemand {
  /**
   * Draws the file if it is not stored yet, and notes it in the pointer.
   * @throws Busy when it takes too long. It may be asked for again soon
   */
  draw(request: FileRequest): Promise<void>;
  /** Has a renderer start, without waiting for it, so that the next file does not wait for its start. */
  prepare(): Promise<void>;
}

export interface DrawFile extends IssueCard {
  readonly cards: Pick<Cards, "find" | "issue" | "addToken" | "point" | "noteFile">;
}

/**
 * Draws a file of the holder's card, from the record as it is now and in today's look. It may run many times, also at the
 * same time: the same file has the same bytes and the same key, and is noted once.
 */
export async function drawFile(
  dependencies: DrawFile,
  { employeeId, file }: FileRequest,
): Promise<Outcome> {
  const shown = await findUpToDate(dependencies, employeeId);
  if (!shown) return "none";
  const { employee, card, look, drawing, digits } = shown;
  const content = async () =>
    (await printedContent(dependencies, employee, card, look, digits)).content;
  const isDrawn = await keepFile(dependencies, { employee, drawing, file, content });
  await dependencies.cards.noteFile(employeeId, drawing, fileName(file));
  return isDrawn ? "drawn" : "unchanged";
}

/** Like `findShown`, but moves a pointer that shows an older card first. */
async function findUpToDate(dependencies: DrawFile, id: EmployeeId) {
  const shown = await findShown(dependencies, id);
  if (shown) return shown;
  await issueCard(dependencies, id);
  return await findShown(dependencies, id);
}

/** @returns undefined when there may be no card, or the pointer shows another than the record's in today's look */
async function findShown(dependencies: DrawFile, id: EmployeeId) {
  const { employees, cards, clock, looks, siteUrl } = dependencies;
  const employee = await employees.find(id);
  if (!employee || !canHoldCard(employee, clock.now())) return undefined;
  const [card, look] = await Promise.all([cards.find(id), looks.of(employee.instansiId)]);
  if (!card) return undefined;
  const signed = await signCard(dependencies, employee, card.serial);
  const drawing = drawingOf(employee, look.version, siteUrl, signed?.name);
  if (!isShowing(card, drawing)) return undefined;
  return { employee, card, look, drawing, digits: signed?.digits };
}
