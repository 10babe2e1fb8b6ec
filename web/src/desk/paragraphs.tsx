import { FieldFrame, useFieldWiring } from "../forms/field.tsx";

/** A field of several lines. */
export function Paragraphs({ name, label }: { name: string; label: string }) {
  const wiring = useFieldWiring({ name });
  return (
    <FieldFrame name={name} label={label}>
      <textarea rows={4} {...wiring} />
    </FieldFrame>
  );
}

/** What stands on lines of its own, without empty ones. */
export function linesOf(value: string): string[] {
  return value.split("\n").flatMap((line) => line.trim() || []);
}
