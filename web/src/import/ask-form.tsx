import { call } from "../api/member-client.ts";
import { TextField } from "../forms/field.tsx";
import { type FieldProblem, Form, useFieldError } from "../forms/form.tsx";
import { importApprovals } from "../messages/import-approvals.ts";
import { importDetail as text } from "../messages/import-detail.ts";
import { officer } from "../messages/officer.ts";
import { reasonProblem } from "../officer/employee-change.ts";
import type { ImportAnswer } from "./answers.ts";
import { figure } from "./figures.ts";

interface AskFormProps {
  readonly found: ImportAnswer;
  readonly onAsked: () => void;
}

/** Asks a second person for the whole file at once. Which rows are meant is chosen only where some are wrong. */
export function AskForm({ found, onAsked }: AskFormProps) {
  const { id, counts } = found;
  const isFaulty = counts.errors > 0;
  return (
    <section class="panel print-list" aria-labelledby="ask-title">
      <h3 id="ask-title">{text.ask}</h3>
      <p class="hint">{text.askHint}</p>
      <div class="narrow-form">
        <Form
          title={text.ask}
          names={["mode", "reason"]}
          check={({ mode, reason }) => [
            ...(isFaulty && mode !== "good-rows" ? [missingMode] : []),
            ...problemsOfReason(reason),
          ]}
          submit={text.ask}
          failures={importApprovals.failures}
          send={async ({ reason }) => {
            await call("POST /api/officer/imports/{id}/ask", {
              params: { id },
              body: { mode: isFaulty ? "good-rows" : "all", reason: reason.trim() },
            });
            onAsked();
          }}
        >
          {isFaulty && <ModeChoice rowsWithErrors={counts.rowsWithErrors} />}
          <TextField
            name="reason"
            label={`${officer.reason} *`}
            hint={text.reasonHint}
            autoComplete="off"
          />
        </Form>
      </div>
    </section>
  );
}

const missingMode: FieldProblem<"mode"> = { field: "mode", code: "required" };

function problemsOfReason(reason: string): FieldProblem<"reason">[] {
  const code = reasonProblem(reason);
  return code ? [{ field: "reason", code }] : [];
}

/** «All» stands there, and why it cannot be chosen yet. */
function ModeChoice({ rowsWithErrors }: { rowsWithErrors: number }) {
  const error = useFieldError("mode");
  const rows = figure(rowsWithErrors);
  return (
    <fieldset class={error ? "field-wrong" : ""}>
      <legend>{text.mode} *</legend>
      {error && (
        <p class="field-error" id="mode-error">
          {error}
        </p>
      )}
      <div class="check-row">
        <input type="radio" id="mode-all" disabled aria-describedby="mode-all-hint" />
        <label for="mode-all">{text.modes.all}</label>
        <p class="hint" id="mode-all-hint">
          {text.allBlocked(rows)}
        </p>
      </div>
      <div class="check-row">
        <input
          type="radio"
          id="mode"
          name="mode"
          value="good-rows"
          aria-describedby={error ? "mode-error mode-hint" : "mode-hint"}
          {...(error && { "aria-invalid": true })}
        />
        <label for="mode">{text.modes["good-rows"]}</label>
        <p class="hint" id="mode-hint">
          {text.goodRowsHint(rows)}
        </p>
      </div>
    </fieldset>
  );
}
