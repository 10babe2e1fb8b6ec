import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { studio as text } from "../messages/studio.ts";
import { BrushControls, firstBrush } from "./brush-controls.tsx";
import { BrushStage } from "./brush-stage.tsx";
import { CutSaying } from "./cut-saying.tsx";
import type { Edits } from "./edits.ts";
import { LiveRules } from "./live-rules.tsx";
import { kept, onPhoto, type Stroke } from "./strokes.ts";
import { ToolOffer } from "./tool-offer.tsx";
import type { StudioWork } from "./use-studio.ts";

interface BackgroundStepProps {
  readonly work: StudioWork;
  readonly picture: ImageBitmap;
  /** Leads to another picture. */
  readonly another: ComponentChildren;
  /** What becomes of the picture. */
  readonly told: ComponentChildren;
  readonly next: () => void;
}

/** Long: markup, in the order of the page. */
export function BackgroundStep({ work, picture, another, told, next }: BackgroundStepProps) {
  const { edits, drawn, judged, pending } = work;
  const [isBefore, setBefore] = useState(false);
  const [hand, setHand] = useState(firstBrush);
  const [undone, setUndone] = useState<readonly Stroke[]>([]);
  const change = (made: Edits, taken: readonly Stroke[] = []) => {
    work.edit(made);
    setUndone(taken);
    void work.draw();
  };
  const { strokes } = edits;
  const tool = useRef<HTMLHeadingElement>(null);
  const isDone = judged?.outcome === "person";
  const undo = () =>
    change({ ...edits, strokes: strokes.slice(0, -1) }, [...undone, ...strokes.slice(-1)]);
  const redo = () =>
    change({ ...edits, strokes: [...strokes, ...undone.slice(-1)] }, undone.slice(0, -1));
  return (
    <>
      <BrushStage
        {...{ drawn, isBefore, brush: hand, magnified: hand.magnified }}
        pending={pending.map((stroke) => onPhoto(stroke, edits.frame, picture))}
        onStroke={(stroke) =>
          change({ ...edits, strokes: [...strokes, kept(stroke, edits.frame, picture)] })
        }
      />
      <div class="button-row">
        <button
          class="button button-quiet"
          type="button"
          aria-describedby="wall-hint"
          onClick={() => change({ ...edits, isCut: !edits.isCut })}
        >
          {edits.isCut ? text.keepWall : text.removeWall}
        </button>
        <button
          class="button button-quiet"
          type="button"
          aria-pressed={isBefore}
          onClick={() => setBefore(!isBefore)}
        >
          {text.before}
        </button>
        <button class={isDone ? "button" : "button button-quiet"} type="button" onClick={next}>
          {text.next}
        </button>
      </div>
      <CutSaying {...{ work, another }} toTool={() => tool.current?.focus()} />
      <LiveRules work={work} step="background" />
      <p class="hint" id="wall-hint">
        {text.wallHint}
      </p>
      <h3 ref={tool} tabIndex={-1}>
        {text.tools.person.title}
      </h3>
      <ToolOffer tool="person" work={work} />
      <h3>{text.brushTitle}</h3>
      <p class="hint" id="stage-help">
        {text.stageBackgroundHelp}
      </p>
      <BrushControls
        {...{ hand, setHand }}
        undo={strokes.length > 0 ? undo : undefined}
        redo={undone.length > 0 ? redo : undefined}
      />
      {told}
    </>
  );
}
