import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import type { ProblemTexts } from "../forms/field-text.ts";
import { type FieldProblem, Form } from "../forms/form.tsx";
import { accountForms } from "../messages/account-forms.ts";
import { common } from "../messages/common.ts";
import { identity } from "../messages/identity.ts";
import { officer } from "../messages/officer.ts";
import { AboutPerson } from "./about-person.tsx";
import { reasonProblem } from "./employee-change.ts";
import { StepTitle } from "./step-title.tsx";
import { WayOut } from "./way-out.tsx";

function problemsOfReason(reason: string): FieldProblem<"reason">[] {
  return problemsOf({ reason }, { reason: reasonProblem });
}

interface AskSectionProps<Name extends string> {
  readonly id: string;
  /** Whom it is about, where nothing else on the page says so: forms of two people stand open in two tabs. */
  readonly about?: { readonly name: string; readonly nip: string } | undefined;
  readonly words: Readonly<Record<"title" | "hint" | "reasonHint" | "submit" | "done", string>>;
  /** The words for refusals that only this form can meet. */
  readonly failures?: Readonly<Record<string, string>>;
  /** The words for problems that only its fields have. */
  readonly problems?: ProblemTexts;
  /** Besides the reason. */
  readonly names: readonly Name[];
  readonly check: (values: Readonly<Record<Name, string>>) => readonly FieldProblem<Name>[];
  /** @throws Refusal, NoAnswer */
  readonly ask: (
    values: Readonly<Record<Name, string>>,
    request: { readonly reason: string; readonly requestId: string },
  ) => Promise<unknown>;
  readonly leave: () => void;
  readonly onAsked: (message: string) => void;
  /** The reason as it was typed before. */
  readonly begun?: string | undefined;
  /** The fields before the reason. */
  readonly children?: ComponentChildren;
}

/**
 * A form with a reason that asks a penyetuju for something about an account.
 * Long: markup, in the order of the page.
 */
export function AskSection<Name extends string>(props: AskSectionProps<Name>) {
  const { id, about, words, failures, problems, names, check, ask, leave, onAsked } = props;
  const { begun, children } = props;
  // The same until it is answered: a request whose answer was lost does not ask twice.
  const requestId = useRef(crypto.randomUUID());
  return (
    <section class="panel" aria-labelledby={id}>
      <StepTitle id={id}>{words.title}</StepTitle>
      {about && <AboutPerson {...about} />}
      <p class="hint">{words.hint}</p>
      <div class="narrow-form">
        <Form<Name | "reason">
          title={words.title}
          names={[...names, "reason"]}
          check={(values) => [...check(values), ...problemsOfReason(values.reason)]}
          submit={words.submit}
          {...(problems && { problems })}
          failures={{ ...identity.failures, ...accountForms.failures, ...failures }}
          send={async (values) => {
            const reason = values.reason.trim();
            await ask(values, { reason, requestId: requestId.current });
            onAsked(words.done);
          }}
        >
          {children}
          <TextField
            name="reason"
            label={`${officer.reason} *`}
            hint={words.reasonHint}
            autoComplete="off"
            defaultValue={begun ?? ""}
          />
        </Form>
      </div>
      <WayOut leave={leave}>{common.cancel}</WayOut>
    </section>
  );
}
