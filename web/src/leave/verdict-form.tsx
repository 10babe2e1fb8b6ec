/** Sections VII and VIII of the form: one of four words, and why. */
import { useState } from "preact/hooks";
import type { DecidedLeave } from "#shared/leave/leave-answers.ts";
import type { Verdict } from "#shared/request/request.ts";
import type { BodyOf } from "../api/api-routes.ts";
import { call } from "../api/member-client.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { leaveDecision as text } from "../messages/leave-decision.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { requests } from "../messages/requests.ts";
import { SelectField } from "../officer/select-field.tsx";
import { FormSection } from "./leave-form.tsx";

type Decision = BodyOf<"POST /api/requests/deciding/{id}">["decision"];

interface VerdictProps {
  readonly leave: DecidedLeave;
  readonly onDone: (told: string) => void;
}

/** Long: markup, in the order of the page. */
export function VerdictForm({ leave, onDone }: VerdictProps) {
  const { id, version, advises } = leave;
  const [verdict, setVerdict] = useState<Verdict>();
  const offered = offeredFor(leave);
  const numeral = advises || leave.turn === "superior" ? "VII" : "VIII";
  return (
    <section class="panel" aria-labelledby="verdict-title">
      <h2 id="verdict-title">{advises ? text.advise : text.decide}</h2>
      <p>{advises ? text.adviseHint : text.decideHint}</p>
      <Form
        title={leaveWords.deciding}
        names={["verdict", "reason"]}
        check={({ verdict: chosen, reason }) => [
          ...(chosen === "" ? [{ field: "verdict" as const, code: "required" as const }] : []),
          ...(chosen !== "" && chosen !== "approved" && reason.trim() === ""
            ? [{ field: "reason" as const, code: "required" as const }]
            : []),
        ]}
        submit={advises ? text.sendAdvice : text.sendDecision}
        failures={requests.failures}
        send={async ({ reason }) => {
          if (!verdict) return;
          const decision = decisionOf(verdict, reason, advises === true);
          await call("POST /api/requests/deciding/{id}", {
            params: { id },
            body: { version, decision },
          });
          onDone(text.done(leaveWords.verdicts[verdict]));
        }}
      >
        <FormSection numeral={numeral}>
          <SelectField
            name="verdict"
            label={`${advises ? text.advise : text.decide} *`}
            options={[
              ["", text.choose],
              ...offered.map((each) => [each, leaveWords.verdicts[each]] as const),
            ]}
            value=""
            onChoose={(chosen) => setVerdict(offered.find((each) => each === chosen))}
          />
          <p role="status">
            {verdict && (advises ? text.advices[verdict] : text.meanings[verdict])}
          </p>
          {hintsFor(leave).map((hint) => (
            <p key={hint} class="hint">
              {hint}
            </p>
          ))}
        </FormSection>
        <TextField
          name="reason"
          label={verdict === "approved" || !verdict ? text.reason : `${text.reason} *`}
          hint={text.reasonHint}
          autoComplete="off"
        />
      </Form>
    </section>
  );
}

/** The service refuses to give it: a paper is not there yet, or a rule is broken by now. */
function isStopped({ advises, outdated, findings }: DecidedLeave): boolean {
  return !advises && (outdated === true || findings.some(({ stops }) => stops !== "nothing"));
}

function offeredFor(leave: DecidedLeave): readonly Verdict[] {
  return [
    ...(isStopped(leave) ? [] : ["approved" as const]),
    "changed",
    ...(leave.postponable ? ["postponed" as const] : []),
    "refused",
  ];
}

function hintsFor(leave: DecidedLeave): readonly string[] {
  const { advises, postponable, content } = leave;
  return [
    ...(!postponable && content.kind !== "tahunan" ? [text.notPostponable] : []),
    ...(isStopped(leave) ? [text.stopped] : []),
    ...(!advises && content.kind === "cltn" ? [text.cltn] : []),
  ];
}

/** «Perubahan» goes back to who asked, who sends it again or withdraws it; «ditangguhkan» keeps the days for the next year. */
function decisionOf(verdict: Verdict, reason: string, isAdvice: boolean): Decision {
  if (isAdvice) return { act: "advise", verdict, reason };
  if (verdict === "approved") return { act: "agree" };
  if (verdict === "changed") return { act: "clarify", code: "other", reason };
  const said = { act: "reject" as const, code: "other" as const, reason };
  return verdict === "postponed" ? { ...said, verdict } : said;
}
