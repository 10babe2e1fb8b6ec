import { isRecoveryCode } from "#shared/account/recovery-code-shape.ts";
import { call } from "../api/client.ts";
import { required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { recovery as text } from "../messages/recovery.ts";
import { endCodeStep } from "./code-step.ts";
import { recovered } from "./leave-for-login.ts";

/** At the code page, of who has lost the phone. */
export function RecoveryForm() {
  return (
    <>
      <p>{text.useText}</p>
      <Form
        title={common.pages.code}
        names={["recoveryCode"]}
        check={({ recoveryCode }) => problemsOf(recoveryCode)}
        submit={text.submit}
        look="button button-danger"
        failures={text.failures}
        send={async ({ recoveryCode }) => {
          await call("POST /api/session/recovery-code", { body: { recoveryCode } });
          endCodeStep();
          location.replace(`${href("/masuk")}#${recovered}`);
        }}
      >
        <TextField
          name="recoveryCode"
          label={text.code}
          hint={text.codeHint}
          class="recovery-input"
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
        />
      </Form>
    </>
  );
}

function problemsOf(typed: string) {
  const code =
    required(typed) ?? (isRecoveryCode(typed) ? undefined : ("recovery-code-malformed" as const));
  return code ? [{ field: "recoveryCode" as const, code }] : [];
}
