import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { lastAnsweredAt } from "../api/client.ts";
import { closeDialog, openDialog } from "../components/open-dialog.ts";
import { common } from "../messages/common.ts";
import { member } from "../messages/member.ts";
import { guardTab, type Look, revealIfAlive } from "./guard-return.ts";
import { type SessionEnd, type SessionTimes, sessionEnd, sessionTimes } from "./session-clock.ts";
import { signOut } from "./sign-out.ts";
import type { KnownSession } from "./use-session.ts";

const warnMs = 2 * 60_000;
/** The two clocks differ by more than this when one was corrected, or when the device slept. */
const jumpMs = 10_000;
const text = member.session;

interface SessionDialogProps {
  readonly session: KnownSession;
  readonly stay: () => void;
  /** Without prolonging. */
  readonly look: Look;
}

/**
 * Asks two minutes before the session ends whether to go on (WCAG 2.2.1); at the end the server has the last word. Also
 * guards the page against being come back to after the end.
 */
export function SessionDialog({ session, stay, look }: SessionDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const times = useTimes(session);
  useEffect(() => guardTab(look), [look]);
  const end = useSessionEnd(times, look);

  useEffect(() => {
    if (!dialog.current) return;
    if (end) openDialog(dialog.current);
    else closeDialog(dialog.current);
  }, [end]);
  const isOver = end?.remainingMs === 0;
  useEffect(() => {
    if (isOver) void revealIfAlive(look);
  }, [isOver, times]);

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

function useTimes({ answer, receivedAt }: KnownSession): SessionTimes {
  const known = useRef<SessionTimes>(undefined);
  return useMemo(() => {
    known.current = sessionTimes(answer, receivedAt, known.current);
    return known.current;
  }, [answer, receivedAt]);
}

/** The end once it is near, every second; undefined while it is far. */
function useSessionEnd(times: SessionTimes, look: Look): SessionEnd | undefined {
  const [end, setEnd] = useState<SessionEnd>();
  useEffect(() => {
    let difference = Date.now() - performance.now();
    const tick = () => {
      const now = performance.now();
      const next = sessionEnd(times, { lastAnsweredAt: lastAnsweredAt(), now });
      setEnd(next.remainingMs <= warnMs ? next : undefined);
      if (Math.abs(Date.now() - now - difference) > jumpMs) {
        difference = Date.now() - now;
        look().catch(() => {});
      }
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [times]);
  return end;
}

function remainingText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return text.remaining(Math.floor(seconds / 60), seconds % 60);
}
