import { groupNip } from "#shared/employee/nip.ts";
import { call } from "../api/client.ts";
import { CaptchaField } from "../captcha/captcha-field.tsx";
import { useCaptcha } from "../captcha/use-captcha.ts";
import { Form } from "../forms/form.tsx";
import { campaignForm } from "../messages/campaign-form.ts";
import { campaignSteps as text } from "../messages/campaign-steps.ts";
import type { FormDraft } from "./form-draft.ts";
import { StepFrame } from "./step-frame.tsx";

const readCaptcha = () => call("GET /api/session/campaigns/captcha");

interface ReviewStepProps {
  readonly draft: FormDraft;
  /** Hears what the server calls the form. */
  readonly onSent: (form: `frm_${string}`) => void;
  readonly onBack: () => void;
}

/** What was typed is read once more, then «SIMPAN DATA». Long: markup, in the order of the page. */
export function ReviewStep({ draft, onSent, onBack }: ReviewStepProps) {
  const captcha = useCaptcha(readCaptcha);
  const { campaign, nip, email, phone } = draft;
  return (
    <StepFrame step={3} title={text.review} onBack={onBack}>
      <dl>
        <dt>{campaignForm.campaign}</dt>
        <dd>{campaign.instansi}</dd>
        <dt>{campaignForm.nip}</dt>
        <dd>{groupNip(nip)}</dd>
        <dt>{text.email}</dt>
        <dd translate={false}>{email}</dd>
        <dt>{text.phone}</dt>
        <dd translate={false}>{phone}</dd>
      </dl>
      <Form
        title={text.review}
        names={["captcha"]}
        check={(values) => captcha.problems(values.captcha)}
        submit={text.save}
        failures={text.failures}
        nameOf={(field) => names[field]}
        onFailure={captcha.refresh}
        send={async (values) => {
          const answer = captcha.answer(values.captcha);
          if (!answer) return;
          const body = { campaign: campaign.id, nip, email, phone, captcha: answer };
          onSent((await call("POST /api/session/campaigns/forms", { body })).form);
        }}
      >
        <CaptchaField captcha={captcha} />
      </Form>
    </StepFrame>
  );
}

const names: Readonly<Record<string, string>> = { email: text.email, phone: text.phone };
