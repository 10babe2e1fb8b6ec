/** The check of a code of ours from a mail; pages without one do not load it. */
import { digitsOf, required } from "./checks.ts";

/** @returns what is wrong with the field `mailedCode` */
export function mailedCodeProblems(typed: string) {
  const isCode = /^\d{8}$/.test(digitsOf(typed));
  const code = required(typed) ?? (isCode ? undefined : ("mailed-code-malformed" as const));
  return code ? [{ field: "mailedCode" as const, code }] : [];
}
