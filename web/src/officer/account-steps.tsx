import type { AccountAnswer } from "#shared/account/account-answers.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { AccountSection } from "./account-section.tsx";
import { type AccountStep, isAccountAction } from "./account-step.ts";
import { EmailCorrectionSection } from "./email-correction-section.tsx";
import { MfaResetSection } from "./mfa-reset-section.tsx";

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
  if (isAccountAction(step)) return <AccountSection {...props} action={step} />;
  return step === "betulkan-surel" ? (
    <EmailCorrectionSection {...props} />
  ) : (
    <MfaResetSection {...props} />
  );
}
