import type { RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import type { Place } from "./frame.ts";
import type { Stroke } from "./strokes.ts";

export interface Brush {
  readonly tool: Stroke["does"] | "pan";
  /** Pixels of the photo. */
  readonly radius: number;
}

interface Stage {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** What scrolls over a magnified photo. */
  readonly view: RefObject<HTMLDivElement | null>;
}

interface Painting {
  readonly brush: Brush;
  readonly setCurrent: (stroke: Stroke | undefined) => void;
  readonly onStroke: (stroke: Stroke) => void;
}

/**
 * A brush in one finger or the mouse, or moved by the arrow keys and set down by the space bar; or a hand that moves the view.
 * Long: a hook, whose functions share its state.
 */
export function useBrushHands({ canvas, view }: Stage, { brush, setCurrent, onStroke }: Painting) {
  const [cursor, setCursor] = useState<Place>();
  const stroke = useRef<{ readonly pointerId: number; readonly points: number[] }>(undefined);
  const { tool, radius } = brush;

  const placeOf = ({ clientX, clientY }: MouseEvent): Place => {
    const box = canvas.current?.getBoundingClientRect();
    const scale = photoWidth / (box?.width || photoWidth);
    return [(clientX - (box?.left ?? 0)) * scale, (clientY - (box?.top ?? 0)) * scale];
  };
  const end = (isKept: boolean) => {
    const done = stroke.current;
    stroke.current = undefined;
    setCurrent(undefined);
    if (isKept && done && tool !== "pan") onStroke({ does: tool, radius, points: done.points });
  };

  const onPointerMove = (event: PointerEvent) => {
    const place = placeOf(event);
    setCursor(place);
    if (tool === "pan") {
      // A finger moves the view by itself.
      if (event.buttons && event.pointerType === "mouse")
        view.current?.scrollBy(-event.movementX, -event.movementY);
      return;
    }
    if (stroke.current?.pointerId !== event.pointerId) return;
    stroke.current.points.push(...place);
    setCurrent({ does: tool, radius, points: [...stroke.current.points] });
  };
  const onPointerDown = (event: PointerEvent) => {
    if (tool === "pan" || stroke.current) return;
    view.current?.setPointerCapture(event.pointerId);
    stroke.current = { pointerId: event.pointerId, points: [...placeOf(event)] };
    onPointerMove(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = cursor ?? [photoWidth / 2, photoHeight / 2];
    const next = byKey(place, event);
    const isDown = event.key === " " && tool !== "pan";
    if (!next && !isDown) return;
    event.preventDefault();
    setCursor(next ?? place);
    if (isDown) onStroke({ does: tool, radius, points: [...place] });
    if (next && view.current) show(view.current, next);
  };
  const hands = {
    ...{ onPointerDown, onPointerMove, onKeyDown },
    onPointerUp: () => end(true),
    onPointerCancel: () => end(false),
    onPointerLeave: () => setCursor(undefined),
  };
  return { hands, cursor };
}

function byKey([x, y]: Place, { key, shiftKey }: KeyboardEvent): Place | undefined {
  const step = shiftKey ? 2 : 10;
  switch (key) {
    case "ArrowLeft":
      return [Math.max(x - step, 0), y];
    case "ArrowRight":
      return [Math.min(x + step, photoWidth), y];
    case "ArrowUp":
      return [x, Math.max(y - step, 0)];
    case "ArrowDown":
      return [x, Math.min(y + step, photoHeight)];
    default:
      return undefined;
  }
}

/** Scrolls a place of the magnified photo into the middle. */
export function show(view: HTMLElement, [x, y]: Place): void {
  view.scrollTo(
    (x / photoWidth) * view.scrollWidth - view.clientWidth / 2,
    (y / photoHeight) * view.scrollHeight - view.clientHeight / 2,
  );
}
