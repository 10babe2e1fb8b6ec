import { useEffect, useRef, useState } from "preact/hooks";
import type { SessionAnswer } from "#shared/http/contract.ts";
import { otherPersonEvent } from "../api/client.ts";
import { member } from "../messages/member.ts";

const text = member.otherPerson;

/** Covers a page that one person opened when another has signed in since: nothing on it may be done or read further. */
export function OtherPersonDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState<string>();
  const [isOther, setOther] = useState(false);
  useEffect(() => {
    const note = () => setOther(true);
    addEventListener(otherPersonEvent, note);
    return () => removeEventListener(otherPersonEvent, note);
  }, []);
  useEffect(() => {
    if (!isOther) return;
    if (!dialog.current?.open) dialog.current?.showModal();
    // Who it is may stay unsaid; that it is another one is known.
    nameOfSignedIn().then(setName, () => {});
  }, [isOther]);
  return (
    <dialog
      ref={dialog}
      class="other-person"
      aria-labelledby="other-person-title"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="other-person-title">{text.title}</h2>
      <p role="status">{name ? text.text(name) : text.textUnnamed}</p>
      <div class="button-row">
        <button class="button" type="button" onClick={() => location.reload()}>
          {text.reload}
        </button>
      </div>
    </dialog>
  );
}

/** Past the client, which takes no answer that is not for the page's own person. */
async function nameOfSignedIn(): Promise<string | undefined> {
  const response = await fetch("/api/session", { cache: "no-store" });
  return response.ok ? ((await response.json()) as SessionAnswer).displayName : undefined;
}
