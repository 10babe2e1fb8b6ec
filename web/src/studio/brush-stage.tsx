import { useEffect, useRef, useState } from "preact/hooks";
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import { studio as text } from "../messages/studio.ts";
import { guides } from "./frame.ts";
import { paintStroke } from "./paint-stroke.ts";
import type { Stroke } from "./strokes.ts";
import { type Brush, show, useBrushHands } from "./use-brush-hands.ts";
import type { DrawnPhoto } from "./worker-messages.ts";

interface BrushStageProps {
  readonly drawn: DrawnPhoto | undefined;
  /** Strokes that the drawn photo does not have yet. */
  readonly pending: readonly Stroke[];
  readonly isBefore: boolean;
  readonly brush: Brush;
  /** How many times as large as the stage. */
  readonly magnified: number;
  readonly onStroke: (stroke: Stroke) => void;
}

/** The photo, and the brush over it. A stroke is seen at once; its exact outcome comes from the worker. Long: markup, in the order of the page. */
export function BrushStage({
  drawn,
  pending,
  isBefore,
  brush,
  magnified,
  onStroke,
}: BrushStageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<Stroke>();
  const { hands, cursor } = useBrushHands({ canvas, view }, { brush, setCurrent, onStroke });
  useEffect(() => {
    const pen = canvas.current?.getContext("2d");
    if (!pen || !drawn) return;
    pen.globalCompositeOperation = "copy";
    pen.drawImage(isBefore ? drawn.framed : drawn.photo, 0, 0);
    if (isBefore) return;
    for (const stroke of pending) paintStroke(pen, stroke, drawn.framed);
    if (current) paintStroke(pen, current, drawn.framed);
  }, [drawn, pending, isBefore, current]);
  // The head is what is looked at more closely.
  useEffect(() => {
    if (view.current) show(view.current, [photoWidth / 2, guides.eyes * photoHeight]);
  }, [magnified]);
  return (
    <div
      ref={view}
      class="stage stage-view"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys move the brush, and this role says so to a screen reader.
      tabIndex={0}
      aria-label={text.stageBackground}
      aria-describedby="stage-help"
      data-tool={brush.tool}
      {...hands}
    >
      <div class="stage-sheet" style={{ width: `${magnified * 100}%` }}>
        <canvas class="see-through" ref={canvas} width={photoWidth} height={photoHeight} />
        {cursor && brush.tool !== "pan" && (
          <svg class="guides" viewBox={`0 0 ${photoWidth} ${photoHeight}`} aria-hidden="true">
            <circle class="guide-shade" cx={cursor[0]} cy={cursor[1]} r={brush.radius} />
            <circle cx={cursor[0]} cy={cursor[1]} r={brush.radius} />
          </svg>
        )}
      </div>
    </div>
  );
}
