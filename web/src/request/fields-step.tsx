import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { ownReasons } from "../messages/own-reasons.ts";
import { ownRequests as text } from "../messages/own-requests.ts";
import { requestForm as form } from "../messages/request-form.ts";
import { requests } from "../messages/requests.ts";
import { StepTitle } from "../officer/step-title.tsx";
import type { FormPart, Typed } from "./form-part.ts";
import { type Draft, isUnanswered } from "./request-draft.ts";
import { problemTexts } from "./typed-problems.ts";

interface FieldsStepProps {
  readonly title: string;
  readonly part: FormPart;
  readonly draft: Draft;
  /** Which an officer asks about, where this answers it, and what it said. */
  readonly request: OwnRequest | undefined;
  readonly typedBefore: Typed | undefined;
  readonly onTyped: (typed: Pick<Draft, "values" | "note" | "reply">) => void;
  readonly goOn: () => void;
}

/** What is asked, by the fields of its kind. Long: markup, in the order of the page. */
export function FieldsStep(props: FieldsStepProps) {
  const { title, part, draft, request, typedBefore, onTyped, goOn } = props;
  const { fields, note: about, Inputs } = part;
  const question = questionOf(request);
  const typedIn = (textOf: (name: string) => string) => ({
    values: Object.fromEntries(fields.map((field) => [field, part.keptOf(field, textOf(field))])),
    note: textOf("note"),
    reply: textOf("reply"),
  });
  const check = (texts: Readonly<Record<string, string>>) => {
    const typed = typedIn((name) => texts[name] ?? "");
    const found = part.problemsOf(typed, new Date());
    const before = request && typedBefore && { ...typedBefore, files: request.files };
    const isSilent = before !== undefined && isUnanswered({ ...draft, ...typed }, before, part);
    return isSilent ? [...found, { field: "reply", code: "other" as const }] : found;
  };
  return (
    <section class="panel" aria-labelledby="fields-title">
      <StepTitle id="fields-title">{part.heading}</StepTitle>
      <p>{request ? form.answerHint : draft.again ? form.againHint : part.hint}</p>
      {draft.again?.reason !== undefined && <TurnedDown {...draft.again} />}
      {question !== undefined && (
        <p class="notice notice-warning">
          <strong>{text.question}:</strong> <span translate={false}>{question}</span>
        </p>
      )}
      <div
        onInput={({ currentTarget }) => {
          const form = currentTarget.querySelector("form");
          const data = form && new FormData(form);
          if (data) onTyped(typedIn((name) => String(data.get(name) ?? "")));
        }}
      >
        <Form<string>
          title={title}
          names={[...fields, "note", "reply"]}
          check={check}
          problems={{ ...problemTexts, ...part.problems, other: form.replyNeeded }}
          submit={form.toFiles}
          send={async () => goOn()}
        >
          <Inputs draft={draft} />
          {about && (
            <TextField
              name="note"
              label={about.label}
              hint={about.hint}
              autoComplete="off"
              defaultValue={draft.note}
            />
          )}
          {question !== undefined && (
            <TextField
              name="reply"
              label={form.reply}
              hint={form.replyHint}
              autoComplete="off"
              defaultValue={draft.reply}
            />
          )}
        </Form>
      </div>
    </section>
  );
}

/** Why the one that this begins from was turned down, beside the fields that mend it. */
function TurnedDown({ code, reason }: NonNullable<Draft["again"]>) {
  return (
    <div class="notice notice-warning">
      <p>
        <strong>{form.turnedDown}:</strong> <span translate={false}>{reason}</span>
      </p>
      {code && (
        <p>
          {requests.reasons[code]}. {ownReasons.mend[code]}
        </p>
      )}
    </div>
  );
}

function questionOf(request: OwnRequest | undefined): string | undefined {
  const asked = request?.trail.filter(({ act }) => act === "clarification-asked").at(-1);
  return asked?.reason;
}
