import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { CardAnswer } from "#shared/card/card-answer.ts";
import { callIfChanged } from "../api/member-client.ts";
import { type Failure, failureOf } from "../forms/failure.ts";
import { leaveForLogin } from "../session/leave-for-login.ts";
import { type EarlyCard, type EarlyFace, takeEarlyCard } from "./early-card.ts";
import { isOwnChangeExpected } from "./own-change.ts";
import { pollDelayMs } from "./poll-schedule.ts";

/** A face that was requested already, or has arrived. */
export type ComingFace = EarlyFace | "coming" | undefined;

interface LiveCard {
  readonly card: CardAnswer | undefined;
  readonly early: ComingFace;
  /** Why the newest reading failed; the card shown before stays. */
  readonly failure: Failure | undefined;
  readonly refresh: () => void;
}

/** The holder's card, read again without reloading the page. */
export function useCard(): LiveCard {
  const [card, setCard] = useState<CardAnswer>();
  const [failure, setFailure] = useState<Failure>();
  const [early, setEarly] = useState<ComingFace>("coming");
  const etag = useRef<string | undefined>(undefined);
  const asked = useRef<EarlyCard | undefined>(undefined);

  // Before the first reading, which uses its answer.
  useEffect(() => {
    asked.current = takeEarlyCard();
    if (asked.current) void asked.current.face.then(setEarly);
    else setEarly(undefined);
  }, []);

  const read = useCallback(async (): Promise<CardAnswer | undefined> => {
    const answer = asked.current?.answer;
    asked.current = undefined;
    try {
      const changed = await callIfChanged("GET /api/me/card", etag.current, answer);
      setFailure(undefined);
      if (!changed) return undefined;
      etag.current = changed.etag;
      setCard(changed.body);
      return changed.body;
    } catch (error) {
      const failed = failureOf(error);
      if (failed.code === "session-ended") leaveForLogin();
      setFailure(failed);
      return undefined;
    }
  }, []);

  const refresh = usePolling(read);
  return { card, early, failure, refresh };
}

/**
 * Calls `read` on the schedule while the page is visible, and at once when the holder comes back to it.
 * Long: a hook, whose functions share its timer.
 */
function usePolling(read: () => Promise<CardAnswer | undefined>): () => void {
  const wake = useRef<() => void>(() => {});
  // Long: a hook, whose functions share its timer.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let reading = false;
    let drawing = false;
    let newsAt = Date.now();
    let activityAt = Date.now();

    const plan = () => {
      clearTimeout(timer);
      if (document.hidden) return;
      const now = Date.now();
      const delay = pollDelayMs({
        changeExpected: drawing || isOwnChangeExpected(),
        sinceNewsMs: now - newsAt,
        sinceActivityMs: now - activityAt,
      });
      if (delay !== undefined) timer = setTimeout(look, delay);
    };
    const look = async () => {
      if (reading) return;
      reading = true;
      const news = await read();
      reading = false;
      if (news) {
        newsAt = Date.now();
        drawing = news.state === "drawing";
      }
      if (!stopped) plan();
    };
    const lookNow = () => {
      activityAt = Date.now();
      clearTimeout(timer);
      void look();
    };
    const onVisible = () => (document.hidden ? clearTimeout(timer) : lookNow());
    const onActivity = () => {
      activityAt = Date.now();
    };

    let stopped = false;
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener("focus", lookNow, { signal });
    addEventListener("online", lookNow, { signal });
    document.addEventListener("visibilitychange", onVisible, { signal });
    document.addEventListener("pointerdown", onActivity, { signal });
    document.addEventListener("keydown", onActivity, { signal });
    wake.current = lookNow;
    void look();
    return () => {
      stopped = true;
      listening.abort();
      clearTimeout(timer);
    };
  }, [read]);
  return useCallback(() => wake.current(), []);
}
