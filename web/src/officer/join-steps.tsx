import { useState } from "preact/hooks";
import type { EditableField } from "#shared/employee/fields.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import type { JoinPreview, JoinSide, JoinSideName } from "#shared/join/join-answers.ts";
import { call } from "../api/member-client.ts";
import { nip as nipCheck, problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { joins as text } from "../messages/joins.ts";
import { recordForms } from "../messages/record-forms.ts";
import { Instant } from "../session/instant.tsx";
import { AboutPerson } from "./about-person.tsx";
import { AskSection } from "./ask-section.tsx";
import { DataTable } from "./data-table.tsx";
import { askDraft } from "./form-draft.ts";
import { type Chosen, chosenOf, FieldChoices, SideChoice, takenOf } from "./join-choices.tsx";
import { KeptForm } from "./kept-form.tsx";
import { problemsOfSource, SourceFields, sourceOf } from "./source-fields.tsx";
import { StepTitle } from "./step-title.tsx";
import { fieldName } from "./value-text.ts";
import { WayOut } from "./way-out.tsx";

interface WayProps {
  readonly leave: () => void;
  readonly onAsked: (message: string) => void;
}

const failures = { ...recordForms.failures, ...text.failures };

/** First which other record, then both side by side. Long: markup, in the order of the page. */
export function JoinSteps({
  employee,
  leave,
  onAsked,
}: WayProps & { readonly employee: EmployeeAnswer }) {
  const { id } = employee;
  const way = askDraft.way({ leave, onAsked });
  const [preview, setPreview] = useState<JoinPreview>();
  if (preview) return <Compare {...way} preview={preview} />;
  return (
    <section class="panel" aria-labelledby="find-title">
      <StepTitle id="find-title">{text.findTitle}</StepTitle>
      <AboutPerson {...employee} />
      <p class="hint">{text.findHint}</p>
      <div class="narrow-form">
        <KeptForm draft={askDraft} id={`twin ${id}`}>
          {(begun) => (
            <Form
              title={text.findTitle}
              names={["nip"]}
              check={(values) => problemsOf(values, { nip: nipCheck })}
              submit={text.compare}
              problems={recordForms.problems}
              failures={failures}
              send={async ({ nip }) => {
                const body = { nip };
                setPreview(
                  await call("POST /api/accounts/{id}/join/preview", { params: { id }, body }),
                );
              }}
            >
              <TextField
                name="nip"
                label={`${text.nip} *`}
                hint={text.nipHint}
                autoComplete="off"
                inputMode="numeric"
                defaultValue={begun.nip ?? ""}
              />
            </Form>
          )}
        </KeptForm>
      </div>
      <WayOut leave={way.leave}>{common.cancel}</WayOut>
    </section>
  );
}

/** Long: markup, in the order of the page. */
function Compare({ preview, ...way }: WayProps & { readonly preview: JoinPreview }) {
  const [survivor, setSurvivor] = useState<JoinSideName>(preview.survivor);
  const [asked, setAsked] = useState<Chosen>({});
  const { here, other, fields } = preview;
  const chosen = (field: EditableField) => chosenOf(preview, { asked, survivor, field });
  return (
    <AskSection
      {...way}
      id="compare-title"
      words={{
        ...{ title: text.compareTitle, hint: text.effect, reasonHint: text.reasonHint },
        ...{ submit: text.submit, done: text.asked },
      }}
      problems={recordForms.problems}
      failures={failures}
      names={["sourceNumber", "sourceDay"]}
      check={(values) => [
        ...problemsOf(values, { sourceNumber: required, sourceDay: required }),
        ...problemsOfSource(values),
      ]}
      ask={(typed, request) => {
        const { source = { number: "" } } = sourceOf(typed);
        const taken = takenOf(preview, { asked, survivor });
        const revisions = { revision: here.revision, otherRevision: other.revision };
        const body = { ...request, ...revisions, source, other: other.id, survivor, taken };
        return call("POST /api/accounts/{id}/join", { params: { id: here.id }, body });
      }}
    >
      <p class="notice notice-warning">{text.warning}</p>
      <Sides here={here} other={other} />
      <SideChoice here={here} other={other} survivor={survivor} choose={setSurvivor} />
      <h3>{text.fieldsTitle}</h3>
      <p class="hint">{fields.length === 0 ? text.same : text.fieldsHint}</p>
      {fields.map((each) => (
        <FieldChoices
          key={each.field}
          title={fieldName(each.field)}
          each={each}
          survivor={survivor}
          chosen={chosen(each.field)}
          choose={(side) => setAsked({ ...asked, [each.field]: side })}
        />
      ))}
      <SourceFields needed />
    </AskSection>
  );
}

/** Whose records they are, one row for each. Long: a table, one entry for each column. */
function Sides({ here, other }: Pick<JoinPreview, "here" | "other">) {
  const rows = [
    { ...here, side: text.here },
    { ...other, side: text.other },
  ];
  return (
    <DataTable<JoinSide & { readonly side: string }>
      caption={text.compareTitle}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "side",
          label: text.sideFacts.record,
          class: "long",
          cell: ({ side, name, nip }) => (
            <>
              {side}: <strong translate={false}>{name}</strong> <span translate={false}>{nip}</span>
            </>
          ),
        },
        {
          key: "unit",
          label: text.sideFacts.unit,
          class: "long",
          cell: ({ unitKerja }) => <span translate={false}>{unitKerja}</span>,
        },
        {
          key: "account",
          label: text.sideFacts.account,
          cell: ({ isActivated }) => (isActivated ? text.activated : text.notActivated),
        },
        {
          key: "photo",
          label: text.sideFacts.photo,
          cell: ({ hasPhoto }) => (hasPhoto ? text.hasPhoto : text.noPhoto),
        },
        {
          key: "changed",
          label: text.sideFacts.changed,
          cell: ({ updatedAt }) => <Instant at={updatedAt} />,
        },
      ]}
    />
  );
}
