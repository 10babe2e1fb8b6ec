import { useEffect, useRef, useState } from "preact/hooks";
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import { studio as text } from "../messages/studio.ts";
import type { Edits } from "./edits.ts";
import type { StudioWork } from "./use-studio.ts";

interface BackgroundStepProps {
  readonly work: StudioWork;
  readonly next: () => void;
}

export function BackgroundStep({ work, next }: BackgroundStepProps) {
  const [isBefore, setBefore] = useState(false);
  const { edits, edit, draw, drawn, isDrawing } = work;
  const change = (made: Edits) => {
    edit(made);
    void draw();
  };
  return (
    <>
      <BackgroundStage shown={isBefore ? drawn?.framed : drawn?.photo} />
      <p class="hint" role="status">
        {isDrawing ? text.drawing : text.drawn}
      </p>
      <h3>{text.wallTitle}</h3>
      <p class="hint">{text.wallHint}</p>
      <div class="button-row">
        <button
          class="button button-quiet"
          type="button"
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
      </div>
      <p>
        <button class="button" type="button" onClick={next}>
          {text.next}
        </button>
      </p>
    </>
  );
}

function BackgroundStage({ shown }: { shown: ImageBitmap | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pen = canvas.current?.getContext("2d");
    if (!pen || !shown) return;
    pen.clearRect(0, 0, photoWidth, photoHeight);
    pen.drawImage(shown, 0, 0);
  }, [shown]);
  return (
    <div class="stage">
      <canvas
        ref={canvas}
        width={photoWidth}
        height={photoHeight}
        role="img"
        aria-label={text.stageBackground}
      />
    </div>
  );
}
