/** The decree or letter that a change rests on: its number and its day, both of which may be absent where it is not `needed`. */
import type { EvidenceId, GivenSource, Source } from "#shared/audit/source.ts";
import { hasHidden, visibleLine } from "#shared/runtime/visible-text.ts";
import { dayText } from "../clock-text.ts";
import { TextField } from "../forms/field.tsx";
import type { FieldProblem } from "../forms/form.tsx";
import { changeForms } from "../messages/change-forms.ts";
import { DayField, dayOrNone } from "./day-field.tsx";

export const sourceNames = ["sourceNumber", "sourceDay"] as const;
type SourceName = (typeof sourceNames)[number];
/** As they are typed. */
export type SourceTexts = Readonly<Record<SourceName, string>>;

/** What names its file, where a form takes one. */
export const fileNames = ["sourceFile", "fileProof"] as const;
export type FileTexts = Readonly<Record<(typeof fileNames)[number], string>>;

interface SourceFieldsProps {
  readonly typed?: Partial<SourceTexts> | undefined;
  readonly needed?: boolean;
}

export function SourceFields({ typed, needed = false }: SourceFieldsProps) {
  const mark = needed ? " *" : "";
  return (
    <>
      <TextField
        name="sourceNumber"
        label={changeForms.source.number + mark}
        {...(!needed && { hint: changeForms.source.hint })}
        autoComplete="off"
        defaultValue={typed?.sourceNumber ?? ""}
      />
      <DayField name="sourceDay" label={changeForms.source.day + mark} value={typed?.sourceDay} />
    </>
  );
}

/** As a part of a request. */
export function sourceOf({
  sourceNumber,
  sourceDay,
  sourceFile,
  fileProof,
}: SourceTexts & Partial<FileTexts>): { readonly source?: GivenSource } {
  const number = visibleLine(sourceNumber);
  if (!number) return {};
  const file = evidenceIn(sourceFile);
  return {
    source: {
      ...{ number, ...(sourceDay && { day: sourceDay }) },
      ...(file && fileProof && { file, fileProof }),
    },
  };
}

/** @returns undefined when the text names no file */
export function evidenceIn(text = ""): EvidenceId | undefined {
  const [prefix, rest] = text.split("_");
  return prefix === "evd" && rest ? `evd_${rest}` : undefined;
}

export function problemsOfSource({
  sourceNumber,
  sourceDay,
  sourceFile,
}: SourceTexts & Partial<FileTexts>): {
  readonly field: SourceName;
  readonly code: FieldProblem["code"];
}[] {
  const number = visibleLine(sourceNumber);
  if (number === "" && (sourceDay || sourceFile))
    return [{ field: "sourceNumber", code: "required" }];
  const wrongDay = dayOrNone(sourceDay);
  return [
    ...(hasHidden(number) ? [{ field: "sourceNumber", code: "characters-hidden" } as const] : []),
    ...(wrongDay ? [{ field: "sourceDay", code: wrongDay } as const] : []),
  ];
}

/** "SK 12/2026, 20 November 2026". */
export function sourceText({ number, day }: Source): string {
  return day ? `${number}, ${dayText(day)}` : number;
}
