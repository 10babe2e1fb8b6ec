import { FieldFrame, useFieldWiring } from "../forms/field.tsx";

interface SelectFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value: string;
}

export function SelectField({ name, label, hint, options, value }: SelectFieldProps) {
  const wiring = useFieldWiring({ name, hint });
  return (
    <FieldFrame name={name} label={label} hint={hint}>
      <select {...wiring}>
        {options.map(([option, text]) => (
          <option key={option} value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
