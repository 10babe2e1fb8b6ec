import { fields } from "../messages/fields.ts";

type ToldCode = keyof typeof fields;

type Params = Readonly<Record<string, string | number>>;
/** A page's own words for problems, by their codes. */
export type ProblemTexts = Readonly<Record<string, string | ((params: Params) => string)>>;

/** What is wrong with a field, by the code a rule or the API gives it. */
export function fieldText(code: string, params: Params = {}, own: ProblemTexts = {}): string {
  const text = own[code] ?? fields[isFieldCode(code) ? code : "other"];
  return typeof text === "function" ? text(withDaysAsTyped(params)) : text;
}

/** "01-12-2026", as the services name days and months, in the form in which people type them: "01/12/2026". */
function withDaysAsTyped(params: Params): Params {
  const asTyped = (value: string | number) =>
    typeof value === "string" && /^(\d{2}-)?\d{2}-\d{4}$/.test(value)
      ? value.replaceAll("-", "/")
      : value;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, asTyped(value)]));
}

function isFieldCode(code: string): code is ToldCode {
  return Object.hasOwn(fields, code);
}
