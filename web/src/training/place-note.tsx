/** What is noted of somebody's place: one of some acts, with a reason unless it is a consent. */
import { useState } from "preact/hooks";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { SelectField } from "../officer/select-field.tsx";
import { StepTitle } from "../officer/step-title.tsx";
import { WayOut } from "../officer/way-out.tsx";

interface Words {
  readonly title: string;
  readonly what: string;
  readonly reason: string;
  readonly reasonHint?: string;
  readonly send: string;
}

interface PlaceNoteProps<Act extends string> {
  /** Of the page, which an error stands before. */
  readonly page: string;
  readonly words: Words;
  readonly acts: readonly (readonly [act: Act, name: string])[];
  readonly failures: Readonly<Record<string, string>>;
  readonly send: (act: Act, reason: { readonly reason?: string }) => Promise<void>;
  readonly leave: () => void;
}

/** Long: markup, in the order of the form. */
export function PlaceNote<Act extends string>({
  page,
  words,
  acts,
  failures,
  send,
  leave,
}: PlaceNoteProps<Act>) {
  const [act, setAct] = useState<Act | undefined>(acts[0]?.[0]);
  const needsReason = act !== "consent";
  return (
    <div class="narrow-form">
      <StepTitle id="note-title" isPart>
        {words.title}
      </StepTitle>
      <Form
        title={page}
        names={["act", "reason"]}
        check={({ reason }) =>
          needsReason && reason.trim() === "" ? [{ field: "reason", code: "required" }] : []
        }
        submit={words.send}
        failures={failures}
        send={async ({ reason }) => {
          if (act !== undefined) await send(act, needsReason ? { reason: reason.trim() } : {});
        }}
      >
        <SelectField
          name="act"
          label={words.what}
          options={acts}
          value={act ?? ""}
          onChoose={(chosen) => setAct(acts.find(([each]) => each === chosen)?.[0])}
        />
        {needsReason && (
          <TextField
            name="reason"
            label={`${words.reason} *`}
            {...(words.reasonHint !== undefined && { hint: words.reasonHint })}
            autoComplete="off"
          />
        )}
      </Form>
      <WayOut leave={leave}>{common.cancel}</WayOut>
    </div>
  );
}
