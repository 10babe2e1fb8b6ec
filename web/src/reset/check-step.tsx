import { parseNip } from "#shared/employee/nip.ts";
import { call } from "../api/client.ts";
import { CaptchaField } from "../captcha/captcha-field.tsx";
import { useCaptcha } from "../captcha/use-captcha.ts";
import { nip, problemsOf } from "../forms/checks.ts";
import { Form } from "../forms/form.tsx";
import { NipField } from "../forms/nip-field.tsx";
import { common } from "../messages/common.ts";
import { resetPage as text } from "../messages/reset-page.ts";
import { ofThisTab } from "./reset-tab.ts";
import { StepHeading } from "./step-heading.tsx";

const readCaptcha = () => call("GET /api/session/captcha");

/** Step 1, «Check»: NIP and captcha. The answer is the same for known and unknown numbers. */
export function CheckStep({ typed, onDone }: { typed: string; onDone: (nip: string) => void }) {
  const captcha = useCaptcha(readCaptcha);
  return (
    <div class="narrow panel">
      <StepHeading step={1}>{common.pages.reset}</StepHeading>
      <p class="lead">{text.lead}</p>
      <Form
        title={common.pages.reset}
        names={["nip", "captcha"]}
        check={(values) => [...problemsOf(values, { nip }), ...captcha.problems(values.captcha)]}
        submit={text.check}
        onFailure={captcha.refresh}
        send={async (values) => {
          const number = parseNip(values.nip);
          const answer = captcha.answer(values.captcha);
          if (!number || !answer) return;
          const body = { nip: number, captcha: answer };
          await call("POST /api/session/reset", { ...ofThisTab(), body });
          onDone(number);
        }}
      >
        <NipField defaultValue={typed} />
        <CaptchaField captcha={captcha} />
      </Form>
    </div>
  );
}
