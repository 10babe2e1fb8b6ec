import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { type CardsOfUnit, cardsOfUnit } from "./cards-of-unit.ts";
import { type LettersOfUnit, lettersOfUnit } from "./letters-of-unit.ts";
import { membersOf, partsOf } from "./plan-print.ts";
import { isOver, mostLacking, nextPart, type Print, withDrawn } from "./print.ts";
import type { LeftOut } from "./print-content.ts";
import type { PrintId } from "./print-id.ts";
import type { PrintFiles, PrintNote, Prints, PrintsToDraw } from "./prints.ts";

export interface DrawPrint extends CardsOfUnit, LettersOfUnit {
  readonly employees: Pick<Employees, "find" | "inUnit">;
  readonly prints: Pick<Prints, "find" | "advance" | "plan" | "peopleOf" | "finishPart">;
  readonly files: Pick<PrintFiles, "put">;
  readonly printQueue: Pick<PrintsToDraw, "send">;
  readonly clock: Clock;
}

/**
 * "drawn": one part of it · "unchanged": it was drawn before, stopped, or another message draws it · "none": it is over, or nobody in the
 * unit has a card, or needs a letter, now.
 */
export type PrintOutcome = "drawn" | "unchanged" | "none";

/**
 * Draws the next part of a print into a file of its own, and sends for the one after it. Runs any number of times for the same print: it
 * stores the file under the part's own key first, then says that it is drawn, then sends.
 * @throws what its dependencies throw; the print has failed then, until it is tried again
 */
export async function drawPrint(dependencies: DrawPrint, printId: PrintId): Promise<PrintOutcome> {
  const { prints, clock } = dependencies;
  const print = await prints.find(printId);
  if (!print || isOver(print, clock.now())) return "none";
  if (print.state === "ready" || print.state === "stopped") return "unchanged";
  const note = (progress: PrintNote) => prints.advance(printId, progress, clock.now());
  try {
    if (!(await note({ state: "drawing" }))) return "unchanged";
    const planned = await planOf(dependencies, print);
    return planned ? await drawNext(dependencies, planned, note) : "unchanged";
  } catch (error) {
    if (error instanceof Stopped) return "unchanged";
    // If this write fails too, the print counts as failed after a while (see progressOf).
    await note({ state: "failed" }).catch(() => undefined);
    throw error;
  }
}

/** @returns the print with its parts; undefined when another message plans it, or it was stopped */
async function planOf(
  { employees, prints, clock }: DrawPrint,
  print: Print,
): Promise<Print | undefined> {
  if (print.plan !== undefined) return print;
  const parts = await partsOf(membersOf(employees, print), print.kind, clock.now());
  const isOurs = await prints.plan(print, parts, clock.now());
  return isOurs ? await prints.find(print.id) : undefined;
}

type Note = (progress: PrintNote) => Promise<boolean>;

/** The officer does not want the rest of the part: nobody's card is drawn any more, and no file is stored. */
class Stopped extends Error {}

async function drawNext(dependencies: DrawPrint, print: Print, note: Note): Promise<PrintOutcome> {
  const { prints, files, printQueue, clock } = dependencies;
  const place = nextPart(print);
  if (place === -1) {
    await note({ state: "failed" });
    return "none";
  }
  const before = drawnIn(print.parts);
  const ids = await prints.peopleOf(print, place);
  const { total: drawn, leftOut, pdf } = await contentOf(dependencies, print, ids);
  if (drawn > 0)
    await files.put(
      { printId: print.id, part: place },
      pdf(async (soFar) => {
        if (!(await note({ drawn: before + soFar }))) throw new Stopped();
      }),
    );
  const parts = withDrawn(print.parts, { place, drawn });
  const isLast = place === parts.length - 1;
  const isFinished = await prints.finishPart(
    print,
    { place, drawn },
    { ...standing(parts, isLast), ...addedTo(print, leftOut) },
    clock.now(),
  );
  if (!isFinished) return "unchanged";
  if (!isLast) await printQueue.send(print.id);
  return drawn > 0 ? "drawn" : "none";
}

/** What the parts make of the print: the files are those of the drawn ones, the sheets to come those of the others. */
function standing(parts: Print["parts"], isLast: boolean): PrintNote {
  const drawn = drawnIn(parts);
  const total = parts.reduce((sum, part) => sum + (part.drawn ?? part.people), 0);
  const state = !isLast ? "waiting" : drawn > 0 ? "ready" : "failed";
  return { state, drawn, total };
}

const drawnIn = (parts: Print["parts"]) => parts.reduce((sum, { drawn = 0 }) => sum + drawn, 0);

/** Who is left out of this part, added to those of the parts before. */
function addedTo(print: Print, leftOut: LeftOut): PrintNote {
  return {
    withoutPhoto: print.withoutPhoto + (leftOut.withoutPhoto ?? 0),
    withoutCard: print.withoutCard + (leftOut.withoutCard ?? 0),
    activated: print.activated + (leftOut.activated ?? 0),
    lackingIds: [...print.lackingIds, ...(leftOut.lackingIds ?? [])].slice(0, mostLacking),
  };
}

function contentOf(dependencies: DrawPrint, print: Print, ids: readonly EmployeeId[]) {
  if (print.kind === "letters") return lettersOfUnit(dependencies, print, ids);
  return cardsOfUnit(dependencies, print, ids);
}
