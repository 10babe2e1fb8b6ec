import { useRef } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { closeDialog, openDialog } from "../components/open-dialog.ts";
import { useReading } from "../components/use-reading.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { freeze as text } from "../messages/freeze.ts";
import { frozen } from "../session/leave-for-login.ts";

/** For who fears that somebody else can get in: asked once more, and no code, because nobody gets in by it. */
export function FreezeSection() {
  const dialog = useRef<HTMLDialogElement>(null);
  const { failure, busy, run } = useReading();
  const send = () =>
    run(async () => {
      await call("POST /api/account/freeze");
      location.replace(`${href("/masuk")}#${frozen}`);
    });
  return (
    <section class="panel" aria-labelledby="freeze-title">
      <h2 id="freeze-title">{text.title}</h2>
      <p>{text.when}</p>
      <button
        class="button button-quiet"
        type="button"
        onClick={() => dialog.current && openDialog(dialog.current)}
      >
        {text.open}
      </button>
      <dialog ref={dialog} aria-labelledby="freeze-question">
        <h2 id="freeze-question">{text.question}</h2>
        <p>{text.effect}</p>
        <p>{text.wayBack}</p>
        {failure && <FailureNotice failure={failure} retry={send} />}
        <div class="button-row">
          <button class="button button-danger" type="button" aria-disabled={busy} onClick={send}>
            {text.confirm}
          </button>
          <button
            class="button button-quiet"
            type="button"
            onClick={() => dialog.current && closeDialog(dialog.current)}
          >
            {common.cancel}
          </button>
        </div>
      </dialog>
    </section>
  );
}
