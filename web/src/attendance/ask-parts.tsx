/** The form of a correction of the own attendance: a day, what it was, and why. */

import { absenceKinds } from "#shared/attendance/statuses.ts";
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { call } from "../api/member-client.ts";
import { TextField } from "../forms/field.tsx";
import type { FieldProblem } from "../forms/form.tsx";
import { attendance as text } from "../messages/attendance.ts";
import { requestKinds } from "../messages/request-kinds.ts";
import { SelectField } from "../officer/select-field.tsx";
import type { AskedContent, FormPart, KindParts, Typed } from "../request/form-part.ts";
import { attendanceWord } from "../request/form-words.ts";
import type { Draft } from "../request/request-draft.ts";
import { weekdayText } from "../workday/weekday-text.ts";
import { correctionText } from "./correction-text.ts";
import { clockOf, isClock } from "./typed-clock.ts";

type Asked = Extract<AskedContent, { kind: "attendance" }>["content"];

const names: Readonly<Record<string, string>> = {
  ...{ day: text.correctDay, in: text.in, out: text.out, absence: text.absence, note: text.reason },
};

/** With how far back a day may lie: the agency says it. @throws NoAnswer, Refusal */
export async function askParts(): Promise<KindParts> {
  const month = new Date().toISOString().slice(0, 7);
  const { today, correctionDays } = await call("GET /api/officer/agency/own-attendance", {
    query: { month },
  });
  const days = Array.from({ length: correctionDays + 1 }, (_, back) => dayBefore(today, back));
  return {
    named: () => partOf(days),
    about: (request: OwnRequest) => {
      if (request.kind !== "attendance") return undefined;
      const { day, in: came = "", out: went = "", absence = "", note = "" } = request.content;
      // An answer to a question may come later than a day may be asked for.
      const part = partOf(days.includes(day) || day === "" ? days : [day, ...days]);
      return { part, typed: { values: { day, in: came, out: went, absence }, note } };
    },
  };
}

const dayMs = 86_400_000;
const dayBefore = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);

function partOf(days: readonly string[]): FormPart {
  return {
    ...{ slot: attendanceWord, heading: requestKinds.attendance.title, hint: text.askHint },
    open: undefined,
    fields: ["day", "in", "out", "absence"],
    nameOf: (field) => names[field] ?? field,
    keptOf: (_field, typed) => typed,
    problemsOf,
    askedOf: (draft) => askedIn(draft, days),
    needsFile: () => false,
    note: { label: `${text.reason} *`, hint: text.askReasonHint },
    problems: {
      ...{ malformed: text.wrongClock, "nothing-changed": text.nothingCorrected },
      "asked-too-late": text.askedTooLate,
    },
    Inputs: ({ draft }) => <Inputs days={days} values={draft.values} />,
    Shown: ({ draft }) => <Shown draft={draft} days={days} />,
  };
}

function problemsOf({ values, note }: Typed): readonly FieldProblem[] {
  const given = ["in", "out", "absence"].some((field) => values[field]?.trim());
  return [
    ...["in", "out"].flatMap((field) =>
      !values[field]?.trim() || isClock(values[field])
        ? []
        : [{ field, code: "malformed" } as const],
    ),
    ...(given ? [] : [{ field: "in", code: "nothing-changed" } as const]),
    ...(note.trim() === "" ? [{ field: "note", code: "required" } as const] : []),
  ];
}

function askedIn(typed: Typed, days: readonly string[]): AskedContent | undefined {
  const { in: came = "", out: went = "", absence } = typed.values;
  const day = days.find((each) => each === typed.values.day) ?? days[0];
  const kind = absenceKinds.find((each) => each === absence);
  if (day === undefined || problemsOf(typed).length > 0) return undefined;
  const content: Asked = {
    day,
    ...(came.trim() !== "" && { in: clockOf(came) }),
    ...(went.trim() !== "" && { out: clockOf(went) }),
    ...(kind && { absence: kind }),
    note: typed.note.trim(),
  };
  return { kind: "attendance", content };
}

interface InputsProps {
  readonly days: readonly string[];
  readonly values: Draft["values"];
}

function Inputs({ days, values }: InputsProps) {
  return (
    <>
      <SelectField
        name="day"
        label={`${text.correctDay} *`}
        options={days.map((each) => [each, weekdayText(each)] as const)}
        value={values.day ?? ""}
      />
      <TextField
        name="in"
        label={text.in}
        hint={text.clockHint}
        autoComplete="off"
        defaultValue={values.in ?? ""}
      />
      <TextField
        name="out"
        label={text.out}
        hint={text.clockHint}
        autoComplete="off"
        defaultValue={values.out ?? ""}
      />
      <SelectField
        name="absence"
        label={text.absence}
        options={[
          ["", text.noAbsence],
          ...absenceKinds.map((each) => [each, text.statuses[each]] as const),
        ]}
        value={values.absence ?? ""}
      />
    </>
  );
}

function Shown({ draft, days }: { readonly draft: Draft; readonly days: readonly string[] }) {
  const asked = askedIn(draft, days);
  return asked?.kind === "attendance" ? <p>{correctionText(asked.content)}</p> : null;
}
