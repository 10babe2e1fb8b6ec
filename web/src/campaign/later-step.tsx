import { CodeStep } from "./code-step.tsx";
import { ContactStep } from "./contact-step.tsx";
import { DoneStep } from "./done-step.tsx";
import type { FormDraft, Step } from "./form-draft.ts";
import { ReviewStep } from "./review-step.tsx";

interface LaterStepProps {
  readonly step: Exclude<Step, "nip">;
  readonly draft: FormDraft | undefined;
  readonly form: `frm_${string}` | undefined;
  readonly onTyped: (typed: Pick<FormDraft, "email" | "phone">) => void;
  readonly onSent: (form: `frm_${string}`) => void;
  readonly go: (step: Step) => void;
}

/** What comes after the number. */
export function LaterStep({ step, draft, form, onTyped, onSent, go }: LaterStepProps) {
  if (step === "done") return <DoneStep />;
  if (step === "code" && form)
    return (
      <CodeStep
        form={form}
        email={draft?.email}
        onDone={() => go("done")}
        onBack={() => go(draft ? "contact" : "nip")}
      />
    );
  if (!draft) return null;
  if (step === "review")
    return <ReviewStep draft={draft} onSent={onSent} onBack={() => go("contact")} />;
  return <ContactStep draft={draft} onDone={onTyped} onBack={() => go("nip")} />;
}
