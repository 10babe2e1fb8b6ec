/** A new password as a request brings it, and the refusal of one that breaks a rule. */
import * as z from "zod";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { asPassword, maxPasswordLength, type PasswordProblem } from "./password-rules.ts";

/** Cognito takes no line breaks, and nobody types them on purpose. */
export const noControls = /^\P{Cc}*$/u;

export const newPassword = z
  .string()
  .min(1)
  .max(maxPasswordLength)
  .regex(noControls)
  .transform(asPassword);

/** @throws InvalidInput on "newPassword" when there is a problem */
export function refusePassword(problems: readonly PasswordProblem[]): void {
  if (problems.length > 0)
    throw new InvalidInput(...problems.map((problem) => ({ field: "newPassword", ...problem })));
}
