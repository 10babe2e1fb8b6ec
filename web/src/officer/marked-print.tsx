import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { MarkedPrintAnswer } from "#shared/print/print-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { bulkChanges } from "../messages/bulk-changes.ts";
import { marked } from "../messages/marked.ts";
import { keepMarks } from "./marks.ts";
import { PeopleTable } from "./people-table.tsx";
import { type PrintChoice, PrintFields, printChoice, printFields } from "./print-fields.tsx";

const text = marked.print;

interface Seen {
  readonly choice: PrintChoice;
  readonly answer: MarkedPrintAnswer;
}

/** Cards of the marked people, or letters to them: which, then exactly who; how far it is stands on the page of prints. */
export function MarkedPrint({ marks }: { readonly marks: readonly string[] }) {
  const [kind, setKind] = useState<PrintChoice["kind"]>("cards");
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
          <p class="hint">{text.hint}</p>
          <Form
            title={text.title}
            names={printFields}
            check={() => []}
            submit={text.look}
            send={async (values) => {
              const body = { ids: marks, kind };
              const answer = await call("POST /api/officer/prints/preview", { body });
              setSeen({ choice: printChoice(kind, values), answer });
            }}
          >
            <PrintFields kind={kind} choose={setKind} />
          </Form>
        </>
      )}
    </section>
  );
}

function Preview({ choice, answer, back }: Seen & { readonly back: () => void }) {
  const { people, leftOut } = answer;
  const { route } = useLocation();
  // The same until it is answered: a request whose answer was lost does not print twice.
  const [requestId] = useState(() => crypto.randomUUID());
  const { failure, busy, run } = useReading(marked.failures);
  const print = () =>
    run(async () => {
      const body = { ...choice, requestId, ids: people.map(({ id }) => id) };
      await call("POST /api/officer/prints/marked", { body });
      keepMarks([]);
      route(href("/petugas/cetak"));
    });
  return (
    <>
      <p role="status">{people.length > 0 ? text.count(people.length) : text.nobody}</p>
      {people.length > 0 && <PeopleTable caption={text.who} rows={people} />}
      <div class="button-row">
        {people.length > 0 && (
          <button class="button" type="button" aria-disabled={busy} onClick={print}>
            {text.submit[choice.kind](people.length)}
          </button>
        )}
        <button class="button button-quiet" type="button" onClick={back}>
          {marked.back}
        </button>
      </div>
      {failure && <FailureNotice failure={failure} retry={print} />}
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
