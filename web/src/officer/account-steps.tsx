import type { AccountAnswer } from "#shared/account/account-answers.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { accountForms } from "../messages/account-forms.ts";
import { common } from "../messages/common.ts";
import { AccountSection } from "./account-section.tsx";
import { type AccountStep, accountSteps, isAccountAction } from "./account-step.ts";
import { EmailCorrectionSection } from "./email-correction-section.tsx";
import { MfaResetSection } from "./mfa-reset-section.tsx";
import { NipChangeSection } from "./nip-change-section.tsx";
import { StepTitle } from "./step-title.tsx";
import { UnfreezeSection } from "./unfreeze-section.tsx";
import { WayOut } from "./way-out.tsx";

interface AccountStepsProps {
  readonly employee: EmployeeAnswer;
  readonly account: AccountAnswer;
  readonly step: AccountStep;
  readonly leave: () => void;
  readonly onDone: (account: AccountAnswer, message: string) => void;
  /** A penyetuju decides: the account is read anew. */
  readonly onAsked: (message: string) => void;
}

/** What an officer does about an account, one form in the place of the record. */
export function AccountSteps({ step, ...props }: AccountStepsProps) {
  const { account, leave } = props;
  if (step === "bekukan" && account.hasRole) return <ByOperators leave={leave} />;
  if (step === "cairkan" && account.frozen?.liftedBy === "two")
    return <UnfreezeSection {...props} />;
  if (step === "ganti-nip") return <NipChangeSection {...props} />;
  if (isAccountAction(step)) return <AccountSection {...props} action={step} />;
  return step === "betulkan-surel" ? (
    <EmailCorrectionSection {...props} />
  ) : (
    <MfaResetSection {...props} />
  );
}

/** Who is asked to freeze an account whose holder has a role. */
function ByOperators({ leave }: { readonly leave: () => void }) {
  return (
    <section class="panel" aria-labelledby="by-operators-title">
      <StepTitle id="by-operators-title">{accountSteps.bekukan}</StepTitle>
      <p class="notice notice-info">{accountForms.byOperators}</p>
      <WayOut leave={leave}>{common.cancel}</WayOut>
    </section>
  );
}
