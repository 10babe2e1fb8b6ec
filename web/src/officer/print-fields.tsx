import type { DocumentName } from "#shared/card/card-content.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { print as text } from "../messages/print.ts";
import { SelectField } from "./select-field.tsx";

export const printFields = ["shape", "sheet"] as const;

/** What a file has: cards in one shape and on one kind of sheet, or letters. */
export type PrintChoice =
  | ({ readonly kind: "cards" } & DocumentName)
  | { readonly kind: "letters" };

/** @param values of the fields; empty where they are not shown */
export function printChoice(
  kind: PrintChoice["kind"],
  { shape, sheet }: Readonly<Record<(typeof printFields)[number], string>>,
): PrintChoice {
  if (kind === "letters") return { kind };
  return {
    kind,
    shape: keysOf(text.shapes).find((each) => each === shape) ?? "landscape",
    sheet: keysOf(text.sheets).find((each) => each === sheet) ?? "card",
  };
}

interface PrintFieldsProps {
  readonly kind: PrintChoice["kind"];
  readonly choose: (kind: PrintChoice["kind"]) => void;
}

/** Asks what is printed, and how. */
export function PrintFields({ kind, choose }: PrintFieldsProps) {
  return (
    <>
      <SelectField
        name="kind"
        label={text.kind}
        options={Object.entries(text.kinds)}
        value={kind}
        onChoose={(chosen) => choose(chosen === "letters" ? chosen : "cards")}
      />
      {kind === "cards" && (
        <>
          <SelectField
            name="shape"
            label={text.shape}
            options={Object.entries(text.shapes)}
            value="landscape"
          />
          <SelectField
            name="sheet"
            label={text.sheet}
            options={Object.entries(text.sheets)}
            value="card"
          />
        </>
      )}
    </>
  );
}
