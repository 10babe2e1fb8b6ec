/** A training as its officers write it: a new one, a draft, or one that people have registered for. */
import type { ComponentChildren } from "preact";
import { zones } from "#shared/runtime/zone.ts";
import type { OfferFinding } from "#shared/training/check-offer.ts";
import { formOf, trainingForms } from "#shared/training/training-forms.ts";
import type { OfferDetails, TrainingOffer } from "#shared/training/training-offer.ts";
import { Refusal } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { FieldFrame, TextField, useFieldWiring } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { trainingDesk as text } from "../messages/training-desk.ts";
import { DayField } from "../officer/day-field.tsx";
import { reasonProblem } from "../officer/employee-change.ts";
import { SelectField } from "../officer/select-field.tsx";
import { toldZone } from "../session/instant.tsx";
import {
  kindChoices,
  type OfferField,
  offerFields,
  offerProblems,
  offerTyped,
  typedOffer,
} from "./offer-values.ts";
import { readable } from "./training-text.ts";

interface OfferFormProps {
  readonly title: string;
  /** Absent: a new one. */
  readonly offer: TrainingOffer | undefined;
  readonly onSaved: (saved: TrainingOffer) => void;
}

const words = text.form;

/** Long: markup, in the order of the page. */
export function OfferForm({ title, offer, onSaved }: OfferFormProps) {
  const typed = offer && typedOffer(offer);
  const value = (field: OfferField) => typed?.[field] ?? "";
  const line = (
    field: Exclude<OfferField, "assessed" | "form" | "zone" | "kinds">,
    hint?: string,
  ) => (
    <TextField
      name={field}
      label={`${words[field]}${isNeeded(field) ? " *" : ""}`}
      {...(hint !== undefined && { hint })}
      autoComplete="off"
      defaultValue={value(field)}
    />
  );
  return (
    <Form
      title={title}
      names={[...offerFields, "how", "reason"]}
      check={(values) => [
        ...offerProblems(values),
        ...(offer && reasonProblem(values.reason)
          ? [{ field: "reason" as const, code: "required" as const }]
          : []),
      ]}
      submit={text.save}
      failures={text.failures}
      problems={text.problems}
      send={async (values) => onSaved(await save(offer, offerTyped(values, offer), values))}
    >
      <Part title={text.parts.programme}>
        {line("name")}
        {line("code")}
        <SelectField
          name="form"
          label={words.form}
          options={trainingForms.map((each) => [each, formOf(each).name] as const)}
          value={value("form") || "teknis"}
        />
        {line("organiser")}
        {line("accreditation")}
        {line("jp")}
        <SelectField
          name="assessed"
          label={words.assessed}
          options={[
            ["no", words.assessedOptions.no],
            ["yes", words.assessedOptions.yes],
          ]}
          value={value("assessed") || "no"}
        />
        <Lines name="subjects" hint={words.subjectsHint} value={value("subjects")} />
      </Part>
      <Part title={text.parts.when}>
        <DayField name="from" label={`${words.from} *`} value={value("from")} />
        <DayField name="until" label={`${words.until} *`} value={value("until")} />
        <Lines name="sessions" hint={words.sessionsHint} value={value("sessions")} isNeeded />
        <SelectField
          name="zone"
          label={words.zone}
          options={zones.map((each) => [each, each] as const)}
          value={value("zone") || toldZone()}
        />
        {line("place")}
        {line("batch")}
        {line("contact")}
        {line("cost")}
        {line("notes")}
      </Part>
      <Part title={text.parts.seats}>
        {line("quota")}
        <Lines name="unitQuotas" hint={words.unitQuotasHint} value={value("unitQuotas")} />
        <DayField name="closesOn" label={`${words.closesOn} *`} value={value("closesOn")} />
      </Part>
      <Part title={text.parts.conditions}>
        <SelectField
          name="kinds"
          label={words.kinds}
          options={Object.keys(kindChoices).map((each) => [each, each || words.allKinds] as const)}
          value={value("kinds")}
        />
        {line("golongan", words.golonganHint)}
        {line("jabatan", words.jabatanHint)}
        <Lines name="units" hint={words.unitsHint} value={value("units")} />
      </Part>
      {offer?.state !== "open" && (
        <SelectField
          name="how"
          label={text.how}
          options={[
            ["draft", text.hows.draft],
            ["open", text.hows.open],
          ]}
          value="draft"
        />
      )}
      {offer && (
        <TextField
          name="reason"
          label={`${text.reason} *`}
          hint={text.reasonHint}
          autoComplete="off"
        />
      )}
    </Form>
  );
}

const isNeeded = (field: OfferField) =>
  ["name", "code", "organiser", "jp", "place", "contact", "quota"].includes(field);

interface PartProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

function Part({ title, children }: PartProps) {
  return (
    <fieldset>
      <legend>
        <strong>{title}</strong>
      </legend>
      {children}
    </fieldset>
  );
}

interface LinesProps {
  readonly name: "subjects" | "sessions" | "unitQuotas" | "units";
  readonly hint: string;
  readonly value: string;
  readonly isNeeded?: true;
}

function Lines({ name, hint, value, isNeeded: needed }: LinesProps) {
  const wiring = useFieldWiring({ name, hint });
  return (
    <FieldFrame name={name} label={`${words[name]}${needed ? " *" : ""}`} hint={hint}>
      <textarea rows={4} {...wiring} defaultValue={value} />
    </FieldFrame>
  );
}

/** @throws Refusal, also with all that the rules find; NoAnswer */
async function save(
  offer: TrainingOffer | undefined,
  details: OfferDetails,
  { how, reason }: { readonly how: string; readonly reason: string },
): Promise<TrainingOffer> {
  const isOffered = how === "open";
  const answer = offer
    ? await call("PATCH /api/officer/agency/trainings/{id}", {
        params: { id: offer.id },
        body: {
          ...{ revision: offer.revision, reason: reason.trim(), details },
          ...(isOffered && { publish: true as const }),
        },
      })
    : await call("POST /api/officer/agency/trainings", {
        body: { details, ...(!isOffered && { draft: true as const }) },
      });
  if ("offer" in answer) return answer.offer;
  const problems = answer.findings.map(problemOf);
  throw new Refusal({ status: 422, code: "invalid-input", reference: "", problems });
}

/** The conditions have one rule, of golongan. */
function problemOf({
  field,
  code,
  limit,
  measured,
}: Omit<OfferFinding, "field"> & { field: string }) {
  const params = {
    ...(limit !== undefined && { limit }),
    ...(measured !== undefined && { measured: readable(measured) }),
  };
  return { field: field === "conditions" ? "golongan" : field, code, params };
}
