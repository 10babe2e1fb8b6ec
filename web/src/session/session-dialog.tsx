import { useEffect, useRef, useState } from "preact/hooks";
import type { SessionAnswer } from "#shared/http/contract.ts";
import { lastAnsweredAt } from "../api/client.ts";
import { closeDialog, openDialog } from "../components/open-dialog.ts";
import { common } from "../messages/common.ts";
import { leaveForLogin } from "./leave-for-login.ts";
import { type SessionEnd, sessionEnd } from "./session-clock.ts";

const warnMs = 2 * 60_000;
const text = common.session;

interface SessionDialogProps {
  readonly session: SessionAnswer;
  readonly receivedAt: number;
  readonly stay: () => void;
  readonly signOut: () => void;
}

/** Asks two minutes before the session ends whether to go on (WCAG 2.2.1). */
export function SessionDialog({ session, receivedAt, stay, signOut }: SessionDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const end = useSessionEnd(session, receivedAt);

  useEffect(() => {
    if (!dialog.current) return;
    if (end) openDialog(dialog.current);
    else closeDialog(dialog.current);
    if (end?.remainingMs === 0) leaveForLogin();
  }, [end]);

  const remaining = remainingText(end?.remainingMs ?? 0);
  return (
    <dialog ref={dialog} aria-labelledby="session-title" onCancel={stay}>
      <h2 id="session-title">{text.title}</h2>
      <p>{end?.final ? text.lastText(remaining) : text.text(remaining)}</p>
      <div class="button-row">
        {!end?.final && (
          <button class="button" type="button" onClick={stay}>
            {text.stay}
          </button>
        )}
        <button class="button button-quiet" type="button" onClick={signOut}>
          {common.signOut}
        </button>
      </div>
    </dialog>
  );
}

/** The end once it is near, every second; undefined while it is far. */
function useSessionEnd(session: SessionAnswer, receivedAt: number): SessionEnd | undefined {
  const [end, setEnd] = useState<SessionEnd>();
  useEffect(() => {
    const look = () => {
      const times = { receivedAt, lastAnsweredAt: lastAnsweredAt(), now: Date.now() };
      const next = sessionEnd(session, times);
      setEnd(next.remainingMs <= warnMs ? next : undefined);
    };
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [session, receivedAt]);
  return end;
}

function remainingText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return text.remaining(Math.floor(seconds / 60), seconds % 60);
}
