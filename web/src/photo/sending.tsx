import { useLayoutEffect, useRef } from "preact/hooks";
import { photo as text } from "../messages/photo.ts";
import { useLostFocus } from "./use-lost-focus.ts";
import type { PhotoState } from "./use-photo.ts";

export const isBusy = ({ step }: PhotoState) =>
  step === "sending" || step === "waiting" || step === "validating";

interface LateProps {
  readonly lookAgain: () => void;
}

/** The photo was sent, and nothing came of it in time. */
export function Late({ lookAgain }: LateProps) {
  return (
    <div class="notice notice-warning" role="alert">
      <p>{text.late}</p>
      <button class="button button-quiet" type="button" onClick={lookAgain}>
        {text.lookAgain}
      </button>
    </div>
  );
}

interface CancelledProps {
  readonly again: () => void;
  /** Leads to the studio. */
  readonly mend: () => void;
}

/** The photo was not sent after all: what can be done with it. */
export function Cancelled({ again, mend }: CancelledProps) {
  const box = useRef<HTMLDivElement>(null);
  useLostFocus(box, true);
  return (
    <div class="notice notice-info" role="status" ref={box} tabIndex={-1}>
      <p>{text.cancelled}</p>
      <div class="button-row">
        <button class="button" type="button" onClick={again}>
          {text.sendAgain}
        </button>
        <button class="button button-quiet" type="button" onClick={mend}>
          {text.mend}
        </button>
      </div>
    </div>
  );
}

interface SendingProps {
  readonly state: PhotoState;
  readonly cancel: () => void;
}

/** How far sending is, told to everyone; in tens, so that a screen reader is not flooded. Long: markup, in the order of the page. */
export function Sending({ state, cancel }: SendingProps) {
  const percent = state.step === "sending" ? Math.round(state.share * 100) : undefined;
  const box = useRef<HTMLDivElement>(null);
  const isHere = isBusy(state);
  // The studio is gone with the button that sent its photo: what is said now is far above what was in view.
  useLostFocus(box, isHere);
  useLayoutEffect(() => {
    if (isHere) box.current?.scrollIntoView({ block: "nearest" });
  }, [isHere]);
  return (
    <div ref={box} tabIndex={-1}>
      <div role="status">
        {percent !== undefined && (
          <>
            <p>{text.sending(Math.floor(percent / 10) * 10)}</p>
            <progress max={100} value={percent} aria-label={text.choose} />
          </>
        )}
        {state.step === "waiting" && (
          <p class="notice notice-warning">{state.stalled ? text.stalled : text.waiting}</p>
        )}
        {state.step === "validating" && <p class="notice notice-info">{text.validating}</p>}
      </div>
      {(state.step === "sending" || state.step === "waiting") && (
        <p>
          <button class="button button-quiet" type="button" onClick={cancel}>
            {text.cancelSending}
          </button>
        </p>
      )}
    </div>
  );
}
