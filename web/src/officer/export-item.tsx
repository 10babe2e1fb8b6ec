import { useState } from "preact/hooks";
import type { ExportAnswer } from "#shared/export/export-answers.ts";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { DownloadFailure } from "../components/download-failure.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Icon } from "../components/icon.tsx";
import { useDownload } from "../components/use-download.ts";
import { type Failure, failureOf } from "../forms/failure.ts";
import { accountLists } from "../messages/account-lists.ts";
import { exportTexts as text } from "../messages/export.ts";
import { useInstantText } from "../session/instant.tsx";
import { filterLine } from "./filter-words.ts";
import { useFollowed } from "./use-followed.ts";

interface ExportItemProps {
  readonly item: ExportAnswer;
  readonly ask: (large: ExportAnswer) => void;
}

/** One export: what was asked for, how far it is, and at last its file. Long: markup, in the order of the page. */
export function ExportItem({ item, ask }: ExportItemProps) {
  const { exportId: id, format, requestedAt } = item;
  const { progress, failure, again } = useFollowed<ExportAnswer>(id, item, {
    read: () => call("GET /api/officer/exports/{id}", { params: { id } }),
    isDone: ({ state }) => state !== "waiting" && state !== "writing",
  });
  const { prepare, refusal } = usePrepare(id, again);
  const instantText = useInstantText();
  const { state, unreadable, endsAt } = progress;
  return (
    <li class="panel print-item">
      <h3>
        <Filter {...item} />
      </h3>
      <p class="hint">{text.asked(instantText(requestedAt), text.formats[format])}</p>
      <div role="status">
        <p class={lookOf(state)}>{sentenceOf(progress)}</p>
      </div>
      {unreadable > 0 && <p>{text.unreadable(unreadable)}</p>}
      {failure && <FailureNotice failure={failure} retry={again} />}
      {refusal && <FailureNotice failure={refusal} retry={prepare} />}
      {state === "ready" && <Download id={id} endsAt={endsAt} />}
      {(state === "large" || state === "refused") && (
        <button class="button button-quiet" type="button" onClick={() => ask(progress)}>
          {text.ask}
        </button>
      )}
      {(state === "approved" || state === "failed") && (
        <>
          <p class="hint">{text.usableUntil(instantText(endsAt))}</p>
          <button class="button button-quiet" type="button" onClick={prepare}>
            {text.prepare}
          </button>
        </>
      )}
    </li>
  );
}

function Filter({ q, status, list, campaign, ...others }: ExportAnswer) {
  if (campaign)
    return (
      <>
        {text.campaign}: <span translate={false}>{campaign.title}</span>
      </>
    );
  if (list) return `${text.list}: ${accountLists.names[list]}`;
  return (
    <>
      {q === "" ? text.everyone : <span translate={false}>{q}</span>},{" "}
      {status ? text.statuses[status] : text.anyStatus}
      {filterLine(others) !== "" && <span translate={false}>, {filterLine(others)}</span>}
    </>
  );
}

function Download({ id, endsAt }: { readonly id: string; readonly endsAt: string }) {
  const download = useDownload();
  const instantText = useInstantText();
  const file = fileAddress("GET /api/officer/exports/{id}/file", { params: { id } });
  return (
    <>
      <p class="hint">{text.until(instantText(endsAt))}</p>
      <a class="button button-quiet" href={file} onClick={download.start}>
        <Icon name="download" /> {text.download}
      </a>
      <DownloadFailure failure={download.failure} />
    </>
  );
}

/** Has the file made, then follows it. */
function usePrepare(id: string, again: () => void) {
  const [refusal, setRefusal] = useState<Failure>();
  const prepare = () => {
    setRefusal(undefined);
    call("POST /api/officer/exports/{id}/prepare", { params: { id } }).then(again, (error) =>
      setRefusal(failureOf(error)),
    );
  };
  return { prepare, refusal };
}

function lookOf(state: ExportAnswer["state"]): string {
  if (state === "ready" || state === "approved") return "notice notice-good";
  return state === "failed" || state === "refused" ? "notice notice-warning" : "notice notice-info";
}

function sentenceOf({ state, written, total = 0 }: ExportAnswer): string {
  switch (state) {
    case "waiting":
      return text.waiting;
    case "writing":
      return text.writing(written);
    case "ready":
      return text.ready(written);
    case "failed":
      return text.failed;
    case "large":
      return text.large(total);
    case "asked":
      return text.waitsForAnswer(total);
    case "refused":
      return text.refused;
    case "approved":
      return text.approved;
  }
}
