/** Checks of single values, with the codes that key their texts. */

import { parseNip } from "#shared/employee/nip.ts";
import type { FieldCode } from "#shared/runtime/codes.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import type { FieldProblem } from "./form.tsx";

export type Check = (value: string) => FieldCode | undefined;

export const required: Check = (value) => (value.trim() === "" ? "required" : undefined);

export const nip: Check = (value) =>
  required(value) ?? (parseNip(value) ? undefined : "nip-malformed");

export const email: Check = (value) =>
  required(value) ??
  (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) ? undefined : "email-malformed");

export const sixDigits: Check = (value) =>
  required(value) ?? (/^\d{6}$/.test(digitsOf(value)) ? undefined : "code-malformed");

export const twoDigits: Check = (value) =>
  required(value) ?? (/^\d{2}$/.test(digitsOf(value)) ? undefined : "number-malformed");

/** "123 456" as copied from an app is 123456. */
export function digitsOf(value: string): string {
  return value.replaceAll(/[\s-]/g, "");
}

/** Problems of a form whose fields are checked one by one. */
export function problemsOf<Name extends string>(
  values: Readonly<Record<Name, string>>,
  checks: Readonly<Partial<Record<Name, Check>>>,
): FieldProblem<Name>[] {
  return keysOf(checks).flatMap((field) => {
    const code = checks[field]?.(values[field]);
    return code ? { field, code } : [];
  });
}
