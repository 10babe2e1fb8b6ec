import { FailureNotice } from "../components/failure-notice.tsx";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { imports as text } from "../messages/imports.ts";
import { session } from "../messages/session.ts";
import { WayOut } from "../officer/way-out.tsx";
import type { Sending } from "./use-sending.ts";

interface SendingViewProps {
  readonly state: Sending;
  readonly again: () => void;
  readonly cancel: () => void;
}

/** How far the file is on its way, and what to do when it does not get there. */
export function SendingView({ state, again, cancel }: SendingViewProps) {
  return (
    <>
      <div role="status">
        <OnItsWay state={state} />
      </div>
      {state.step === "failed" && <FailureNotice failure={state.failure} retry={again} />}
      {state.step === "failed" && state.failure.code === "session-ended" && (
        <p>
          <a href={href("/masuk")} target="_blank" rel="noopener">
            {session.loginInNewTab}
          </a>
        </p>
      )}
      <WayOut leave={cancel}>{common.cancel}</WayOut>
    </>
  );
}

/** In tens, so that a screen reader is not flooded. */
function OnItsWay({ state }: { state: Sending }) {
  switch (state.step) {
    case "sending": {
      const percent = Math.round(state.share * 100);
      return (
        <>
          <p>{text.sending(Math.floor(percent / 10) * 10)}</p>
          <progress max={100} value={percent} aria-label={text.sendingTitle} />
        </>
      );
    }
    case "waiting":
      return (
        <p class="notice notice-warning">{state.stalled ? text.stalled : text.waitingToSend}</p>
      );
    default:
      return null;
  }
}
