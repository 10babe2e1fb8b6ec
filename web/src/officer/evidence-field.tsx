import { useEffect, useRef, useState } from "preact/hooks";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { evidence as text } from "../messages/evidence.ts";
import { FileChoice } from "./file-choice.tsx";
import { sendEvidence, serviceOf } from "./send-evidence.ts";
import type { FileTexts } from "./source-fields.tsx";

const none: FileTexts = { sourceFile: "", fileProof: "" };

interface EvidenceFieldProps {
  readonly id: EmployeeAnswer["id"];
  readonly typed?: Partial<FileTexts> | undefined;
}

/** The file of a decree or letter. The form gets its id and proof, never the file itself. */
export function EvidenceField({ id, typed }: EvidenceFieldProps) {
  const [kept, keep] = useState<FileTexts>({ ...none, ...typed });
  const hidden = useRef<HTMLInputElement>(null);
  // The draft listens to what is typed, and this is typed by no hand.
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) hidden.current?.dispatchEvent(new Event("input", { bubbles: true }));
    isFirst.current = false;
  }, [kept]);
  return (
    <>
      <FileChoice
        name="sourceFileChoice"
        label={text.label}
        hint={text.hint}
        accept="application/pdf,image/jpeg"
        isKept={kept.sourceFile !== ""}
        send={async (file, tell) => {
          const told = await sendEvidence(file, tell, serviceOf(id));
          if (typeof told === "string") return told;
          keep(told);
          return undefined;
        }}
        onRemove={() => keep(none)}
      />
      <input ref={hidden} type="hidden" name="sourceFile" value={kept.sourceFile} />
      <input type="hidden" name="fileProof" value={kept.fileProof} />
    </>
  );
}
