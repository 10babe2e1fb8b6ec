import { useCallback, useLayoutEffect, useRef } from "preact/hooks";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { DownloadFailure } from "../components/download-failure.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Icon } from "../components/icon.tsx";
import { useDownload } from "../components/use-download.ts";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { importDetail as text } from "../messages/import-detail.ts";
import { imports } from "../messages/imports.ts";
import { useFollowed } from "../officer/use-followed.ts";
import type { ImportAnswer } from "./answers.ts";
import { AskForm } from "./ask-form.tsx";
import { BroughtBy } from "./brought-by.tsx";
import type { DifferencePart } from "./difference-part.ts";
import { figure } from "./figures.ts";
import { importFollowed } from "./follow-import.ts";
import { ImportDifference } from "./import-difference.tsx";
import { ImportNotice } from "./import-notice.tsx";
import { PagedTable } from "./paged-table.tsx";
import { problemColumns, refusedColumns } from "./problem-columns.tsx";
import { sentenceOf } from "./problem-text.ts";
import { StopButton } from "./stop-button.tsx";

/** One import, from the arrival of its file to the last person. Long: markup, in the order of the page. */
export function ImportView({ id, part }: { id: string; part: DifferencePart }) {
  const { progress: found, failure, again } = useFollowed(id, undefined, importFollowed(id));
  const standing = useRef<HTMLDivElement>(null);
  // Its room only grows: what is below stands still while the import goes on.
  useLayoutEffect(() => {
    const box = standing.current;
    if (box) box.style.minHeight = `${box.offsetHeight}px`;
  });
  const hasActed = useRef(false);
  // What was pressed is gone: reading goes on at what has come of it.
  useLayoutEffect(() => {
    if (hasActed.current) standing.current?.focus();
    hasActed.current = false;
  }, [found?.state]);
  const goOn = () => {
    hasActed.current = true;
    again();
  };
  return (
    <>
      <p>
        <a href={href("/petugas/impor")}>{text.toList}</a>
      </p>
      {failure && <FailureNotice failure={failure} retry={again} />}
      {!found && !failure && <p role="status">{common.loading}</p>}
      {found && (
        <>
          <h2 translate={false}>{found.fileName}</h2>
          <BroughtBy {...found} />
          <div tabIndex={-1} ref={standing}>
            <div role="status">
              <ImportNotice found={found} />
            </div>
            {found.may.includes("stop") && <StopButton id={id} onStopped={goOn} />}
          </div>
          {isJudged(found) && <Judged found={found} part={part} onAsked={goOn} />}
          {found.state === "refused" && <Refusal id={id} />}
        </>
      )}
    </>
  );
}

/** Whether what was found in the file is there. */
function isJudged({ state }: ImportAnswer): boolean {
  return !["uploading", "judging", "refused"].includes(state);
}

interface JudgedProps {
  readonly found: ImportAnswer;
  readonly part: DifferencePart;
  readonly onAsked: () => void;
}

function Judged({ found, part, onAsked }: JudgedProps) {
  const { counts, may, progress } = found;
  return (
    <>
      <dl class="record-facts">
        {countNames.map((name) => (
          <div key={name}>
            <dt>{text.counts[name]}</dt>
            <dd class="number">{figure(counts[name])}</dd>
          </div>
        ))}
      </dl>
      {counts.errors + counts.warnings > 0 && (
        <p>
          <a href="#judged-title">{text.toProblems(figure(counts.errors + counts.warnings))}</a>
        </p>
      )}
      {progress && progress.refused > 0 && <Problems found={found} of="applied" />}
      {may.includes("ask") && <AskForm found={found} onAsked={onAsked} />}
      <ImportDifference {...found} part={part} />
      {counts.errors + counts.warnings > 0 && <Problems found={found} of="judged" />}
    </>
  );
}

const countNames = [
  ...(["new", "changed", "unchanged", "gone", "rowsWithErrors", "warnings"] as const),
];

/** Why nothing of the file could be read. */
function Refusal({ id }: { id: string }) {
  const load = useCallback(
    () => call("GET /api/officer/imports/{id}/problems", { params: { id } }),
    [id],
  );
  const { data, failure, reload } = useLoad(load);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {data?.items.map((problem) => (
        <p key={problem.code}>{imports.refused(sentenceOf(problem))}</p>
      ))}
    </>
  );
}

interface ProblemsProps {
  readonly found: ImportAnswer;
  /** What the file's judgement found, or who was refused when it was applied. */
  readonly of: "judged" | "applied";
}

function Problems({ found: { id, counts, marked, progress }, of }: ProblemsProps) {
  // The file back tells of both: it stands once, with what is read first.
  const part = progress && progress.refused > 0 ? "applied" : "judged";
  const read = useCallback(
    (from: string | undefined) =>
      call("GET /api/officer/imports/{id}/problems", { params: { id }, query: { part: of, from } }),
    [id, of],
  );
  const title = of === "applied" ? text.appliedProblems : text.judgedProblems;
  const total = of === "applied" ? (progress?.refused ?? 0) : counts.errors + counts.warnings;
  return (
    <section class="panel print-list" aria-labelledby={`${of}-title`}>
      <h3 id={`${of}-title`}>{title}</h3>
      <PagedTable
        caption={title}
        columns={of === "applied" ? refusedColumns : problemColumns}
        read={read}
        total={total}
      />
      {of === part && <MarkedFile id={id} marked={marked} />}
    </section>
  );
}

function MarkedFile({ id, marked }: Pick<ImportAnswer, "id" | "marked">) {
  const download = useDownload();
  if (marked !== "ready") return <p class="hint">{text.fileInTheMaking}</p>;
  const address = fileAddress("GET /api/officer/imports/{id}/file", { params: { id } });
  return (
    <>
      <p>
        <a class="button button-quiet" href={address} onClick={download.start}>
          <Icon name="download" /> {text.file}
        </a>
      </p>
      <DownloadFailure failure={download.failure} />
    </>
  );
}
