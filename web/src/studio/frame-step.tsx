import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import { language } from "../language.ts";
import { studio as text } from "../messages/studio.ts";
import { EarlySaying } from "./early-saying.tsx";
import {
  type Frame,
  guides,
  matrixOf,
  moved,
  turned,
  turnedByQuarter,
  turnLimit,
  wholeFrame,
  zoomed,
  zoomLimits,
} from "./frame.ts";
import { LiveRules } from "./live-rules.tsx";
import { Slider } from "./slider.tsx";
import { ToolOffer } from "./tool-offer.tsx";
import { useFrameHands } from "./use-frame-hands.ts";
import type { StudioWork } from "./use-studio.ts";

interface FrameStepProps {
  readonly work: StudioWork;
  readonly picture: ImageBitmap;
  /** Leads to another picture. */
  readonly another: ComponentChildren;
  /** What becomes of the picture. */
  readonly told: ComponentChildren;
  readonly next: () => void;
}

/** Pixels of the photo that a press of a button moves it by. */
const stepWide = 10;

/** What is worked on stands with the way on in one view of a phone: all else comes below. */
export function FrameStep({ work, picture, another, told, next }: FrameStepProps) {
  const { edits, edit } = work;
  const { frame } = edits;
  const set = (changed: Frame) => edit({ ...edits, frame: changed });
  return (
    <>
      <FrameStage frame={frame} picture={picture} set={set} />
      <p>
        <button class="button" type="button" onClick={next}>
          {text.next}
        </button>
      </p>
      <LiveRules work={work} step="frame" />
      <EarlySaying findings={work.findings} another={another} />
      <p class="hint" id="stage-help">
        {text.stageFrameHelp}
      </p>
      <ToolOffer tool="face" work={work} />
      <FrameControls frame={frame} picture={picture} set={set} />
      {told}
    </>
  );
}

interface FrameProps {
  readonly frame: Frame;
  readonly picture: ImageBitmap;
  readonly set: (frame: Frame) => void;
}

function FrameStage({ frame, picture, set }: FrameProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const hands = useFrameHands(canvas, { frame, picture, set });
  useEffect(() => {
    const pen = canvas.current?.getContext("2d");
    if (!pen) return;
    pen.resetTransform();
    pen.clearRect(0, 0, photoWidth, photoHeight);
    pen.setTransform(...matrixOf(frame, picture));
    pen.drawImage(picture, 0, 0);
  }, [frame, picture]);
  return (
    <div
      class="stage"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys move the picture, and this role says so to a screen reader.
      tabIndex={0}
      aria-label={text.stageFrame}
      aria-describedby="stage-help"
      {...hands}
    >
      <canvas class="see-through" ref={canvas} width={photoWidth} height={photoHeight} />
      <Guides />
    </div>
  );
}

/** Where the eyes and the head belong. */
function Guides() {
  const eyes = guides.eyes * photoHeight;
  const [crown, chin] = [guides.crown * photoHeight, guides.chin * photoHeight];
  const head = { cx: photoWidth / 2, cy: (crown + chin) / 2, rx: 104, ry: (chin - crown) / 2 };
  return (
    <svg class="guides" viewBox={`0 0 ${photoWidth} ${photoHeight}`} aria-hidden="true">
      <ellipse class="guide-shade" {...head} />
      <ellipse {...head} />
      <path class="guide-shade" d={`M0 ${eyes}H${photoWidth}`} />
      <path d={`M0 ${eyes}H${photoWidth}`} />
    </svg>
  );
}

const figure = new Intl.NumberFormat(language === "en" ? "en-GB" : "id-ID", {
  maximumFractionDigits: 1,
});

/** Long: markup, in the order of the page. */
function FrameControls({ frame, picture, set }: FrameProps) {
  const moves = [
    [text.left, -stepWide, 0],
    [text.right, stepWide, 0],
    [text.up, 0, -stepWide],
    [text.down, 0, stepWide],
  ] as const;
  return (
    <>
      <Slider
        {...{ id: "zoom", label: text.zoom, value: Math.log2(frame.zoom), step: 0.02 }}
        {...{ min: Math.log2(zoomLimits.min), max: Math.log2(zoomLimits.max) }}
        told={`${figure.format(frame.zoom)} ×`}
        set={(value) => set(zoomed(frame, picture, 2 ** value))}
      />
      <Slider
        {...{ id: "turn", label: text.turn, value: frame.turn, step: 0.5 }}
        {...{ min: -turnLimit, max: turnLimit }}
        told={`${figure.format(frame.turn)}°`}
        set={(value) => set(turned(frame, value))}
      />
      <fieldset class="button-row">
        <legend class="visually-hidden">{text.move}</legend>
        {moves.map(([label, dx, dy]) => (
          <button
            key={label}
            class="button button-quiet"
            type="button"
            onClick={() => set(moved(frame, picture, dx, dy))}
          >
            {label}
          </button>
        ))}
        <button
          class="button button-quiet"
          type="button"
          onClick={() => set(turnedByQuarter(frame))}
        >
          {text.quarter}
        </button>
        <button class="button button-quiet" type="button" onClick={() => set(wholeFrame)}>
          {text.reset}
        </button>
      </fieldset>
    </>
  );
}
