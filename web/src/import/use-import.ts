import { useCallback, useEffect, useState } from "preact/hooks";
import { type Failure, failureOf } from "../forms/failure.ts";
import { leaveForLogin } from "../session/leave-for-login.ts";
import type { ImportAnswer } from "./answers.ts";
import { followImport } from "./follow-import.ts";

/** Follows the import for as long as something happens to it; `again` goes on after the link was down, or something was done. */
export function useImport(id: string) {
  const [found, setFound] = useState<ImportAnswer>();
  const [failure, setFailure] = useState<Failure>();
  const [attempt, setAttempt] = useState(0);
  // `attempt` counts the requests to go on.
  useEffect(() => {
    const waiting = new AbortController();
    setFailure(undefined);
    followImport(id, setFound, waiting.signal).catch((error: unknown) => {
      if (waiting.signal.aborted) return;
      const failed = failureOf(error);
      if (failed.code === "session-ended") leaveForLogin();
      else setFailure(failed);
    });
    return () => waiting.abort();
  }, [id, attempt]);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return { found, failure, again };
}
