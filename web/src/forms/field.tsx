import type { ComponentChildren, InputHTMLAttributes } from "preact";
import { useFieldError } from "./form.tsx";

interface FieldFrame {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** What ties an input to its label, hint and error: spread it on the input. */
export function useFieldWiring({ name, hint }: Pick<FieldFrame, "name" | "hint">) {
  const error = useFieldError(name);
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return {
    id: name,
    name,
    ...(error && { "aria-invalid": true }),
    ...(described && { "aria-describedby": described }),
  };
}

/** Label, hint and error around any input. */
export function FieldFrame({
  name,
  label,
  hint,
  children,
}: FieldFrame & { children: ComponentChildren }) {
  const error = useFieldError(name);
  return (
    <div class={error ? "field field-wrong" : "field"}>
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

interface TextFieldProps extends FieldFrame {
  readonly type?: "text" | "email" | "search" | "tel";
  readonly inputMode?: "numeric";
  readonly autoComplete?: string;
  readonly autoCapitalize?: "characters";
  readonly spellcheck?: false;
  readonly defaultValue?: string;
  readonly class?: string;
}

export function TextField({ name, label, hint, type = "text", ...input }: TextFieldProps) {
  const wiring = useFieldWiring({ name, hint });
  return (
    <FieldFrame name={name} label={label} hint={hint}>
      <input {...typed(type)} {...wiring} {...input} />
    </FieldFrame>
  );
}

/** The type of an input as its attributes; Preact's types want each kind by itself. */
export function typed(type: string): InputHTMLAttributes<HTMLInputElement> {
  return { type } as InputHTMLAttributes<HTMLInputElement>;
}

/** Six digits from an app or an e-mail. Pasting works and nothing is sent by itself. */
export function CodeField(props: FieldFrame) {
  return (
    <TextField
      {...props}
      class="code-input"
      inputMode="numeric"
      autoComplete="one-time-code"
      spellcheck={false}
    />
  );
}
