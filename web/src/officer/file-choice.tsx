import { useRef, useState } from "preact/hooks";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { FieldFrame } from "../forms/field.tsx";
import { evidence as text } from "../messages/evidence.ts";
import { sizeProblem } from "./send-evidence.ts";

interface FileChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  readonly isKept: boolean;
  /** @param tell hears what is done, in words @returns why it was not kept */
  readonly send: (file: File, tell: (state: string) => void) => Promise<string | undefined>;
  readonly onRemove: () => void;
}

/** A file that is sent as soon as it is chosen, whatever else is typed. Long: markup, in the order of the page. */
export function FileChoice({ name, label, hint, accept, isKept, send, onRemove }: FileChoiceProps) {
  const [state, setState] = useState("");
  const [wrong, setWrong] = useState("");
  const { failure, busy, run } = useReading();
  const chosen = useRef<File | undefined>(undefined);
  const begin = () =>
    run(async () => {
      const file = chosen.current;
      if (!file) return;
      setWrong("");
      try {
        setWrong(sizeProblem(file) ?? (await send(file, setState)) ?? "");
      } finally {
        setState("");
      }
    });
  return (
    <>
      <FieldFrame name={name} label={label} hint={hint}>
        {wrong && (
          <p class="field-error" id={`${name}-error`} role="alert">
            {wrong}
          </p>
        )}
        {!isKept && (
          <input
            id={name}
            class="evidence-file"
            type="file"
            accept={accept}
            aria-describedby={wrong ? `${name}-hint ${name}-error` : `${name}-hint`}
            disabled={busy}
            onChange={({ currentTarget }) => {
              chosen.current = currentTarget.files?.[0];
              void begin();
            }}
          />
        )}
      </FieldFrame>
      <div role="status">{state || (isKept && text.attached)}</div>
      {isKept && (
        <button class="button button-quiet" type="button" onClick={onRemove}>
          {text.remove}
        </button>
      )}
      {failure && <FailureNotice failure={failure} retry={begin} />}
    </>
  );
}
