import { useCallback, useEffect, useState } from "preact/hooks";
import { type Failure, failureOf } from "../forms/failure.ts";
import { leaveForLogin } from "../session/leave-for-login.ts";

interface Loaded<Data> {
  readonly data: Data | undefined;
  readonly failure: Failure | undefined;
  readonly reload: () => void;
  /** Puts a newer answer in place, e.g. the one a change returned. */
  readonly replace: (data: Data) => void;
}

/** Reads when the page opens and whenever `load` is another function; the last reading started wins. */
export function useLoad<Data>(load: () => Promise<Data>): Loaded<Data> {
  const [data, replace] = useState<Data>();
  const [failure, setFailure] = useState<Failure>();
  const [reading, setReading] = useState(0);
  // `reading` counts the requests to read again.
  useEffect(() => {
    let wanted = true;
    setFailure(undefined);
    load().then(
      (answer) => wanted && replace(() => answer),
      (error: unknown) => {
        if (!wanted) return;
        const failed = failureOf(error);
        if (failed.code === "session-ended") leaveForLogin();
        else setFailure(failed);
      },
    );
    return () => {
      wanted = false;
    };
  }, [load, reading]);
  const reload = useCallback(() => setReading((count) => count + 1), []);
  return { data, failure, reload, replace };
}
