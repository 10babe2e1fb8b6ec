import { fields } from "../messages/fields.ts";

type ToldCode = keyof typeof fields;

/** What is wrong with a field, by the code a rule or the API gives it. */
export function fieldText(
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const text = fields[isFieldCode(code) ? code : "other"];
  return typeof text === "function" ? text(params) : text;
}

function isFieldCode(code: string): code is ToldCode {
  return Object.hasOwn(fields, code);
}
