import { useEffect, useRef, useState } from "preact/hooks";
import { type Failure, failureOf } from "../forms/failure.ts";
import { type SendProgress, sendImport } from "./send-import.ts";

export type Sending =
  | { readonly step: "none" }
  | SendProgress
  | { readonly step: "failed"; readonly failure: Failure };

/** One file on its way to the store; what was judged is sent, whatever has become of the chosen file. */
export function useSending(onArrived: (id: string) => void) {
  const [state, setState] = useState<Sending>({ step: "none" });
  const requestId = useRef<string>(undefined);
  const under = useRef<AbortController>(undefined);
  const cancel = () => {
    under.current?.abort();
    setState({ step: "none" });
  };
  useEffect(() => () => under.current?.abort(), []);
  useUnloadWarning(state.step === "sending" || state.step === "waiting");

  const send = async (name: string, file: Blob) => {
    requestId.current ??= crypto.randomUUID();
    const way = new AbortController();
    under.current = way;
    setState({ step: "sending", share: 0 });
    try {
      const sent = { requestId: requestId.current, name, file };
      const id = await sendImport(sent, setState, way.signal);
      if (id !== undefined) onArrived(id);
    } catch (error) {
      if (way.signal.aborted) return;
      // The page stays also when the session has ended, because the file would be gone with it.
      setState({ step: "failed", failure: failureOf(error) });
    }
  };
  return { state, send, cancel };
}

/** The browser asks before a file on its way is lost. */
function useUnloadWarning(isOnItsWay: boolean): void {
  useEffect(() => {
    if (!isOnItsWay) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isOnItsWay]);
}
