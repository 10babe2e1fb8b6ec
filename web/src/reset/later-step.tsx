import { DoneStep } from "./done-step.tsx";
import { EmailStep } from "./email-step.tsx";
import { PasswordStep } from "./password-step.tsx";

interface LaterStepProps {
  readonly step: "email" | "password" | "done";
  /** Both empty when they are no longer known. */
  readonly nip: string;
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly onPassword: (next: "login" | "enrolment") => void;
  readonly onBack: () => void;
  readonly onRestart: () => void;
}

/** The steps after the first: one part, because each part costs the first view its address. */
export function LaterStep({ step, onEmail, onPassword, ...rest }: LaterStepProps) {
  const { nip, email, onBack, onRestart } = rest;
  switch (step) {
    case "email":
      return <EmailStep onDone={onEmail} onBack={onBack} />;
    case "password":
      return <PasswordStep {...{ nip, email, onBack, onRestart }} onDone={onPassword} />;
    case "done":
      return <DoneStep />;
  }
}
