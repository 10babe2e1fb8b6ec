import { useState } from "preact/hooks";
import { TextField } from "../forms/field.tsx";
import { useFieldError } from "../forms/form.tsx";
import { letters as text } from "../messages/letters.ts";
import { mostRows, rowName } from "./letter-typed.ts";

interface RowsFieldProps {
  readonly name: "income" | "items";
  readonly legend: string;
  readonly columns: readonly (readonly [key: string, label: string])[];
  readonly hint?: string;
  readonly begun: readonly (readonly string[])[] | undefined;
}

/** Lines of some fields each; an empty one does not count. */
export function RowsField({ name, legend, columns, hint, begun = [] }: RowsFieldProps) {
  const [rows, setRows] = useState(Math.max(begun.length, 1));
  const error = useFieldError(name);
  return (
    <fieldset id={name} tabIndex={-1}>
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {error && <p class="field-error">{error}</p>}
      {Array.from({ length: rows }, (_, row) => (
        // A row is its place.
        <div key={row} class="panel">
          {columns.map(([key, label], column) => (
            <TextField
              key={key}
              name={rowName(name, key, row)}
              label={text.rowOf(label, row + 1)}
              autoComplete="off"
              defaultValue={begun[row]?.[column] ?? ""}
            />
          ))}
        </div>
      ))}
      {rows < mostRows && (
        <p>
          <button
            class="button button-quiet"
            type="button"
            onClick={() => setRows((count) => count + 1)}
          >
            {text.addRow}
          </button>
        </p>
      )}
    </fieldset>
  );
}
