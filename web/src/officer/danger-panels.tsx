import { kedudukanHukumName } from "#shared/employee/kedudukan-hukum.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { Icon } from "../components/icon.tsx";
import { officer as text } from "../messages/officer.ts";
import { recordFields } from "../messages/record-fields.ts";
import type { GoTo } from "./record-step.ts";

/** The kedudukan hukum and the way to change it. It stands apart, because a change can end a card. */
export function StatusPanel({ employee, goTo }: { employee: EmployeeAnswer; goTo: GoTo }) {
  const { kedudukanHukum } = employee;
  return (
    <section class="panel danger-zone" aria-labelledby="status-title">
      <h2 id="status-title">
        <Icon name="warning" /> {recordFields.kedudukanHukum}
      </h2>
      <p>
        <strong>{kedudukanHukumName(kedudukanHukum) ?? kedudukanHukum}</strong>
      </p>
      <p class="hint">{text.statusHint}</p>
      <button class="button button-danger" type="button" onClick={() => goTo("kedudukan")}>
        {text.statusTitle}…
      </button>
    </section>
  );
}

/** The way to another QR, for a card that was lost or copied. It stands apart, because every copy of the old QR becomes invalid. */
export function QrPanel({ goTo }: { goTo: GoTo }) {
  return (
    <section class="panel danger-zone" aria-labelledby="qr-title">
      <h2 id="qr-title">
        <Icon name="warning" /> {text.qr.panel}
      </h2>
      <p class="hint">{text.qr.hint}</p>
      <button class="button button-danger" type="button" onClick={() => goTo("kode-qr")}>
        {text.qr.title}…
      </button>
    </section>
  );
}
