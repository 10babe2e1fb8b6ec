import { useState } from "preact/hooks";
import type { Arriving } from "#shared/transfer/transfer-answers.ts";
import { call } from "../api/member-client.ts";
import { Fact } from "../approval/old-and-new.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { common } from "../messages/common.ts";
import { personRequests } from "../messages/person-requests.ts";
import { recordFields } from "../messages/record-fields.ts";
import { recordForms } from "../messages/record-forms.ts";
import { transfers as text } from "../messages/transfers.ts";
import { Instant } from "../session/instant.tsx";
import { AskSection } from "./ask-section.tsx";
import { askDraft, type TypedTexts } from "./form-draft.ts";
import { KeptForm } from "./kept-form.tsx";
import { sourceText } from "./source-fields.tsx";
import { Told } from "./told.tsx";
import { UnitField } from "./unit-field.tsx";

const read = () => call("GET /api/accounts/transfers");

interface Step {
  readonly form: "accept" | "return";
  readonly of: Arriving;
}

/** Whom other agencies released to the reader's: a petugas takes them in, or gives them back. */
export function ArrivingPeople() {
  const { data, failure, reload, replace } = useLoad(read);
  const [step, setStep] = useState<Step>();
  const [done, setDone] = useState<string>();
  const way = {
    leave: askDraft.over(() => setStep(undefined)),
    onAsked: askDraft.over((message: string) => {
      // At once, so that the list does not move under its reader when it is read again.
      if (data && step) replace({ ...data, items: after(step, data.items) });
      setStep(undefined);
      setDone(message);
      reload();
    }),
  };
  if (step) return <StepForm {...{ step, ...way }} />;
  return (
    <section class="print-list" aria-labelledby="arriving-title">
      <Told message={done} />
      <h2 id="arriving-title">{text.arrivingTitle}</h2>
      <p class="hint">{text.arrivingLead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data?.items.length === 0 && <p>{text.noneArriving}</p>}
      {data && data.items.length > 0 && (
        <ul>
          {data.items.map((person) => (
            <Person
              key={person.id}
              person={person}
              begin={data.readOnly ? undefined : (form) => setStep({ form, of: person })}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The list when the step is asked for: taking in waits for a penyetuju, giving back acts at once. */
const after = ({ form, of }: Step, items: readonly Arriving[]): Arriving[] =>
  form === "return"
    ? items.filter(({ id }) => id !== of.id)
    : items.map((person) => (person.id === of.id ? { ...person, asked: true } : person));

function StepForm({ step, ...way }: Omit<StepProps, "person" | "begun"> & { readonly step: Step }) {
  const OneForm = step.form === "accept" ? Accept : GiveBack;
  return (
    <KeptForm draft={askDraft} id={`${step.form} ${step.of.id}`}>
      {(begun) => <OneForm person={step.of} {...{ ...way, begun }} />}
    </KeptForm>
  );
}

interface PersonProps {
  readonly person: Arriving;
  /** Absent of who only watches. */
  readonly begin: ((form: Step["form"]) => void) | undefined;
}

/** Long: markup, in the order of the page. */
function Person({ person, begin }: PersonProps) {
  const { name, maskedNip, kind, golongan, jabatan, unitKerja, instansi } = person;
  const said = [
    [text.from, instansi],
    [recordFields.unitKerja, unitKerja],
    [recordFields.jabatan, jabatan],
    [text.source, sourceText(person.source)],
    [text.reason, person.reason],
  ] as const;
  return (
    <li class="panel print-item">
      <p translate={false}>
        <strong>{name}</strong> · {maskedNip} · {kind}
        {golongan && ` · ${golongan}`}
      </p>
      <dl class="record-facts">
        {said.map(([term, value]) => (
          <Fact key={term} term={term}>
            <span translate={false}>{value}</span>
          </Fact>
        ))}
        <Fact term={text.until}>
          <Instant at={person.until} />
        </Fact>
      </dl>
      {person.asked && <p class="notice notice-info">{text.isAsked}</p>}
      {begin && (
        <div class="button-row">
          {(person.asked ? (["return"] as const) : (["accept", "return"] as const)).map((form) => (
            <button
              key={form}
              class="button button-quiet"
              type="button"
              onClick={() => begin(form)}
            >
              {form === "accept" ? text.accept : text.giveBack}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}

interface StepProps {
  readonly person: Arriving;
  readonly begun: TypedTexts;
  readonly leave: () => void;
  readonly onAsked: (message: string) => void;
}

const failures = { ...recordForms.failures, ...text.failures };

function Accept({ person: { id, name }, begun, ...way }: StepProps) {
  return (
    <AskSection
      {...way}
      begun={begun.reason}
      id="accept-title"
      words={{
        ...{ title: text.acceptTitle(name), hint: text.acceptHint, reasonHint: text.reasonHint },
        ...{ submit: text.submit, done: text.asked },
      }}
      problems={recordForms.problems}
      failures={failures}
      names={["unitKerja", "jabatan"]}
      check={(values) => problemsOf(values, { unitKerja: required, jabatan: required })}
      ask={(place, request) =>
        call("POST /api/accounts/transfers/{id}/accept", {
          params: { id },
          body: { ...request, ...place },
        })
      }
    >
      <UnitField unit={begun.unitKerja ?? ""} hint={personRequests.newPerson.unitHint} />
      <TextField
        name="jabatan"
        label={`${recordFields.jabatan} *`}
        autoComplete="off"
        defaultValue={begun.jabatan ?? ""}
      />
    </AskSection>
  );
}

function GiveBack({ person: { id, name }, begun, ...way }: StepProps) {
  return (
    <AskSection
      {...way}
      begun={begun.reason}
      id="return-title"
      words={{
        ...{ title: text.giveBackTitle(name), hint: text.giveBackHint },
        reasonHint: text.giveBackReasonHint,
        ...{ submit: text.giveBack, done: text.givenBack },
      }}
      failures={failures}
      names={[]}
      check={() => []}
      ask={(_, { reason }) =>
        call("POST /api/accounts/transfers/{id}/return", { params: { id }, body: { reason } })
      }
    />
  );
}
