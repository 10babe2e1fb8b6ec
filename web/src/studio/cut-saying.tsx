import type { ComponentChildren } from "preact";
import { studio as text } from "../messages/studio.ts";
import type { StudioWork } from "./use-studio.ts";

interface CutSayingProps {
  readonly work: StudioWork;
  readonly toTool: () => void;
  readonly another: ComponentChildren;
}

/** What has become of the cut; where nobody is left, the ways on. */
export function CutSaying({ work, toTool, another }: CutSayingProps) {
  const { judged, isDrawing, tools } = work;
  const isFailed = !isDrawing && judged && judged.outcome !== "person";
  return (
    <>
      <div role="status" data-drawn={!isDrawing}>
        {isFailed ? (
          <div class="notice notice-warning">
            <p>
              <strong>{judged.outcome === "nobody" ? text.nobody : text.hardlyAnybody}</strong>
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
