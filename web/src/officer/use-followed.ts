import { useCallback, useEffect, useState } from "preact/hooks";
import { type Failure, failureOf } from "../forms/failure.ts";
import { leaveForLogin } from "../session/leave-for-login.ts";
import { type Followed, followOn } from "./follow.ts";

/**
 * Follows something until it is done, also over a link that breaks; `again` asks at once, and from a state that somebody else may
 * have changed.
 * @param known what is known of it at first, if anything
 */
export function useFollowed<T, Known extends T | undefined = T>(
  id: string,
  known: Known,
  followed: Followed<T>,
) {
  const [progress, setProgress] = useState<T | Known>(known);
  const [failure, setFailure] = useState<Failure>();
  const [attempt, setAttempt] = useState(0);
  // `attempt` counts the requests to go on.
  useEffect(() => {
    if (attempt === 0 && known !== undefined && followed.isDone(known)) return;
    const waiting = new AbortController();
    setFailure(undefined);
    const onProgress = (read: T) => {
      setFailure(undefined);
      setProgress(read);
    };
    const onLost = (error: unknown) => setFailure(failureOf(error));
    followOn(followed, { onProgress, onLost }, waiting.signal).catch((error: unknown) => {
      if (waiting.signal.aborted) return;
      const failed = failureOf(error);
      if (failed.code === "session-ended") leaveForLogin();
      else setFailure(failed);
    });
    return () => waiting.abort();
  }, [id, attempt]);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return { progress, failure, again };
}
