/** How the agency writes its letters: data that it says itself, with a look at the number that comes of it. */
import { useState } from "preact/hooks";
import type { LetterKind } from "#shared/letter/letter-kinds.ts";
import { letterKinds } from "#shared/letter/letter-kinds.ts";
import { numberText, patternFindings, placeholderNames } from "#shared/letter/letter-number.ts";
import { usualProfile } from "#shared/letter/usual-profile.ts";
import { keyedWhere } from "#shared/runtime/keyed.ts";
import type { AnswerOf } from "../api/api-routes.ts";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { linesOf } from "../desk/paragraphs.tsx";
import { required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { type FieldProblem, Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { letterProfile as text } from "../messages/letter-profile.ts";
import { letterWords } from "../messages/letter-words.ts";
import { reasonProblem } from "../officer/employee-change.ts";
import { SelectField } from "../officer/select-field.tsx";
import { StepTitle } from "../officer/step-title.tsx";
import { Told } from "../officer/told.tsx";
import { LetterFile } from "./letter-file.tsx";
import { withPlaces } from "./letter-problems.ts";
import { Lines } from "./lines.tsx";

const read = () => call("GET /api/officer/agency/letter-profile");
type Answer = AnswerOf<"GET /api/officer/agency/letter-profile">;
type Details = NonNullable<Answer["details"]>;

export function Profile() {
  const { data, failure, reload, replace } = useLoad(read);
  const [told, setTold] = useState<string>();
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <section class="panel" aria-labelledby="profile-title">
          <StepTitle id="profile-title">{text.title}</StepTitle>
          <p>{text.lead}</p>
          <p class="hint">{text.kop}</p>
          <Told message={told} />
          {!data.details && <p class="notice notice-info">{text.unsaid}</p>}
          {data.readOnly ? (
            <p translate={false}>{data.details?.pattern}</p>
          ) : (
            <ProfileForm
              key={data.revision}
              answer={data}
              onSaved={(saved) => {
                replace(saved);
                setTold(text.saved);
              }}
            />
          )}
          {data.details && <Sample />}
        </section>
      )}
    </>
  );
}

/** Of what is kept. */
function Sample() {
  const [kind, setKind] = useState<LetterKind>("tugas");
  const query = { kind };
  return (
    <div class="narrow-form after-form">
      <SelectField
        name="sample"
        label={text.sampleKind}
        hint={text.sampleHint}
        options={letterKinds.map((each) => [each, letterWords.kinds[each]] as const)}
        value={kind}
        onChoose={(chosen) => setKind(letterKinds.find((each) => each === chosen) ?? kind)}
      />
      <LetterFile
        address={fileAddress("GET /api/officer/agency/letter-profile/sample", { query })}
        label={text.sample}
      />
    </div>
  );
}

const ofKind = (part: "patterns" | "classifications", kind: LetterKind) => `${part}-${kind}`;
const names: readonly string[] = [
  ...["place", "unit", "digits", "pattern", "copies", "reason"],
  ...letterKinds.flatMap((kind) => [ofKind("patterns", kind), ofKind("classifications", kind)]),
];
type Values = Readonly<Record<string, string>>;

interface ProfileFormProps {
  readonly answer: Answer;
  readonly onSaved: (saved: Answer) => void;
}

/** Long: markup, in the order of the form. */
function ProfileForm({ answer: { revision, details }, onSaved }: ProfileFormProps) {
  const begun: Details = details ?? { ...usualProfile, place: "", unit: "" };
  const [example, setExample] = useState(() => exampleOf(begun));
  return (
    <div
      class="narrow-form"
      onInput={({ currentTarget }) => {
        const form = currentTarget.querySelector("form");
        if (form) setExample(exampleOf(detailsOf(valuesIn(form))));
      }}
    >
      <Form<string>
        title={text.title}
        names={names}
        check={problemsIn}
        submit={text.save}
        failures={text.failures}
        problems={letterWords.problems}
        send={async (values) => {
          const body = { revision, reason: textIn(values, "reason"), details: detailsOf(values) };
          onSaved(await withPlaces(call("POST /api/officer/agency/letter-profile", { body })));
        }}
      >
        <TextField
          {...{ name: "place", label: `${text.place} *`, hint: text.placeHint }}
          autoComplete="off"
          defaultValue={begun.place}
        />
        <TextField
          {...{ name: "unit", label: `${text.unit} *`, hint: text.unitHint }}
          autoComplete="off"
          defaultValue={begun.unit}
        />
        <TextField
          {...{ name: "pattern", label: `${text.pattern} *`, hint: patternHint }}
          autoComplete="off"
          defaultValue={begun.pattern}
        />
        <SelectField
          name="digits"
          label={text.digits}
          options={["1", "2", "3", "4", "5", "6"].map((each) => [each, each] as const)}
          value={String(begun.digits)}
        />
        <p role="status" translate={false}>
          {example && text.example(example)}
        </p>
        {(["patterns", "classifications"] as const).map((part) => (
          <fieldset key={part}>
            <legend>{text[part]}</legend>
            <p class="hint">{text[`${part}Hint`]}</p>
            {letterKinds.map((kind) => (
              <TextField
                key={kind}
                {...{ name: ofKind(part, kind), label: letterWords.kinds[kind] }}
                autoComplete="off"
                defaultValue={begun[part][kind] ?? ""}
              />
            ))}
          </fieldset>
        ))}
        <Lines name="copies" label={text.copies} hint={text.copiesHint} begun={begun.copies} />
        <TextField
          {...{ name: "reason", label: `${text.reason} *`, hint: text.reasonHint }}
          autoComplete="off"
        />
      </Form>
    </div>
  );
}

const patternHint = text.patternHint(placeholderNames.map((name) => `{${name}}`).join(" "));
const textIn = (values: Values, name: string) => values[name]?.trim() ?? "";

function valuesIn(form: HTMLFormElement): Values {
  const data = new FormData(form);
  return Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? "")]));
}

function detailsOf(values: Values): Details {
  const per = (part: "patterns" | "classifications") =>
    keyedWhere(letterKinds, (kind) => textIn(values, ofKind(part, kind)) || undefined);
  return {
    ...{ place: textIn(values, "place"), unit: textIn(values, "unit") },
    ...{ pattern: textIn(values, "pattern"), digits: Number(values.digits) || 1 },
    ...{ patterns: per("patterns"), classifications: per("classifications") },
    copies: linesOf(values.copies ?? ""),
  };
}

/** The number of an assignment of today; none of a pattern with faults. */
function exampleOf({ pattern, digits, unit }: Details): string | undefined {
  if (patternFindings("pattern", pattern).length > 0) return undefined;
  const day = new Date().toISOString().slice(0, 10);
  const parts = { urut: 5, kind: "tugas", secrecy: "B", classification: "800.1.11.1" } as const;
  return numberText({ pattern, digits }, { ...parts, unit, day });
}

function problemsIn(values: Values): FieldProblem<string>[] {
  const patterns = ["pattern", ...letterKinds.map((kind) => ofKind("patterns", kind))];
  const reason = reasonProblem(values.reason ?? "");
  return [
    ...["place", "unit"].flatMap((field) => {
      const code = required(values[field] ?? "");
      return code ? [{ field, code }] : [];
    }),
    ...patterns.flatMap((field) => {
      const said = textIn(values, field);
      return said === "" && field !== "pattern" ? [] : patternFindings(field, said);
    }),
    ...(reason ? [{ field: "reason", code: reason }] : []),
  ];
}
