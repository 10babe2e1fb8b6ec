import { kindName } from "#shared/employee/kind-name.ts";
import type { AnnouncementBody } from "#shared/notification/announcement.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { Form } from "../forms/form.tsx";
import { language } from "../language.ts";
import { announce as text } from "../messages/announce.ts";
import { announcements as words } from "../messages/announcements.ts";
import { StepTitle } from "../officer/step-title.tsx";

/** What would be announced, and to how many people. */
export interface Checked {
  readonly body: AnnouncementBody;
  readonly people: number;
  readonly more?: true;
}

interface ReviewProps {
  readonly checked: Checked;
  readonly onEdit: () => void;
  readonly onSent: () => void;
}

const figure = new Intl.NumberFormat(language === "en" ? "en-GB" : "id-ID");

/** The last look before everybody of the group sees it. Long: markup, in the order of the page. */
export function AnnouncementReview({ checked, onEdit, onSent }: ReviewProps) {
  const { body, people, more } = checked;
  const { kind, endsOn, english, circular, attachment } = body;
  const group = [...body.kinds.map(kindName), ...body.units].join(", ");
  const reached = (more ? text.reachedMore : text.reached)(figure.format(people));
  return (
    <>
      <StepTitle id="announce-title" isPart>
        {text.review}
      </StepTitle>
      <p>
        {words.kinds[kind]}. {group ? text.forSome(group) : text.forAll}.{" "}
        {text.until(dayText(endsOn))}. <strong>{reached}.</strong>
      </p>
      {[{ ...body.words, lang: "id" }, ...(english ? [{ ...english, lang: "en" }] : [])].map(
        ({ title, text: said, lang }) => (
          <section key={lang} lang={lang}>
            <h3>{title}</h3>
            {said.split(/\n+/).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
        ),
      )}
      {circular && (
        <p>
          {text.letter}: {circular.number}, {dayText(circular.day)}. {circular.signerPost},{" "}
          {circular.signerName}.
        </p>
      )}
      {attachment && <p>{text.attached(Math.ceil(attachment.size / 1024))}</p>}
      <p>
        <button class="button button-quiet" type="button" onClick={onEdit}>
          {text.edit}
        </button>
      </p>
      <Form
        title={text.title}
        names={[]}
        submit={text.send}
        check={() => []}
        problems={text.problems}
        failures={text.failures}
        nameOf={(field) => (field === "units" ? text.units : undefined)}
        send={async () => {
          await call("POST /api/officer/agency/announcements", { body });
          onSent();
        }}
      >
        {null}
      </Form>
    </>
  );
}
