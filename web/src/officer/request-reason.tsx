import { useLayoutEffect, useRef } from "preact/hooks";
import { keysOf } from "#shared/runtime/keyed.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { requestQueue as text } from "../messages/request-queue.ts";
import { requests } from "../messages/requests.ts";
import { type TypedTexts, typedIn } from "./form-draft.ts";
import { SelectField } from "./select-field.tsx";
import type { Decision } from "./use-decision.ts";
import { WayOut } from "./way-out.tsx";

const codes = keysOf(requests.reasons);

export type ReasonStep = "clarify" | "reject";

/** What was typed in each, while the request is looked at. */
export type TypedReasons = Partial<Record<ReasonStep, TypedTexts>>;

interface RequestReasonProps {
  readonly step: ReasonStep;
  /** Kept up to date, and begun with. */
  readonly typed: TypedReasons;
  /** @throws Refusal, NoAnswer */
  readonly send: (decision: Decision) => Promise<void>;
  readonly leave: () => void;
}

/** Why it is refused, or what is asked: a code by which reasons are counted, and words that the person can act on. Long: markup. */
export function RequestReason({ step, typed, send, leave }: RequestReasonProps) {
  const isQuestion = step === "clarify";
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
      <h3>{text.steps[step]}</h3>
      <Form
        title={text.steps[step]}
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
          value={typed[step]?.code ?? (isQuestion ? "other" : "bts")}
        />
        <TextField
          name="reason"
          label={`${text.reason[step]} *`}
          hint={text.reasonHint[step]}
          defaultValue={typed[step]?.reason ?? ""}
          autoComplete="off"
        />
      </Form>
      <WayOut leave={leave}>{common.cancel}</WayOut>
    </div>
  );
}
