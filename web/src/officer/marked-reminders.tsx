import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { type MarkedList, markedLists } from "#shared/account/account-lists.ts";
import type { MarkedReminderAnswer } from "#shared/account/reminder-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { Form } from "../forms/form.tsx";
import { bulkChanges } from "../messages/bulk-changes.ts";
import { marked } from "../messages/marked.ts";
import { reminders } from "../messages/reminders.ts";
import { keepMarks } from "./marks.ts";
import { PeopleTable } from "./people-table.tsx";
import { addressOfRun } from "./reminder-run.ts";
import { SelectField } from "./select-field.tsx";

const text = marked.remind;

interface Seen {
  readonly list: MarkedList;
  readonly answer: MarkedReminderAnswer;
}

/** Mails to the marked people: of what, then exactly who; how far it is has an address of its own. Long: markup, one step after the other. */
export function MarkedReminders({ marks }: { readonly marks: readonly string[] }) {
  const [list, choose] = useState<MarkedList>("not-activated");
  const [seen, setSeen] = useState<Seen>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (seen) heading.current?.focus();
  }, [seen]);
  return (
    <section class={seen ? "panel" : "panel narrow-form"}>
      <h2 tabIndex={-1} ref={heading}>
        {text.title}
      </h2>
      {seen ? (
        <Preview {...seen} back={() => setSeen(undefined)} />
      ) : (
        <>
          <p role="status">{bulkChanges.marked(marks.length)}</p>
          <Form
            title={text.title}
            names={[]}
            check={() => []}
            submit={reminders.look}
            send={async () => {
              const body = { list, ids: marks };
              setSeen({
                list,
                answer: await call("POST /api/officer/reminders/preview", { body }),
              });
            }}
          >
            <SelectField
              name="list"
              label={text.about}
              hint={reminders.hints[list]}
              options={markedLists.map((each) => [each, text.lists[each]] as const)}
              value={list}
              onChoose={(value) => choose(markedLists.find((each) => each === value) ?? list)}
            />
          </Form>
        </>
      )}
    </section>
  );
}

interface PreviewProps extends Seen {
  readonly back: () => void;
}

function Preview({ list, answer: { people, leftOut }, back }: PreviewProps) {
  const { route } = useLocation();
  // The same until it is answered: a request whose answer was lost starts nothing twice.
  const [requestId] = useState(() => crypto.randomUUID());
  const { failure, busy, run } = useReading(reminders.failures);
  const start = () =>
    run(async () => {
      const body = { list, requestId, ids: people.map(({ id }) => id) };
      const { bulkId } = await call("POST /api/officer/reminders/marked", { body });
      keepMarks([]);
      route(addressOfRun(bulkId));
    });
  return (
    <>
      <p role="status">{people.length > 0 ? reminders.count(people.length) : reminders.nobody}</p>
      {people.length > 0 && <PeopleTable caption={reminders.who} rows={people} />}
      <div class="button-row">
        {people.length > 0 && (
          <button class="button" type="button" aria-disabled={busy} onClick={start}>
            {reminders.send(people.length)}
          </button>
        )}
        <button class="button button-quiet" type="button" onClick={back}>
          {marked.back}
        </button>
      </div>
      {failure && <FailureNotice failure={failure} retry={start} />}
      {leftOut.length > 0 && (
        <>
          <h3>{bulkChanges.leftOut(leftOut.length)}</h3>
          <PeopleTable
            caption={bulkChanges.leftOut(leftOut.length)}
            rows={leftOut.map(({ why, ...each }) => ({ ...each, why: text.why[why] }))}
          />
        </>
      )}
    </>
  );
}
