import { useCallback, useEffect, useState } from "preact/hooks";
import type { PrintAnswer } from "#shared/http/print-contract.ts";
import { printAddress } from "../api/print-api.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Icon } from "../components/icon.tsx";
import { type Failure, failureOf } from "../forms/failure.ts";
import { print as text } from "../messages/print.ts";
import { leaveForLogin } from "../session/leave-for-login.ts";
import { followPrint } from "./follow-print.ts";

/** How far a print is, told to everyone, and at last its file. */
export function PrintStatus({ printId }: { printId: string }) {
  const { print, failure, again } = usePrint(printId);
  return (
    <div class="after-form">
      <div role="status">{print && <Progress print={print} />}</div>
      {failure && <FailureNotice failure={failure} retry={again} />}
      {print?.state === "ready" && (
        <p>
          <a class="button" href={printAddress(printId)} download="">
            <Icon name="download" /> {text.download}
          </a>
        </p>
      )}
    </div>
  );
}

function Progress({ print }: { print: PrintAnswer }) {
  const { state, drawn, total } = print;
  switch (state) {
    case "waiting":
      return <p class="notice notice-info">{text.waiting}</p>;
    case "drawing":
      return (
        <>
          <p>{text.drawing(drawn, total)}</p>
          <progress max={total} value={drawn} aria-label={text.submit} />
        </>
      );
    case "ready":
      return (
        <div class="notice notice-good">
          <p>{text.ready(drawn)}</p>
          <LeftOut print={print} />
          <p>{text.keepSafe}</p>
        </div>
      );
    case "failed":
      return (
        <div class="notice notice-warning">
          <p>{text.failed}</p>
          <LeftOut print={print} />
        </div>
      );
  }
}

function LeftOut({ print: { withoutPhoto, withoutCard } }: { print: PrintAnswer }) {
  return (
    <>
      {withoutPhoto > 0 && <p>{text.withoutPhoto(withoutPhoto)}</p>}
      {withoutCard > 0 && <p>{text.withoutCard(withoutCard)}</p>}
    </>
  );
}

/** Follows the print until it is done; `again` goes on after the link was down. */
function usePrint(printId: string) {
  const [print, setPrint] = useState<PrintAnswer>();
  const [failure, setFailure] = useState<Failure>();
  const [attempt, setAttempt] = useState(0);
  // `attempt` counts the wishes to go on.
  useEffect(() => {
    const waiting = new AbortController();
    setFailure(undefined);
    followPrint(printId, setPrint, waiting.signal).catch((error: unknown) => {
      if (waiting.signal.aborted) return;
      const failed = failureOf(error);
      if (failed.code === "session-ended") leaveForLogin();
      else setFailure(failed);
    });
    return () => waiting.abort();
  }, [printId, attempt]);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return { print, failure, again };
}
