import { useState } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { PasswordField } from "../forms/password-field.tsx";
import { password as text } from "../messages/password.ts";
import { newPasswordProblems, PasswordRules } from "../reset/password-rules.tsx";
import { IdentityForm } from "./identity-form.tsx";

/** The NIP is not known on this page: the server compares it, and the name. */
const nip = "";

/** The new password twice, then the present one and a code. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const [typed, setTyped] = useState("");
  return (
    <IdentityForm
      about="password"
      names={["newPassword", "repeat"]}
      check={(values) => newPasswordProblems(values, nip)}
      submit={text.submit}
      send={async (proof, { newPassword }) => {
        await call("POST /api/account/password", { body: { ...proof, newPassword } });
        onDone();
      }}
    >
      <p>{text.changeHint}</p>
      <PasswordField
        name="newPassword"
        label={text.newPassword}
        autoComplete="new-password"
        onInput={setTyped}
      />
      <PasswordRules password={typed} nip={nip} />
      <PasswordField name="repeat" label={text.repeat} autoComplete="new-password" />
    </IdentityForm>
  );
}
