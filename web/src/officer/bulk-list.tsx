import { useRef, useState } from "preact/hooks";
import type { BulkChangeAnswer } from "#shared/bulk-change/bulk-change-answers.ts";
import { call } from "../api/member-client.ts";
import { Fact } from "../approval/old-and-new.tsx";
import { dayText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { bulkChanges as text } from "../messages/bulk-changes.ts";
import { officer } from "../messages/officer.ts";
import { saveFile } from "../save-file.ts";
import { AskSection } from "./ask-section.tsx";
import { changeWords } from "./bulk-change-words.ts";
import { askDraft } from "./form-draft.ts";
import { KeptForm } from "./kept-form.tsx";
import { peopleFile } from "./people-file.ts";
import { PeopleTable, type PersonRow } from "./people-table.tsx";
import { sourceText } from "./source-fields.tsx";
import { Told } from "./told.tsx";
import { useFollowed } from "./use-followed.ts";

interface BulkListProps {
  readonly list: BulkChangeAnswer;
  readonly reload: () => void;
}

/** Exactly who is meant and who is not, the way to ask for it, and afterwards how far it is. Long: markup, in the order of the page. */
export function BulkList({ list, reload }: BulkListProps) {
  const { bulkId, people, leftOut, isOwn, isAsked, progress } = list;
  const save = () => {
    const words = { headings: text.columns, unknown: text.unknown };
    const file = peopleFile([...people, ...leftOut].map(rowOf), words);
    saveFile(`${text.file}_${bulkId}.csv`, file);
  };
  const setAside = people.filter(({ decrees }) => decrees).length;
  const [isAsking, setAsking] = useState(false);
  const [told, setTold] = useState<string>();
  if (isAsking)
    return (
      <Ask
        list={list}
        leave={() => setAsking(false)}
        onAsked={(message) => {
          setAsking(false);
          setTold(message);
          reload();
        }}
      />
    );
  const mayAsk = isOwn && !isAsked && !progress && told === undefined && people.length > 0;
  return (
    <section class="panel">
      <Told message={told} />
      <Change list={list} />
      {progress ? (
        <Progress bulkId={bulkId} known={list} onEnd={reload} />
      ) : (
        isAsked && told === undefined && <p class="notice notice-info">{text.asked}</p>
      )}
      <h2>{people.length > 0 ? text.count(people.length) : text.nobody}</h2>
      {setAside > 0 && <p class="notice notice-warning">{text.setAside(setAside)}</p>}
      {people.length > 0 && <PeopleTable caption={text.who} rows={people.map(rowOf)} />}
      {mayAsk && (
        <button class="button" type="button" onClick={() => setAsking(true)}>
          {text.submit(people.length)}
        </button>
      )}
      {leftOut.length > 0 && (
        <>
          <h2>{text.leftOut(leftOut.length)}</h2>
          <PeopleTable caption={text.leftOut(leftOut.length)} rows={leftOut.map(rowOf)} />
        </>
      )}
      <button class="button button-quiet" type="button" onClick={save}>
        {text.save}
      </button>
    </section>
  );
}

function Change({ list: { change } }: Pick<BulkListProps, "list">) {
  const { field, to } = changeWords(change);
  return (
    <dl class="record-facts">
      <Fact term={field}>
        <ins translate={false}>{to}</ins>
      </Fact>
      {change.action === "suspend" && (
        <Fact term={text.approval.source}>
          <span translate={false}>{sourceText(change.source)}</span>
        </Fact>
      )}
    </dl>
  );
}

interface AskProps extends Pick<BulkListProps, "list"> {
  readonly leave: () => void;
  readonly onAsked: (message: string) => void;
}

function Ask({ list: { bulkId, people }, leave, onAsked }: AskProps) {
  return (
    <KeptForm draft={askDraft} id={`bulk ${bulkId}`}>
      {(begun) => (
        <AskSection
          begun={begun.reason}
          {...askDraft.way({ leave, onAsked })}
          id="bulk-ask-title"
          words={{
            ...{ title: text.askTitle, hint: text.askHint, reasonHint: text.reasonHint },
            ...{ submit: text.submit(people.length), done: text.asked },
          }}
          failures={text.failures}
          names={[]}
          check={() => []}
          ask={(_, { reason }) =>
            call("POST /api/accounts/bulk-changes/{bulkId}/ask", {
              params: { bulkId },
              body: { reason },
            })
          }
        />
      )}
    </KeptForm>
  );
}

interface ProgressProps {
  readonly bulkId: string;
  readonly known: BulkChangeAnswer;
  readonly onEnd: () => void;
}

/** Long: markup, in the order of the page. */
function Progress({ bulkId, known, onEnd }: ProgressProps) {
  const params = { bulkId };
  // The step that is being done when somebody stops it is still counted: it is over once two looks have found the same.
  const counted = useRef("");
  const following = useFollowed<BulkChangeAnswer, BulkChangeAnswer>(bulkId, known, {
    read: async () => {
      const read = await call("GET /api/accounts/bulk-changes/{bulkId}", { params });
      // Who was refused is in the list.
      if (read.progress?.state !== "running") onEnd();
      return read;
    },
    isDone: ({ progress }) => {
      const before = counted.current;
      counted.current = JSON.stringify(progress);
      const isStill = before === counted.current;
      return progress?.state === "done" || (progress?.state === "stopped" && isStill);
    },
  });
  const stopping = useReading();
  const stop = () =>
    stopping.run(async () => {
      await call("POST /api/accounts/bulk-changes/{bulkId}/stop", { params });
    });
  const { progress } = following.progress;
  const failure = following.failure ?? stopping.failure;
  return (
    <>
      <div role="status">{progress && <Standing progress={progress} />}</div>
      {progress?.state === "running" && known.isOwn && (
        <button
          class="button button-quiet"
          type="button"
          aria-disabled={stopping.busy}
          onClick={stop}
        >
          {text.stop}
        </button>
      )}
      {failure && (
        <FailureNotice failure={failure} retry={following.failure ? following.again : stop} />
      )}
    </>
  );
}

function Standing({
  progress: { state, done, unchanged, refused, total = 0 },
}: {
  readonly progress: NonNullable<BulkChangeAnswer["progress"]>;
}) {
  const looked = done + unchanged + refused;
  return (
    <>
      {state === "running" && (
        <>
          <p>{text.running(looked, total)}</p>
          <progress max={total} value={looked} aria-label={officer.bulk} />
        </>
      )}
      {state === "done" && <p class="notice notice-good">{text.done(done)}</p>}
      {state === "stopped" && (
        <p class="notice notice-warning">{text.stopped(done, total - looked)}</p>
      )}
      {state !== "running" && looked > done && <p>{text.refused(looked - done)}</p>}
    </>
  );
}

/** What a reason is called. */
const rowOf = ({
  why,
  decrees,
  ...row
}: Partial<BulkChangeAnswer["people"][number]>): PersonRow => ({
  ...row,
  why: why ? text.why[why] : decrees && text.decrees(decrees.map(dayText).join(", ")),
});
