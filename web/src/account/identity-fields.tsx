import { CodeField } from "../forms/field.tsx";
import { PasswordField } from "../forms/password-field.tsx";
import { identity as text } from "../messages/identity.ts";
import type { LoginDelay } from "../session/with-work.ts";

/** Password and code once more. @param names of the two inputs: a page may have several such forms */
export function IdentityFields({
  names: { password, code },
  delay,
}: {
  names: { readonly password: string; readonly code: string };
  delay: LoginDelay | undefined;
}) {
  return (
    <>
      <PasswordField name={password} label={text.password} autoComplete="current-password" />
      <CodeField name={code} label={text.code} hint={text.codeHint} />
      <p role="status">{delay && delayText(delay)}</p>
    </>
  );
}

/** Shares in tens, so that a screen reader is not flooded. */
function delayText(delay: LoginDelay): string {
  return delay.kind === "work"
    ? text.checking(Math.floor(delay.share * 10) * 10)
    : text.waiting(delay.seconds);
}
