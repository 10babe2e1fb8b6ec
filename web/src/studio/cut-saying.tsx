import type { ComponentChildren } from "preact";
import { studio as text } from "../messages/studio.ts";
import type { CutOutcome } from "./cut-outcome.ts";
import type { Edits } from "./edits.ts";
import type { StudioWork } from "./use-studio.ts";

interface CutSayingProps {
  readonly work: StudioWork;
  readonly toTool: () => void;
  readonly another: ComponentChildren;
}

/** What has become of the cut; where nobody is left, the ways on. */
export function CutSaying({ work, toTool, another }: CutSayingProps) {
  const { judged, isDrawing, tools, edits } = work;
  const outcome = isDrawing ? undefined : judged?.outcome;
  const isFailed = outcome !== undefined && outcome !== "person";
  return (
    <>
      <div role="status" data-drawn={!isDrawing}>
        {isFailed ? (
          <div class="notice notice-warning">
            <p>
              <strong>{lackOfPerson(outcome, edits)}</strong>
            </p>
            <p>{text.waysOn}</p>
          </div>
        ) : (
          <p class="hint">{isDrawing ? text.drawing : text.drawn}</p>
        )}
      </div>
      {isFailed && (
        <div class="button-row">
          {tools.states.person.step !== "ready" && (
            <button class="button" type="button" onClick={toTool}>
              {text.toTool}
            </button>
          )}
          {another}
        </div>
      )}
    </>
  );
}

/** Why there is nobody on a photo: nobody was, or who was there went with the background. */
export function lackOfPerson(outcome: Exclude<CutOutcome, "person">, { isCut }: Edits): string {
  if (outcome === "hardly-anybody") return text.hardlyAnybody;
  return isCut ? text.nobodyLeft : text.nobody;
}
