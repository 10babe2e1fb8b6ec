import { useRef } from "preact/hooks";
import { useListening } from "../components/use-listening.ts";
import { imports as text } from "../messages/imports.ts";
import { useDrop } from "../use-drop.ts";

interface FileChooserProps {
  /** Another file than the one that is shown: not the next thing to do. */
  readonly isQuiet?: boolean;
  readonly choose: (file: File) => void;
}

/** A button of ours, because the browser's own speaks the browser's language; and the whole page takes a file that is dropped. */
export function FileChooser({ isQuiet, choose }: FileChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  const listening = useListening();
  useDrop(choose);
  return (
    <div class="field">
      <button
        class={isQuiet ? "button button-quiet" : "button"}
        type="button"
        aria-describedby="file-hint"
        disabled={!listening}
        onClick={() => input.current?.click()}
      >
        {isQuiet ? text.chooseAnother : text.choose}
      </button>
      <p class="hint" id="file-hint">
        {text.chooseHint}
      </p>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv,.txt,.xls"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file, mended, can be chosen again.
          currentTarget.value = "";
          if (file) choose(file);
        }}
      />
    </div>
  );
}
