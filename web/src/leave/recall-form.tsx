/** «Dipanggil kembali bekerja»: by whoever acts in the post that gave the leave. */
import type { DecidedLeave } from "#shared/leave/leave-answers.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { leave as words } from "../messages/leave.ts";
import { leaveDecision as text } from "../messages/leave-decision.ts";
import { requests } from "../messages/requests.ts";
import { DayField } from "../officer/day-field.tsx";

interface RecallProps {
  readonly leave: DecidedLeave;
  readonly open: NonNullable<DecidedLeave["recallable"]>;
  readonly onDone: (told: string) => void;
}

export function RecallForm({ leave: { id }, open, onDone }: RecallProps) {
  return (
    <section class="panel" aria-labelledby="recall-title">
      <h2 id="recall-title">{text.recall.title}</h2>
      <p>{text.recall.hint(dayText(open.from), dayText(open.to))}</p>
      <Form
        title={text.recall.title}
        names={["from", "reason"]}
        check={({ from, reason }) => [
          ...(from === "" ? [{ field: "from" as const, code: "required" as const }] : []),
          ...(reason.trim() === ""
            ? [{ field: "reason" as const, code: "required" as const }]
            : []),
        ]}
        submit={text.recall.submit}
        failures={{ ...requests.failures, "leave-over": text.recall.over }}
        problems={words.problems}
        send={async ({ from, reason }) => {
          await call("POST /api/requests/deciding/{id}/recall", {
            params: { id },
            body: { from, reason },
          });
          onDone(text.recall.since(dayText(from)));
        }}
      >
        <DayField name="from" label={`${text.recall.from} *`} />
        <TextField name="reason" label={`${text.reason} *`} autoComplete="off" />
      </Form>
    </section>
  );
}
