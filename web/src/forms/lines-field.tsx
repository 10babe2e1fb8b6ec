import { FieldFrame, useFieldWiring } from "./field.tsx";

interface LinesFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly begun?: string;
}

/** Codes and numbers, one thing on each line. */
export function LinesField({ name, label, hint, begun = "" }: LinesFieldProps) {
  const wiring = useFieldWiring({ name, hint });
  return (
    <FieldFrame name={name} label={label} hint={hint}>
      <textarea {...wiring} rows={8} spellcheck={false} defaultValue={begun} />
    </FieldFrame>
  );
}
