import {
  asPassword,
  type PasswordProblem,
  passwordProblems,
} from "#shared/account/password-rules.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { Icon } from "../components/icon.tsx";
import { required } from "../forms/checks.ts";
import type { FieldProblem } from "../forms/form.tsx";
import { reset as text } from "../messages/reset.ts";

const rules: Readonly<Record<PasswordProblem["code"], string>> = text.rule;

/** Broken rules; the one about the NIP only while the NIP is known (it is not kept when the tab was dropped). */
function knownPasswordProblems(password: string, nip: string): PasswordProblem[] {
  return passwordProblems(asPassword(password), nip).filter(
    ({ code }) => nip !== "" || code !== "password-personal",
  );
}

/**
 * What is wrong with a new password that was typed twice. One reason at a time at the field; the list beside it shows all.
 */
export function newPasswordProblems(
  { newPassword, repeat }: Readonly<Record<"newPassword" | "repeat", string>>,
  nip: string,
): FieldProblem<"newPassword" | "repeat">[] {
  const missing = required(newPassword);
  const broken = missing ? { code: missing } : knownPasswordProblems(newPassword, nip)[0];
  // As the password itself is compared: two keyboards may compose the same letters differently.
  const differ = asPassword(repeat) !== asPassword(newPassword);
  return [
    ...(broken ? [{ field: "newPassword", ...broken } as const] : []),
    ...(differ ? [{ field: "repeat", code: "passwords-differ" } as const] : []),
  ];
}

/** The rules, each ticked as it is met while typing. */
export function PasswordRules({ password, nip }: { password: string; nip: string }) {
  const broken = new Set(knownPasswordProblems(password, nip).map(({ code }) => code));
  const codes = keysOf(rules);
  return (
    <>
      <p id="password-rules-title">
        <strong>{text.rules}</strong>
      </p>
      <ul class="password-rules" aria-labelledby="password-rules-title">
        {codes.map((code) => {
          const met = password !== "" && !broken.has(code);
          return (
            <li key={code} data-met={met}>
              <Icon name={met ? "check" : "dot"} />
              <span>
                {rules[code]}
                <span class="visually-hidden"> ({met ? text.ruleMet : text.ruleOpen})</span>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
