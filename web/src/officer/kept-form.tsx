import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { recordForms } from "../messages/record-forms.ts";
import type { FormDraft, TypedTexts } from "./form-draft.ts";

interface KeptFormProps {
  readonly draft: FormDraft;
  /** Whom the form is about. */
  readonly id: string;
  /** @param begun what was typed before, to begin with */
  readonly children: (begun: TypedTexts) => ComponentChildren;
}

/** Around a form: what was typed before stays, until it is sent or dropped. */
export function KeptForm({ draft, id, children }: KeptFormProps) {
  const [begun, setBegun] = useState(() => draft.of(id));
  const isRestored = Object.keys(begun).length > 0;
  return (
    <div
      onInput={({ currentTarget }) => {
        const form = currentTarget.querySelector("form");
        if (form) draft.keep(id, form);
      }}
    >
      {isRestored && (
        <Restored
          discard={() => {
            draft.forget();
            setBegun({});
          }}
        />
      )}
      <div key={isRestored ? "begun" : "anew"}>{children(begun)}</div>
    </div>
  );
}

function Restored({ discard }: { readonly discard: () => void }) {
  return (
    <div class="notice notice-info">
      <p>{recordForms.restored}</p>
      <button class="button button-quiet" type="button" onClick={discard}>
        {recordForms.discard}
      </button>
    </div>
  );
}
