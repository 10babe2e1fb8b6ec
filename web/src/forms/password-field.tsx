import { useState } from "preact/hooks";
import { session } from "../messages/session.ts";
import { FieldFrame, typed, useFieldWiring } from "./field.tsx";

interface PasswordFieldProps {
  readonly name: string;
  readonly label: string;
  readonly autoComplete: "current-password" | "new-password";
  readonly onInput?: (value: string) => void;
}

/** A password that can be shown while typing, pasted and filled by a password manager. */
export function PasswordField({ name, label, autoComplete, onInput }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const wiring = useFieldWiring({ name });
  return (
    <FieldFrame name={name} label={label}>
      <div class="input-row">
        <input
          {...wiring}
          {...typed(shown ? "text" : "password")}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellcheck={false}
          onInput={(event) => onInput?.(event.currentTarget.value)}
        />
        <button
          class="button button-quiet"
          type="button"
          aria-label={`${shown ? session.password.hide : session.password.show}: ${label}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? session.password.hide : session.password.show}
        </button>
      </div>
    </FieldFrame>
  );
}
