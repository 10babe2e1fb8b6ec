import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Busy, NotFound } from "#shared/runtime/errors.ts";
import type { Cards } from "./card.ts";
import { type CardFile, fileName } from "./card-file.ts";
import type { FilesOnDemand } from "./draw-file.ts";
import type { Drawing } from "./drawn-card.ts";
import { type ShownCard, showCard } from "./show-card.ts";

export interface FindFile {
  readonly employees: Pick<Employees, "find">;
  readonly cards: Pick<Cards, "find">;
  readonly filesOnDemand: Pick<FilesOnDemand, "draw">;
  readonly clock: Clock;
}

/** When to ask again for a file of a card that changed while it was drawn. */
const changedMeanwhileSeconds = 1;

/**
 * Finds the drawing whose file can be served now. A file that nobody needed before is drawn first. Then the record is read once
 * more, so that a card that ended meanwhile is not served (event rule 5).
 * @param shown the card as it was just read, of the record as it was just read
 * @throws NotFound when there is no card to show · Busy when it changed while the file was drawn
 */
export async function findFile(
  dependencies: FindFile,
  { id }: Pick<Employee, "id">,
  shown: ShownCard,
  file: CardFile,
): Promise<Drawing> {
  const drawing = drawingWith(shown, file);
  if (drawing) return drawing;
  await dependencies.filesOnDemand.draw({ employeeId: id, file });
  const employee = await dependencies.employees.find(id);
  const drawn = employee && drawingWith(await showCard(dependencies, employee), file);
  if (!drawn) throw new Busy(changedMeanwhileSeconds);
  return drawn;
}

/** @returns undefined when the file is not there yet */
function drawingWith({ drawing, files }: ShownCard, file: CardFile): Drawing | undefined {
  if (!drawing) throw new NotFound("There is no card to show.");
  return files.includes(fileName(file)) ? drawing : undefined;
}
