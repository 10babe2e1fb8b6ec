import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { QrAnswer } from "#shared/card/qr-answers.ts";
import { call } from "../api/member-client.ts";
import { noteOwnChange } from "../card/own-change.ts";
import { ScanList } from "../card/scan-list.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { closeDialog, openDialog } from "../components/open-dialog.ts";
import { useLoad } from "../components/use-load.ts";
import { useReading } from "../components/use-reading.ts";
import { common } from "../messages/common.ts";
import { ownQr as text } from "../messages/own-qr.ts";
import { useInstantText } from "../session/instant.tsx";
import { dayLong } from "./day-long.ts";
import { OwnNip } from "./own-nip.tsx";

/** Who checked the own card, and what can be done about it. What comes late is last, so that nothing moves. */
export function OwnChecks() {
  const { data, failure, reload, replace } = useLoad(readQr);
  return (
    <>
      <ScanList read={readScans}>
        <p>
          <a href="#own-qr-title">{text.fromScans}</a>
        </p>
      </ScanList>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {data && <OwnQr qr={data} onChanged={replace} />}
      {data && data.state !== "none" && <OwnNip qr={data} onChanged={replace} />}
    </>
  );
}

const readQr = () => call("GET /api/me/card/qr");
const readScans = (cursor: string | undefined) => call("GET /api/me/scans", { query: { cursor } });

interface OwnQrProps {
  readonly qr: QrAnswer;
  readonly onChanged: (qr: QrAnswer) => void;
}

/** The QR of the own card: a pause at once, another QR after a question. Long: markup, in the order of the page. */
function OwnQr({ qr, onChanged }: OwnQrProps) {
  const instantText = useInstantText();
  const [done, setDone] = useState<keyof typeof text.done>();
  const [requestId, setRequestId] = useState("");
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current && closeDialog(dialog.current);
  const pausing = useReading(text.failures);
  const replacing = useReading(text.failures);
  const { state, pausedAt } = qr;
  const buttons = useRef<HTMLDivElement>(null);
  // What is said of it stands above, and pushes what was pressed down.
  useLayoutEffect(() => {
    if (done) buttons.current?.scrollIntoView({ block: "nearest" });
  }, [done]);
  const told = (answer: QrAnswer, what: keyof typeof text.done) => {
    onChanged(answer);
    setDone(what);
  };
  const turn = () =>
    pausing.run(async () => {
      if (pausedAt) told(await call("POST /api/me/card/qr/resume"), "resume");
      else told(await call("POST /api/me/card/qr/pause"), "pause");
    });
  const replace = () =>
    replacing.run(async () => {
      told(await call("POST /api/me/card/qr/replace", { body: { requestId } }), "replace");
      noteOwnChange();
      close();
    });
  return (
    <section class="panel" aria-labelledby="own-qr-title">
      {/* From the checks above a link leads here. */}
      <h2 id="own-qr-title" tabIndex={-1}>
        {text.title}
      </h2>
      <p class="hint">{text.hint}</p>
      <p class={pausedAt && "notice notice-warning"}>
        {state === "paused" ? text.paused(instantText(pausedAt ?? "")) : text.states[state]}
      </p>
      <p role="status">{done && text.done[done]}</p>
      {pausing.failure && <FailureNotice failure={dayLong(pausing.failure)} retry={turn} />}
      {state !== "none" && (
        <div class="button-row" ref={buttons}>
          <button
            class="button button-quiet"
            type="button"
            aria-disabled={pausing.busy}
            onClick={turn}
          >
            {pausedAt ? text.resume : text.pause}
          </button>
          <button
            class="button button-quiet"
            type="button"
            onClick={() => {
              // Another try in the same dialog is the same request.
              setRequestId(crypto.randomUUID());
              if (dialog.current) openDialog(dialog.current);
            }}
          >
            {text.replace}
          </button>
        </div>
      )}
      <dialog ref={dialog} aria-labelledby="own-qr-question">
        <h2 id="own-qr-question">{text.question}</h2>
        <p>{text.effect}</p>
        {replacing.failure && (
          <FailureNotice failure={dayLong(replacing.failure)} retry={replace} />
        )}
        <div class="button-row">
          <button
            class="button button-danger"
            type="button"
            aria-disabled={replacing.busy}
            onClick={replace}
          >
            {text.confirm}
          </button>
          <button class="button button-quiet" type="button" onClick={close}>
            {common.cancel}
          </button>
        </div>
      </dialog>
    </section>
  );
}
