import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { closeDialog, openDialog } from "../components/open-dialog.ts";
import { leaving as text } from "../messages/leaving.ts";

/** Whoever has walked away from a shared computer is signed out all the same. */
const longestSeconds = 30;

/** Asks whether to leave although that deletes work. @returns whether to leave */
export async function askLeaving(): Promise<boolean> {
  const place = document.body.appendChild(document.createElement("div"));
  const isLeaving = await new Promise<boolean>((answer) =>
    render(<AskLeaving answer={answer} />, place),
  );
  render(null, place);
  place.remove();
  return isLeaving;
}

function AskLeaving({ answer }: { answer: (isLeaving: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const end = (isLeaving: boolean) => {
    // Gives the focus back to where it was.
    if (dialog.current) closeDialog(dialog.current);
    answer(isLeaving);
  };
  useEffect(() => {
    if (dialog.current) openDialog(dialog.current);
    const timer = setTimeout(() => end(true), longestSeconds * 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby="leaving-title" onCancel={() => end(false)}>
      <h2 id="leaving-title">{text.title}</h2>
      <p>{text.text}</p>
      <p>{text.unanswered(longestSeconds)}</p>
      <div class="button-row">
        <button class="button" type="button" onClick={() => end(false)}>
          {text.stay}
        </button>
        <button class="button button-quiet" type="button" onClick={() => end(true)}>
          {text.leave}
        </button>
      </div>
    </dialog>
  );
}
