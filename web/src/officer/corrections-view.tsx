import { useState } from "preact/hooks";
import type { OfficerCorrectionsAnswer } from "#shared/correction/correction-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useReading } from "../components/use-reading.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { corrections as text } from "../messages/corrections.ts";
import { officePages } from "../messages/office-pages.ts";
import { officer } from "../messages/officer.ts";
import { CorrectionItem } from "./correction-item.tsx";

/** What people reported as wrong in their records and waits, due first at the top. */
export function CorrectionsView() {
  useTitle(officePages.corrections);
  const { data, failure, reload } = useLoad(readFirst);
  const [told, setTold] = useState("");
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{officePages.corrections}</Heading>
      <p class="lead">{text.lead}</p>
      <p role="status">{told}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <CorrectionList
          key={data.reading}
          first={data.answer}
          onAnswered={() => {
            setTold(text.sent);
            document.querySelector<HTMLElement>("h1")?.focus();
            reload();
          }}
        />
      )}
    </div>
  );
}

interface CorrectionListProps {
  readonly first: OfficerCorrectionsAnswer;
  readonly onAnswered: () => void;
}

function CorrectionList({ first, onAnswered }: CorrectionListProps) {
  const [pages, setPages] = useState([first]);
  const { failure, busy, run } = useReading();
  const items = pages.flatMap((page) => page.items);
  const cursor = pages.at(-1)?.cursor;
  const more = () =>
    run(async () => {
      const page = await call("GET /api/officer/corrections", { query: { cursor } });
      setPages([...pages, page]);
    });
  return (
    <section class="print-list" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{text.list}</h2>
      {cursor === undefined && <p role="status">{text.count(items.length)}</p>}
      <ul>
        {items.map((report) => (
          <CorrectionItem
            key={report.id}
            report={report}
            readOnly={first.readOnly === true}
            onAnswered={onAnswered}
          />
        ))}
      </ul>
      {failure && <FailureNotice failure={failure} retry={more} />}
      {cursor !== undefined && (
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={more}>
          {text.more}
        </button>
      )}
    </section>
  );
}

/** Counts the readings: what is read anew is shown anew. */
let readings = 0;

async function readFirst() {
  return { answer: await call("GET /api/officer/corrections"), reading: readings++ };
}
