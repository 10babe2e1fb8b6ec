import { useRef } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { closeDialog, openDialog } from "../components/open-dialog.ts";
import { Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { importDetail as text } from "../messages/import-detail.ts";
import { WayOut } from "../officer/way-out.tsx";

/** Stops what is being applied, asked once more. */
export function StopButton({ id, onStopped }: { id: string; onStopped: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current && closeDialog(dialog.current);
  return (
    <>
      <button
        class="button button-quiet"
        type="button"
        onClick={() => dialog.current && openDialog(dialog.current)}
      >
        {text.stop}
      </button>
      <dialog ref={dialog} class="danger-zone" aria-labelledby="stop-title">
        <h2 id="stop-title">{text.stopTitle}</h2>
        <p>{text.stopEffect}</p>
        <Form
          title={text.stopTitle}
          names={[]}
          check={() => []}
          submit={text.stopNow}
          look="button button-danger"
          send={async () => {
            await call("POST /api/officer/imports/{id}/stop", { params: { id } });
            close();
            onStopped();
          }}
        >
          {null}
        </Form>
        <WayOut leave={close}>{common.cancel}</WayOut>
      </dialog>
    </>
  );
}
