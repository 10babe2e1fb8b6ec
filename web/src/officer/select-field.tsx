import { FieldFrame, useFieldWiring } from "../forms/field.tsx";

interface SelectFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value: string;
  /** Hears of each choice, where the field is not part of a form. */
  readonly onChoose?: (value: string) => void;
}

export function SelectField({ name, label, hint, options, value, onChoose }: SelectFieldProps) {
  const wiring = useFieldWiring({ name, hint });
  return (
    <FieldFrame name={name} label={label} hint={hint}>
      <select {...wiring} onChange={({ currentTarget }) => onChoose?.(currentTarget.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
