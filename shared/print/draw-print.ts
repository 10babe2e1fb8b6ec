import type { Clock } from "#shared/runtime/clock.ts";
import { type CardsOfUnit, cardsOfUnit } from "./cards-of-unit.ts";
import { type LettersOfUnit, lettersOfUnit } from "./letters-of-unit.ts";
import { isOver, type Print, type PrintProgress } from "./print.ts";
import type { PrintId } from "./print-id.ts";
import type { PrintFiles, Prints } from "./prints.ts";

export interface DrawPrint extends CardsOfUnit, LettersOfUnit {
  readonly prints: Pick<Prints, "find" | "advance">;
  readonly files: Pick<PrintFiles, "put">;
  readonly clock: Clock;
}

/** "unchanged": it was drawn before · "none": it is over, or nobody in the unit has a card, or needs a letter, now. */
export type PrintOutcome = "drawn" | "unchanged" | "none";

/**
 * Draws the cards or letters of a unit into one file. Runs any number of times for the same print: it stores the file under the
 * print's own key first, and then says that it is ready.
 * @throws what its dependencies throw; the print has failed then, until it is tried again
 */
export async function drawPrint(dependencies: DrawPrint, printId: PrintId): Promise<PrintOutcome> {
  const { prints, files, clock } = dependencies;
  const print = await prints.find(printId);
  if (!print || isOver(print, clock.now())) return "none";
  if (print.state === "ready") return "unchanged";
  const note = (progress: Partial<PrintProgress>) => prints.advance(printId, progress, clock.now());
  try {
    await note({ state: "drawing", drawn: 0 });
    const { total, leftOut, pdf } = await contentOf(dependencies, print);
    await note({ total, ...leftOut });
    if (total === 0) {
      await note({ state: "failed" });
      return "none";
    }
    await files.put(
      printId,
      pdf((drawn) => note({ drawn })),
    );
    await note({ state: "ready", drawn: total });
    return "drawn";
  } catch (error) {
    // If this write fails too, the print counts as failed after a while (see progressOf).
    await note({ state: "failed" }).catch(() => undefined);
    throw error;
  }
}

function contentOf(dependencies: DrawPrint, print: Print) {
  if (print.kind === "letters") return lettersOfUnit(dependencies, print);
  return cardsOfUnit(dependencies, print);
}
