import { groupNip } from "#shared/employee/nip.ts";
import { dayText } from "../clock-text.ts";
import { email, problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { campaignForm } from "../messages/campaign-form.ts";
import { campaignSteps as text } from "../messages/campaign-steps.ts";
import type { FormDraft } from "./form-draft.ts";
import { StepFrame } from "./step-frame.tsx";

interface ContactStepProps {
  readonly draft: FormDraft;
  readonly onDone: (typed: Pick<FormDraft, "email" | "phone">) => void;
  readonly onBack: () => void;
}

/** Address and number, with how to make a mailbox. Long: markup, in the order of the page. */
export function ContactStep({ draft, onDone, onBack }: ContactStepProps) {
  return (
    <StepFrame step={2} title={text.fill} onBack={onBack}>
      <p>
        {draft.campaign.instansi}: {draft.campaign.title},{" "}
        {campaignForm.until(dayText(draft.campaign.lastDay), draft.campaign.zone)}
        <br />
        {campaignForm.nip} {groupNip(draft.nip)}
      </p>
      <p class="hint">{text.required}</p>
      <Form
        title={text.fill}
        names={["email", "phone"]}
        check={(values) => problemsOf(values, { email, phone })}
        submit={text.onward}
        send={async (values) => onDone({ email: values.email.trim(), phone: values.phone.trim() })}
      >
        <TextField
          name="email"
          type="email"
          label={`${text.email} *`}
          hint={text.emailHint}
          defaultValue={draft.email}
          autoComplete="email"
          spellcheck={false}
        />
        <TextField
          name="phone"
          type="tel"
          label={`${text.phone} *`}
          hint={text.phoneHint}
          defaultValue={draft.phone}
          autoComplete="tel"
        />
      </Form>
      <details>
        <summary>{text.guide}</summary>
        <ol>
          {text.guideSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
    </StepFrame>
  );
}

/** As the record's rule says; the server holds to it (shared/employee/field-checks.ts). */
function phone(value: string) {
  const digits = value.replaceAll(/\D/g, "").length;
  const isPhone = /^\+?[0-9 ()-]+$/.test(value.trim()) && digits >= 8 && digits <= 15;
  return required(value) ?? (isPhone ? undefined : ("phone-malformed" as const));
}
