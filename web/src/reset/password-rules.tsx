import {
  asPassword,
  type PasswordProblem,
  passwordProblems,
} from "#shared/account/password-rules.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { Icon } from "../components/icon.tsx";
import { reset as text } from "../messages/reset.ts";

const rules: Readonly<Record<PasswordProblem["code"], string>> = text.rule;

/** Broken rules; the one about the NIP only while the NIP is known (it is not kept when the tab was dropped). */
export function knownPasswordProblems(password: string, nip: string): PasswordProblem[] {
  return passwordProblems(asPassword(password), nip).filter(
    ({ code }) => nip !== "" || code !== "password-personal",
  );
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
