import { useState } from "preact/hooks";
import { type Failure, failureOf } from "../forms/failure.ts";
import { leaveForLogin } from "../session/leave-for-login.ts";

/**
 * One reading at a time, and why it did not succeed.
 * @param texts the page's own words for refusals that only it can meet
 */
export function useReading(texts?: Readonly<Record<string, string>>) {
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const run = async (reading: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await reading();
    } catch (error) {
      const failed = failureOf(error, texts);
      if (failed.code === "session-ended") leaveForLogin();
      else setFailure(failed);
    } finally {
      setBusy(false);
    }
  };
  return { failure, busy, run };
}
