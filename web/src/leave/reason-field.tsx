import { useFieldError } from "../forms/form.tsx";

interface ReasonFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value: string;
}

/** The reason of a leave in the law's words, which are too long for one line of a list that opens; the field is called "reason". */
export function ReasonField({ label, hint, options, value }: ReasonFieldProps) {
  const error = useFieldError("reason");
  const described = [hint && "reason-hint", error && "reason-error"].filter(Boolean).join(" ");
  return (
    <fieldset
      class={error ? "field-wrong" : ""}
      {...(described && { "aria-describedby": described })}
    >
      <legend>{label}</legend>
      {hint && (
        <p class="hint" id="reason-hint">
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id="reason-error">
          {error}
        </p>
      )}
      {options.map(([option, words], i) => (
        <div class="check-row" key={option}>
          <input
            type="radio"
            // The first has the field's own name: what tells of an error leads there.
            id={i === 0 ? "reason" : `reason-${option}`}
            name="reason"
            value={option}
            defaultChecked={option === value}
          />
          <label for={i === 0 ? "reason" : `reason-${option}`}>{words}</label>
        </div>
      ))}
    </fieldset>
  );
}
