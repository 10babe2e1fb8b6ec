import { useRef, useState } from "preact/hooks";
import { kindName } from "#shared/employee/kind-name.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import type {
  Announcement,
  AnnouncementBody,
  AnnouncementKind,
} from "#shared/notification/announcement.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { FieldFrame, TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { announce as text } from "../messages/announce.ts";
import { announcements as words } from "../messages/announcements.ts";
import { common } from "../messages/common.ts";
import { AnnouncementItem } from "./announcement-item.tsx";
import { CircularFields, circularChecks, circularNames, circularOf } from "./circular-fields.tsx";
import { linesOf, Paragraphs } from "./paragraphs.tsx";

const read = () => call("GET /api/officer/agency/announcements");

/** What an agency says to its people: a view of the officers' first page. */
export function Announcements({ title }: { title: string }) {
  useTitle(title);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas/beranda")}>{common.pages.desk}</a>
      </p>
      <Heading>{title}</Heading>
      <p class="lead">{text.lead}</p>
      <Announced />
    </div>
  );
}

/** What was announced, and a form for another one. */
function Announced() {
  const { data, failure, reload } = useLoad(read);
  const [told, setTold] = useState("");
  const status = useRef<HTMLParagraphElement>(null);
  const tell = (what: string) => {
    setTold(what);
    reload();
    // What had the focus may be gone.
    status.current?.focus();
  };
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      <p role="status" tabIndex={-1} ref={status}>
        {told}
      </p>
      {data && !data.readOnly && (
        <NewAnnouncement
          key={data.items.length}
          draft={data.draft}
          onSent={() => tell(text.sent)}
        />
      )}
      {data && (
        <section aria-labelledby="announcement-list">
          <h2 id="announcement-list">{text.list}</h2>
          {data.items.length === 0 && <p>{text.none}</p>}
          {data.items.map((item) => (
            <AnnouncementItem
              key={item.key}
              item={item}
              mayEnd={!data.readOnly}
              onEnded={() => tell(text.hasEnded)}
            />
          ))}
        </section>
      )}
    </>
  );
}

const names = [
  ...(["subject", "text", "subjectEn", "textEn", "endsOn", "units"] as const),
  ...circularNames,
];

interface NewProps {
  readonly draft: Announcement["words"];
  readonly onSent: () => void;
}

/** Long: markup, in the order of the form. */
function NewAnnouncement({ draft, onSent }: NewProps) {
  const [requestId] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<AnnouncementKind>("circular");
  const [asLetter, setAsLetter] = useState(false);
  const isLetter = asLetter && kind === "circular";
  const [kinds, setKinds] = useState<AnnouncementBody["kinds"]>([]);
  return (
    <section class="panel" aria-labelledby="announce-title">
      <h2 id="announce-title">{text.form}</h2>
      <Form<(typeof names)[number]>
        title={text.title}
        names={names}
        submit={text.send}
        check={(values) => [
          ...problemsOf(values, {
            ...{ subject: required, text: required, endsOn: required },
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
          await call("POST /api/officer/agency/announcements", { body });
          onSent();
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
        <TextField name="endsOn" type="date" label={`${text.endsOn} *`} />
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
        <TextField name="subjectEn" label={text.subjectEn} hint={text.bothEn} autoComplete="off" />
        <Paragraphs name="textEn" label={text.textEn} />
      </Form>
    </section>
  );
}
