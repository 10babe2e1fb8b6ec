import type { PrintAnswer, PrintListItem } from "#shared/print/print-answers.ts";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { DownloadFailure } from "../components/download-failure.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Icon } from "../components/icon.tsx";
import { useDownload } from "../components/use-download.ts";
import { print as text } from "../messages/print.ts";
import { useInstantText } from "../session/instant.tsx";
import { useFollowed } from "./use-followed.ts";

/** One print of the last day: what was asked for, how far it is, and at last its file. */
export function PrintItem({ item }: { item: PrintListItem }) {
  const { printId, kind, unitKerja, requestedAt, endsAt } = item;
  const {
    progress: print,
    failure,
    again,
  } = useFollowed<PrintAnswer>(printId, item, {
    read: () => call("GET /api/officer/prints/{printId}", { params: { printId } }),
    isDone: ({ state }) => state === "ready" || state === "failed",
  });
  const download = useDownload();
  const instantText = useInstantText();
  const file = fileAddress("GET /api/officer/prints/{printId}/pdf", { params: { printId } });
  return (
    <li class="panel print-item">
      <h3>{unitKerja}</h3>
      <p class="hint">{text.asked(instantText(requestedAt), ...whatIs(item))}</p>
      <div role="status">
        <Progress kind={kind} print={print} />
      </div>
      <LeftOut print={print} />
      {failure && <FailureNotice failure={failure} retry={again} />}
      {print.state === "ready" && (
        <>
          <p class="hint">{text.until(instantText(endsAt))}</p>
          <a class="button button-quiet" href={file} onClick={download.start}>
            <Icon name="download" /> {text.download}
          </a>
          <DownloadFailure failure={download.failure} />
        </>
      )}
    </li>
  );
}

function whatIs(item: PrintListItem): string[] {
  const { kind } = item;
  if (kind === "letters") return [text.kinds[kind]];
  return [text.shapes[item.shape], text.sheets[item.sheet]];
}

function Progress({ kind, print }: { kind: PrintListItem["kind"]; print: PrintAnswer }) {
  const { state, drawn, total, activated } = print;
  switch (state) {
    case "waiting":
      return <p class="notice notice-info">{text.waiting}</p>;
    case "drawing":
      return (
        <>
          <p>{text.drawing[kind](drawn, total)}</p>
          <progress max={total} value={drawn} aria-label={text.submit[kind]} />
        </>
      );
    case "ready":
      return <p class="notice notice-good">{text.ready[kind](drawn)}</p>;
    case "failed":
      if (kind === "letters" && total === 0 && activated > 0)
        return <p class="notice notice-info">{text.noLetters}</p>;
      return <p class="notice notice-warning">{text.failed}</p>;
  }
}

/** Who has no card or letter in the file, and why. */
function LeftOut({ print }: { print: PrintAnswer }) {
  const { withoutPhoto, withoutCard, activated, lacking } = print;
  const unnamed = withoutPhoto - lacking.length;
  return (
    <>
      {withoutPhoto > 0 && (
        <>
          <p>{text.withoutPhoto(withoutPhoto)}</p>
          {lacking.length > 0 && (
            <ul class="names">
              {lacking.map(({ id, name }) => (
                <li key={id} translate={false}>
                  {name}
                </li>
              ))}
              {unnamed > 0 && <li>{text.others(unnamed)}</li>}
            </ul>
          )}
        </>
      )}
      {withoutCard > 0 && <p>{text.withoutCard(withoutCard)}</p>}
      {activated > 0 && <p>{text.activated(activated)}</p>}
    </>
  );
}
