import { FieldFrame, useFieldWiring } from "../forms/field.tsx";
import { letters as text } from "../messages/letters.ts";

interface LinesProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly begun?: readonly string[] | undefined;
}

/** A field with one item on each line. */
export function Lines({ name, label, hint = text.hints.lines, begun = [] }: LinesProps) {
  const wiring = useFieldWiring({ name, hint });
  return (
    <FieldFrame name={name} label={label} hint={hint}>
      <textarea rows={4} defaultValue={begun.join("\n")} {...wiring} />
    </FieldFrame>
  );
}
