import { call } from "../api/member-client.ts";
import { Icon } from "../components/icon.tsx";
import { problemsOf } from "../forms/checks.ts";
import { officer as text } from "../messages/officer.ts";
import { recordForms as forms } from "../messages/record-forms.ts";
import { ConfirmedForm } from "./confirmed-form.tsx";
import { reasonProblem } from "./employee-change.ts";
import { askDraft } from "./form-draft.ts";
import { KeptForm } from "./kept-form.tsx";
import { orConflict } from "./or-conflict.ts";
import type { RecordSection } from "./record-step.ts";
import { StepTitle } from "./step-title.tsx";

/** Another QR: with a reason, and asked once more before it is done. */
export function QrSection({ employee, goTo, onSaved, onConflict }: RecordSection) {
  return (
    <section class="panel danger-zone" aria-labelledby="qr-title">
      <StepTitle id="qr-title">
        <Icon name="warning" /> {text.qr.title}
      </StepTitle>
      <p class="hint">{text.qr.hint}</p>
      <KeptForm draft={askDraft} id={`qr ${employee.id}`}>
        {(begun) => (
          <ConfirmedForm
            title={text.qr.title}
            names={["qrReason"]}
            reason="qrReason"
            begun={begun.qrReason}
            reasonHint={forms.qr.reasonHint}
            check={(values) => problemsOf(values, { qrReason: reasonProblem })}
            requestOf={({ qrReason }) => ({
              revision: employee.revision,
              requestId: crypto.randomUUID(),
              reason: qrReason.trim(),
            })}
            question={forms.qr.question(employee.name)}
            effect={() => <p>{forms.qr.effect}</p>}
            confirm={() => ({ label: forms.qr.confirm, takesAway: true })}
            send={async (request) => {
              const { id } = employee;
              const saved = await orConflict(
                () =>
                  call("POST /api/officer/employees/{id}/qr", { params: { id }, body: request }),
                onConflict,
              );
              return () => askDraft.over(onSaved)(saved, forms.qr.done);
            }}
            cancel={() => askDraft.over(goTo)(undefined)}
          />
        )}
      </KeptForm>
    </section>
  );
}
