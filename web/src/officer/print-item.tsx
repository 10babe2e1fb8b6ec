import type { PrintAnswer, PrintListItem } from "#shared/print/print-answers.ts";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { DownloadFailure } from "../components/download-failure.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Icon } from "../components/icon.tsx";
import { useDownload } from "../components/use-download.ts";
import { useReading } from "../components/use-reading.ts";
import { href } from "../language.ts";
import { print as text } from "../messages/print.ts";
import { useInstantText } from "../session/instant.tsx";
import { addressOf, everybody } from "./list-place.ts";
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
    isDone: ({ state }) => state === "ready" || state === "failed" || state === "stopped",
  });
  const instantText = useInstantText();
  const isInParts = print.parts.length > 1;
  return (
    <li class="panel print-item">
      <h3>{unitKerja ?? text.marked(print.total)}</h3>
      <p class="hint">
        {text.asked(instantText(requestedAt), ...whatIs(item))}{" "}
        {unitKerja !== undefined && (
          <a href={href(addressOf({ ...everybody, unit: unitKerja, status: "active" }))}>
            {text.people}
          </a>
        )}
      </p>
      <div role="status">
        <Progress kind={kind} print={print} />
      </div>
      <LeftOut print={print} />
      {failure && <FailureNotice failure={failure} retry={again} />}
      {print.parts.some(({ drawn = 0 }) => drawn > 0) && (
        <p class="hint">{text.until(instantText(endsAt))}</p>
      )}
      {isInParts ? (
        <Parts item={item} parts={print.parts} />
      ) : (
        print.state === "ready" && <File printId={printId} part={1} label={text.download} />
      )}
      <Turn printId={printId} print={print} again={again} />
    </li>
  );
}

interface FileProps {
  readonly printId: string;
  /** From 1. */
  readonly part: number;
  readonly label: string;
}

function File({ printId, part, label }: FileProps) {
  const download = useDownload();
  const query = part === 1 ? {} : { part: String(part) };
  const file = fileAddress("GET /api/officer/prints/{printId}/pdf", { params: { printId }, query });
  return (
    <>
      <a class="button button-quiet" href={file} onClick={download.start}>
        <Icon name="download" /> {label}
      </a>
      <DownloadFailure failure={download.failure} />
    </>
  );
}

function Parts({ item, parts }: { item: PrintListItem; parts: PrintAnswer["parts"] }) {
  const { printId, kind } = item;
  return (
    <>
      <h4>{text.partsTitle}</h4>
      <ol>
        {parts.map(({ people, from, to, drawn }, place) => (
          // A part is its place.
          <li key={place}>
            {text.part[kind](from, to, drawn ?? people)}{" "}
            {drawn ? (
              <File printId={printId} part={place + 1} label={text.partDrawn(place + 1)} />
            ) : (
              <span class="hint">{drawn === 0 ? text.partEmpty : text.partToCome}</span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Stops what is being printed, or lets go on what is left of it. */
function Turn({
  printId,
  print,
  again,
}: {
  printId: string;
  print: PrintAnswer;
  again: () => void;
}) {
  const turning = useReading();
  const { state, parts } = print;
  const turn = (route: "stop" | "resume") =>
    turning.run(async () => {
      await call(`POST /api/officer/prints/{printId}/${route}`, { params: { printId } });
      again();
    });
  const isGoing = state === "waiting" || state === "drawing";
  const isLeft = state === "stopped" || (state === "failed" && parts.length > 1);
  return (
    <>
      {(isGoing || isLeft) && (
        <button
          class="button button-quiet"
          type="button"
          aria-disabled={turning.busy}
          onClick={() => turn(isGoing ? "stop" : "resume")}
        >
          {isGoing ? text.stop : text.resume}
        </button>
      )}
      {turning.failure && (
        <FailureNotice failure={turning.failure} retry={() => turn(isGoing ? "stop" : "resume")} />
      )}
    </>
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
    case "stopped":
      return <p class="notice notice-info">{text.stopped}</p>;
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
