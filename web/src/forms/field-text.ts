import { fields } from "../messages/fields.ts";

type ToldCode = keyof typeof fields;

type Params = Readonly<Record<string, string | number>>;
/** A page's own words for problems, by their codes. */
export type ProblemTexts = Readonly<Record<string, string | ((params: Params) => string)>>;

/** What is wrong with a field, by the code a rule or the API gives it. */
export function fieldText(code: string, params: Params = {}, own: ProblemTexts = {}): string {
  const text = own[code] ?? fields[isFieldCode(code) ? code : "other"];
  return typeof text === "function" ? asTyped(text(params)) : text;
}

/** Days and months, "01-12-2026" to the services, in the form in which people type them: "01/12/2026". */
const asTyped = (text: string): string =>
  text.replace(/\b(\d\d-)?\d\d-\d{4}\b/g, (day) => day.replaceAll("-", "/"));

function isFieldCode(code: string): code is ToldCode {
  return Object.hasOwn(fields, code);
}
