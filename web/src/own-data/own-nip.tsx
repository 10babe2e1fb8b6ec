import { useEffect, useState } from "preact/hooks";
import type { QrAnswer } from "#shared/card/qr-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { ownNip as text } from "../messages/own-nip.ts";
import { useInstantText } from "../session/instant.tsx";
import { dayLong } from "./day-long.ts";

interface OwnNipProps {
  readonly qr: QrAnswer;
  readonly onChanged: (qr: QrAnswer) => void;
}

/** Whether checks of the own card show the whole NIP. The page looks again when the hour is over. Long: markup, in the order of the page. */
export function OwnNip({ qr, onChanged }: OwnNipProps) {
  const instantText = useInstantText();
  const [isOpened, setOpened] = useState(false);
  const turning = useReading(text.failures);
  const { nipOpenUntil: until } = qr;
  useEffect(() => {
    if (!until) return;
    // The server's clock decides; where this device's is ahead, it is asked once a minute.
    const left = Math.max(Date.parse(until) - Date.now(), 60_000);
    const timer = setTimeout(() => {
      call("GET /api/me/card/qr").then(onChanged, () => onChanged({ ...qr }));
    }, left);
    return () => clearTimeout(timer);
  }, [qr]);
  const turn = () =>
    turning.run(async () => {
      if (until) onChanged(await call("POST /api/me/card/nip/close"));
      else onChanged(await call("POST /api/me/card/nip/open"));
      setOpened(!until);
    });
  return (
    <section class="panel" aria-labelledby="own-nip-title">
      <h2 id="own-nip-title">{text.title}</h2>
      <p class="hint">{text.hint}</p>
      <div role="status">
        <p class={until && "notice notice-warning"}>
          {until ? text.openUntil(instantText(until)) : text.masked}
        </p>
        {until && isOpened && <p>{text.opened}</p>}
      </div>
      {turning.failure && <FailureNotice failure={dayLong(turning.failure)} retry={turn} />}
      <button class="button button-quiet" type="button" aria-disabled={turning.busy} onClick={turn}>
        {until ? text.close : text.open}
      </button>
    </section>
  );
}
