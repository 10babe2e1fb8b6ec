/** A letter goes to its signer, or ends: cancelled before it was signed, withdrawn after that. */
import type { LetterAnswer } from "#shared/letter/letter-answers.ts";
import { call } from "../api/member-client.ts";
import { problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { letterWords } from "../messages/letter-words.ts";
import { letters as text } from "../messages/letters.ts";
import { officePages } from "../messages/office-pages.ts";
import { DayField, dayOrNone } from "../officer/day-field.tsx";
import { reasonProblem } from "../officer/employee-change.ts";
import { StepTitle } from "../officer/step-title.tsx";
import { WayOut } from "../officer/way-out.tsx";
import { partName, withPlaces } from "./letter-problems.ts";

interface FormProps {
  readonly letter: LetterAnswer;
  readonly onDone: (letter: LetterAnswer, told: string) => void;
}

/** With what is wrong, all at once; a forgotten letter says behind which number it belongs. Long: markup, in the order of the form. */
export function SendForm({ letter, onDone }: FormProps) {
  const { id, revision, people } = letter;
  return (
    <section class="panel" aria-labelledby="send-title">
      <h2 id="send-title">{text.sendTitle}</h2>
      <p class="hint">{text.sendHint}</p>
      <div class="narrow-form">
        <Form
          title={officePages.letters}
          names={["after", "day"]}
          check={({ after, day }) => [
            ...problemsOf({ day }, { day: dayOrNone }),
            ...(after.trim() === "" && day !== ""
              ? [{ field: "after" as const, code: "required" as const }]
              : []),
            ...(after.trim() !== "" && day === ""
              ? [{ field: "day" as const, code: "required" as const }]
              : []),
            ...(/^\d{0,7}$/.test(after.trim())
              ? []
              : [{ field: "after" as const, code: "number-malformed" as const }]),
          ]}
          submit={text.send}
          failures={letterWords.failures}
          problems={letterWords.problems}
          nameOf={(field) => partName(field, people)}
          send={async ({ after, day }) => {
            const inserted = day === "" ? {} : { inserted: { after: Number(after), day } };
            const input = { params: { id }, body: { revision, ...inserted } };
            const sent = call("POST /api/officer/agency/letters/{id}/send", input);
            onDone(await withPlaces(sent), text.sent);
          }}
        >
          <details>
            <summary>{text.inserted}</summary>
            <p class="hint">{text.insertedHint}</p>
            <TextField name="after" label={text.after} inputMode="numeric" autoComplete="off" />
            <DayField name="day" label={text.insertedDay} />
          </details>
        </Form>
      </div>
    </section>
  );
}

export type Ending = "cancel" | "withdraw";

interface EndFormProps extends FormProps {
  readonly ending: Ending;
  readonly leave: () => void;
}

/** In place of the letter: what it takes away is said, and why is asked. */
export function EndForm({ letter, ending, leave, onDone }: EndFormProps) {
  const { id, revision, kind, words } = letter;
  const isCancel = ending === "cancel";
  return (
    <section class="panel danger-zone" aria-labelledby="end-title">
      <StepTitle id="end-title">{text[ending]}</StepTitle>
      <p>
        {letterWords.kinds[kind]}: <span translate={false}>{words.hal}</span>
      </p>
      <p class="hint">{isCancel ? text.cancelHint : text.withdrawHint}</p>
      <div class="narrow-form">
        <Form
          title={text[ending]}
          names={["reason"]}
          check={(values) => problemsOf(values, { reason: reasonProblem })}
          submit={text[ending]}
          look="button button-danger"
          failures={letterWords.failures}
          send={async ({ reason }) => {
            const input = { params: { id }, body: { revision, reason: reason.trim() } };
            const next = isCancel
              ? await call("POST /api/officer/agency/letters/{id}/cancel", input)
              : await call("POST /api/officer/agency/letters/{id}/withdraw", input);
            onDone(next, isCancel ? text.cancelled : text.withdrawn);
          }}
        >
          <TextField
            name="reason"
            label={`${text.reason} *`}
            hint={text.reasonHint}
            autoComplete="off"
          />
        </Form>
        <WayOut leave={leave}>{text.back}</WayOut>
      </div>
    </section>
  );
}
