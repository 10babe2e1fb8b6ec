import { useState } from "preact/hooks";
import { kindName } from "#shared/employee/kind-name.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import type {
  Announcement,
  AnnouncementBody,
  AnnouncementKind,
} from "#shared/notification/announcement.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { FieldFrame, TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { announce as text } from "../messages/announce.ts";
import { announcements as words } from "../messages/announcements.ts";
import { DayField, day } from "../officer/day-field.tsx";
import { AnnouncementReview, type Checked } from "./announcement-review.tsx";
import { AttachmentField } from "./attachment-field.tsx";
import { type Attached, checkAnnouncement } from "./check-announcement.ts";
import { CircularFields, circularChecks, circularNames, circularOf } from "./circular-fields.tsx";
import { linesOf, Paragraphs } from "./paragraphs.tsx";

const names = [
  ...(["subject", "text", "subjectEn", "textEn", "endsOn", "units"] as const),
  ...circularNames,
];

interface NewProps {
  readonly draft: Announcement["words"];
  /** Something is typed for the next one. */
  readonly onBegun: () => void;
  readonly onSent: () => void;
}

/** What is announced, to whom and until when; then it is looked at, and announced. Long: markup, in the order of the form. */
export function NewAnnouncement({ draft, onBegun, onSent }: NewProps) {
  // The same until it is announced: a request whose answer was lost announces nothing twice.
  const [requestId] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<AnnouncementKind>("circular");
  const [asLetter, setAsLetter] = useState(false);
  const isLetter = asLetter && kind === "circular";
  const [kinds, setKinds] = useState<AnnouncementBody["kinds"]>([]);
  const [attachment, setAttachment] = useState<Attached>();
  const [checked, setChecked] = useState<Checked>();
  // The inputs hold what was typed, so they stay while it is looked at.
  const panel = checked && (
    <AnnouncementReview checked={checked} onEdit={() => setChecked(undefined)} onSent={onSent} />
  );
  return (
    <section class="panel" aria-labelledby="announce-title">
      {panel}
      <div hidden={checked !== undefined} onInput={onBegun}>
        <h2 id={checked ? undefined : "announce-title"}>{text.form}</h2>
        <Form<(typeof names)[number]>
          title={text.title}
          names={names}
          submit={text.check}
          problems={text.problems}
          failures={text.failures}
          check={(values) => [
            ...problemsOf(values, {
              ...{ subject: required, text: required, endsOn: day },
              ...(isLetter && circularChecks),
            }),
            ...((values.subjectEn.trim() === "") === (values.textEn.trim() === "")
              ? []
              : [{ field: "textEn" as const, code: "required" as const }]),
          ]}
          nameOf={(field) => (field === "textEn" ? text.textEn : undefined)}
          send={async (values) => {
            const [titleEn, textEn] = [values.subjectEn.trim(), values.textEn.trim()];
            const body = {
              ...{ requestId, kind, kinds: [...kinds], endsOn: values.endsOn },
              words: { title: values.subject.trim(), text: values.text.trim() },
              ...(titleEn && { english: { title: titleEn, text: textEn } }),
              units: linesOf(values.units),
              ...(isLetter && { circular: circularOf(values) }),
            };
            onBegun();
            const found = await checkAnnouncement(body, attachment);
            setAttachment(found.attached);
            setChecked(found.checked);
          }}
        >
          <FieldFrame name="kind" label={text.kind}>
            <select
              id="kind"
              value={kind}
              onChange={({ currentTarget: { value } }) =>
                setKind(keysOf(words.kinds).find((each) => each === value) ?? kind)
              }
            >
              {keysOf(words.kinds).map((each) => (
                <option key={each} value={each}>
                  {words.kinds[each]}
                </option>
              ))}
            </select>
          </FieldFrame>
          {kind === "circular" && (
            <div class="check-row">
              <input
                type="checkbox"
                id="as-letter"
                checked={asLetter}
                onChange={({ currentTarget: { checked } }) => setAsLetter(checked)}
              />
              <label for="as-letter">{text.asLetter}</label>
            </div>
          )}
          <TextField name="subject" label={`${text.subject} *`} autoComplete="off" />
          <Paragraphs name="text" label={`${text.text} *`} />
          {isLetter && <CircularFields draft={draft} />}
          <AttachmentField isKept={attachment !== undefined} onChange={setAttachment} />
          <DayField name="endsOn" label={`${text.endsOn} *`} />
          <fieldset>
            <legend>{text.kinds}</legend>
            {employeeKinds.map((each) => (
              <div key={each} class="check-row">
                <input
                  type="checkbox"
                  id={`kind-${each}`}
                  checked={kinds.includes(each)}
                  onChange={({ currentTarget: { checked } }) =>
                    setKinds(
                      employeeKinds.filter((one) => (one === each ? checked : kinds.includes(one))),
                    )
                  }
                />
                <label for={`kind-${each}`}>{kindName(each)}</label>
              </div>
            ))}
          </fieldset>
          <Paragraphs name="units" label={text.units} />
          <TextField
            name="subjectEn"
            label={text.subjectEn}
            hint={text.bothEn}
            autoComplete="off"
          />
          <Paragraphs name="textEn" label={text.textEn} />
        </Form>
      </div>
    </section>
  );
}
