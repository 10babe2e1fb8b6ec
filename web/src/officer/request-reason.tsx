import { useLayoutEffect, useRef } from "preact/hooks";
import { questionCodes, refusalCodesOf } from "#shared/request/reason-codes.ts";
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { requestQueue as text } from "../messages/request-queue.ts";
import { requests } from "../messages/requests.ts";
import { suspectCards } from "../messages/suspect-cards.ts";
import { type TypedTexts, typedIn } from "./form-draft.ts";
import { SelectField } from "./select-field.tsx";
import type { Decision } from "./use-decision.ts";
import { WayOut } from "./way-out.tsx";

export type ReasonStep = "clarify" | "reject";

const question = {
  title: text.steps.clarify,
  label: text.reason.clarify,
  hint: text.reasonHint.clarify,
};

const refusal = {
  title: text.steps.reject,
  label: text.reason.reject,
  hint: text.reasonHint.reject,
};

/** What was typed in each, while the request is looked at. */
export type TypedReasons = Partial<Record<ReasonStep, TypedTexts>>;

interface RequestReasonProps {
  readonly step: ReasonStep;
  readonly of: Pick<OfficerRequest, "unasked" | "files">;
  /** Kept up to date, and begun with. */
  readonly typed: TypedReasons;
  /** @throws Refusal, NoAnswer */
  readonly send: (decision: Decision) => Promise<void>;
  readonly leave: () => void;
}

/** Why it is refused, or what is asked: a code by which reasons are counted, and words that their reader can act on. Long: markup. */
export function RequestReason({ step, of, typed, send, leave }: RequestReasonProps) {
  const isQuestion = step === "clarify";
  const codes = isQuestion ? questionCodes : refusalCodesOf(of);
  // Of a report by somebody else its person is told nothing (decision 0087).
  const refused = of.unasked ? suspectCards.refusal : refusal;
  const { title, label, hint } = isQuestion ? question : refused;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>("select")?.focus(), []);
  return (
    <div
      ref={box}
      onInput={({ currentTarget }) => {
        const form = currentTarget.querySelector("form");
        if (form) typed[step] = typedIn(form);
      }}
    >
      <h3>{title}</h3>
      <Form
        title={title}
        names={["code", "reason"]}
        check={(values) => problemsOf(values, { reason: required })}
        submit={text.send[step]}
        {...(step === "reject" && { look: "button button-danger" as const })}
        failures={requests.failures}
        send={async ({ code, reason }) => {
          const known = codes.find((each) => each === code) ?? "other";
          await send({ act: step, code: known, reason: reason.trim() });
        }}
      >
        <SelectField
          name="code"
          label={`${text.code[step]} *`}
          options={codes.map((code) => [code, (isQuestion ? text.about : requests.reasons)[code]])}
          value={typed[step]?.code ?? (isQuestion ? "other" : codes[0]) ?? "other"}
        />
        <TextField
          name="reason"
          label={`${label} *`}
          hint={hint}
          defaultValue={typed[step]?.reason ?? ""}
          autoComplete="off"
        />
      </Form>
      <WayOut leave={leave}>{common.cancel}</WayOut>
    </div>
  );
}
