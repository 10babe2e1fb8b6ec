import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { photoWidth } from "#shared/photo/photo-limits.ts";
import { type Frame, moved, type Place, type Size, turned, zoomed } from "./frame.ts";

interface Framing {
  readonly frame: Frame;
  readonly picture: Size;
  readonly set: (frame: Frame) => void;
}

/**
 * Moves, zooms and turns a picture below its frame: one finger or the mouse moves it, two fingers pinch and turn, the wheel and keys
 * zoom. Long: a hook, whose functions share its state.
 */
export function useFrameHands(stage: RefObject<HTMLCanvasElement | null>, framing: Framing) {
  const now = useRef(framing);
  now.current = framing;
  const fingers = useRef(new Map<number, Place>());
  const set = (frame: Frame) => {
    // The next finger may move before the page is drawn.
    now.current = { ...now.current, frame };
    now.current.set(frame);
  };
  const placeOf = ({ clientX, clientY }: MouseEvent): Place => {
    const box = stage.current?.getBoundingClientRect();
    const scale = photoWidth / (box?.width || photoWidth);
    return [(clientX - (box?.left ?? 0)) * scale, (clientY - (box?.top ?? 0)) * scale];
  };

  const onPointerMove = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId);
    if (!before) return;
    const { frame, picture } = now.current;
    const place = placeOf(event);
    const [other] = [...fingers.current].filter(([id]) => id !== event.pointerId);
    fingers.current.set(event.pointerId, place);
    if (other) set(pinched(frame, picture, { still: other[1], before, place }));
    else set(moved(frame, picture, place[0] - before[0], place[1] - before[1]));
  };
  const letGo = ({ pointerId }: PointerEvent) => {
    fingers.current.delete(pointerId);
  };

  // Preact listens to the wheel passively, which lets the page scroll meanwhile.
  useEffect(() => {
    const canvas = stage.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { frame, picture } = now.current;
      set(zoomed(frame, picture, frame.zoom * 2 ** (-event.deltaY / 400), placeOf(event)));
    };
    canvas?.addEventListener("wheel", onWheel, { passive: false });
    return () => canvas?.removeEventListener("wheel", onWheel);
  }, []);

  return {
    onPointerDown: (event: PointerEvent) => {
      stage.current?.setPointerCapture(event.pointerId);
      fingers.current.set(event.pointerId, placeOf(event));
    },
    onPointerMove,
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onKeyDown: (event: KeyboardEvent) => {
      const changed = byKey(now.current, event);
      if (!changed) return;
      event.preventDefault();
      set(changed);
    },
  };
}

interface Pinch {
  readonly still: Place;
  readonly before: Place;
  readonly place: Place;
}

/** One of two fingers has moved: the picture follows both. */
function pinched(frame: Frame, picture: Size, { still, before, place }: Pinch): Frame {
  const [fromX, fromY] = [before[0] - still[0], before[1] - still[1]];
  const [toX, toY] = [place[0] - still[0], place[1] - still[1]];
  const grown = Math.hypot(toX, toY) / Math.max(Math.hypot(fromX, fromY), 1);
  const degrees = ((Math.atan2(toY, toX) - Math.atan2(fromY, fromX)) * 180) / Math.PI;
  const turn = degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
  return turned(zoomed(frame, picture, frame.zoom * grown, still), frame.turn + turn);
}

function byKey({ frame, picture }: Framing, { key, shiftKey }: KeyboardEvent): Frame | undefined {
  const step = shiftKey ? 1 : 8;
  switch (key) {
    case "ArrowLeft":
      return moved(frame, picture, -step, 0);
    case "ArrowRight":
      return moved(frame, picture, step, 0);
    case "ArrowUp":
      return moved(frame, picture, 0, -step);
    case "ArrowDown":
      return moved(frame, picture, 0, step);
    case "+":
    case "=":
      return zoomed(frame, picture, frame.zoom * 1.05);
    case "-":
      return zoomed(frame, picture, frame.zoom / 1.05);
    default:
      return undefined;
  }
}
