import { useEffect, useRef } from "preact/hooks";
import { closeDialog, openDialog } from "../components/open-dialog.ts";
import { cardWords as text } from "../messages/card-words.ts";
import { keepAwake } from "./keep-awake.ts";
import type { Shape } from "./shape.ts";

interface FullCardProps {
  readonly src: string;
  readonly alt: string;
  readonly shape: Shape;
  readonly close: () => void;
}

/** The card over the whole screen, on white so that a scanner reads it well. The screen stays on. */
export function FullCard({ src, alt, shape, close }: FullCardProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current) openDialog(dialog.current);
    return keepAwake();
  }, []);
  // A dialog that is only removed does not give the focus back.
  const leave = () => dialog.current && closeDialog(dialog.current);
  return (
    <dialog ref={dialog} class="full-card" aria-label={text.fullCard} onClose={close}>
      <img class={`full-card-${shape}`} src={src} alt={alt} />
      <button class="button button-quiet" type="button" onClick={leave}>
        {text.closeFull}
      </button>
    </dialog>
  );
}
