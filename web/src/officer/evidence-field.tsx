import { useEffect, useRef, useState } from "preact/hooks";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { FieldFrame } from "../forms/field.tsx";
import { evidence as text } from "../messages/evidence.ts";
import { sendEvidence, serviceOf, sizeProblem } from "./send-evidence.ts";
import type { FileTexts } from "./source-fields.tsx";

const none: FileTexts = { sourceFile: "", fileProof: "" };
const input = "sourceFileChoice";

interface EvidenceFieldProps {
  readonly id: EmployeeAnswer["id"];
  readonly typed?: Partial<FileTexts> | undefined;
}

/**
 * A file that is sent as soon as it is chosen, whatever else is typed. The form gets its id and proof, never the file itself.
 * Long: markup, in the order of the page.
 */
export function EvidenceField({ id, typed }: EvidenceFieldProps) {
  const [kept, keep] = useState<FileTexts>({ ...none, ...typed });
  const [state, setState] = useState("");
  const [wrong, setWrong] = useState("");
  const { failure, busy, run } = useReading();
  const hidden = useRef<HTMLInputElement>(null);
  const chosen = useRef<File | undefined>(undefined);
  // The draft listens to what is typed, and this is typed by no hand.
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) hidden.current?.dispatchEvent(new Event("input", { bubbles: true }));
    isFirst.current = false;
  }, [kept]);
  const send = () =>
    run(async () => {
      const file = chosen.current;
      if (!file) return;
      setWrong("");
      try {
        const told = sizeProblem(file) ?? (await sendEvidence(file, setState, serviceOf(id)));
        if (typeof told === "string") setWrong(told);
        else keep(told);
      } finally {
        setState("");
      }
    });
  return (
    <>
      <FieldFrame name={input} label={text.label} hint={text.hint}>
        {wrong && (
          <p class="field-error" id={`${input}-error`} role="alert">
            {wrong}
          </p>
        )}
        {!kept.sourceFile && (
          <input
            id={input}
            class="evidence-file"
            type="file"
            accept="application/pdf,image/jpeg"
            aria-describedby={wrong ? `${input}-hint ${input}-error` : `${input}-hint`}
            disabled={busy}
            onChange={({ currentTarget }) => {
              chosen.current = currentTarget.files?.[0];
              void send();
            }}
          />
        )}
      </FieldFrame>
      <div role="status">{state || (kept.sourceFile && text.attached)}</div>
      {kept.sourceFile && (
        <button class="button button-quiet" type="button" onClick={() => keep(none)}>
          {text.remove}
        </button>
      )}
      {failure && <FailureNotice failure={failure} retry={send} />}
      <input ref={hidden} type="hidden" name="sourceFile" value={kept.sourceFile} />
      <input type="hidden" name="fileProof" value={kept.fileProof} />
    </>
  );
}
