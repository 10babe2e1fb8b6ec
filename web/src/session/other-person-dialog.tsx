import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { call } from "../api/client.ts";
import { openDialog } from "../components/open-dialog.ts";
import { member } from "../messages/member.ts";

const text = member.otherPerson;

let isCovered = false;

/** Covers a page that one person opened when another has signed in since: nothing on it may be done or read further. */
export function coverPage(): void {
  if (isCovered) return;
  isCovered = true;
  render(<OtherPersonDialog />, document.body.appendChild(document.createElement("div")));
}

function OtherPersonDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState<string>();
  useEffect(() => {
    if (dialog.current) openDialog(dialog.current);
    // Who it is may stay unsaid; that it is another one is known.
    nameOfSignedIn().then(setName, () => {});
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="other-person-title"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="other-person-title">{text.title}</h2>
      <p role="status">{name ? text.now(name) : text.nowUnnamed}</p>
      <p>{text.text}</p>
      <div class="button-row">
        <button class="button" type="button" onClick={() => location.reload()}>
          {text.reload}
        </button>
      </div>
    </dialog>
  );
}

/** Past the members' client, which takes no answer that is not for the page's own person. */
async function nameOfSignedIn(): Promise<string | undefined> {
  return (await call("GET /api/session"))?.displayName;
}
