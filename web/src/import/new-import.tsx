import type { SpreadsheetFormat } from "#shared/import/write-spreadsheet.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useTitle } from "../components/use-title.ts";
import { common } from "../messages/common.ts";
import { imports as text } from "../messages/imports.ts";
import { StepTitle } from "../officer/step-title.tsx";
import { WayOut } from "../officer/way-out.tsx";
import { figure } from "./figures.ts";
import { FileButton } from "./file-button.tsx";
import { FileChooser } from "./file-chooser.tsx";
import { FileWorker } from "./file-worker.ts";
import { JudgedFile } from "./judged-file.tsx";
import { type ChosenFile, useChosenFile } from "./use-chosen-file.ts";

/** From the choice of a file to its judgement on this device. */
export function NewImport() {
  const { state, choose, leave, again } = useChosenFile();
  useTitle(common.pages.imports, isBad(state));
  if (state.step === "none")
    return (
      <>
        <p class="lead">{text.lead}</p>
        <FileChooser choose={choose} />
        <Templates />
      </>
    );
  return (
    <section aria-labelledby="file-title" key={state.step}>
      <StepTitle id="file-title">
        {titles[state.step]}
        <bdi class="file-name" translate={false}>
          {state.name}
        </bdi>
      </StepTitle>
      {state.step === "reading" && <Reading rows={state.rows} leave={leave} />}
      {state.step === "failed" && <Failed {...state} again={again} />}
      {state.step === "judged" && <Judged {...state} />}
      {state.step !== "reading" && <FileChooser isQuiet choose={choose} />}
    </section>
  );
}

const titles: Readonly<Record<Exclude<ChosenFile["step"], "none">, string>> = {
  reading: text.reading,
  judged: text.result,
  failed: text.result,
};

/** The bytes to send; undefined when nobody could be taken of them. */
function fileOf(state: ChosenFile): Blob | undefined {
  if (state.step !== "judged" || state.judgement.say === "unreadable") return undefined;
  const { judgement } = state;
  return judgement.say === "judged" && judgement.summary.people === 0 ? undefined : judgement.file;
}

function isBad(state: ChosenFile): boolean {
  return state.step === "failed" || (state.step === "judged" && fileOf(state) === undefined);
}

/** Files to fill in, made on this device. */
function Templates() {
  return (
    <section aria-labelledby="templates-title">
      <h2 id="templates-title">{text.templates}</h2>
      <p class="button-row">
        {formats.map((format) => (
          <FileButton
            key={format}
            label={text.template[format]}
            name={`${text.templateFile}.${format}`}
            make={() => template(format)}
          />
        ))}
      </p>
    </section>
  );
}

const formats = ["xlsx", "csv"] as const satisfies readonly SpreadsheetFormat[];

async function template(format: SpreadsheetFormat): Promise<Blob> {
  const worker = new FileWorker();
  try {
    return await worker.template(format);
  } finally {
    worker.end();
  }
}

/** Told in thousands, so that a screen reader is not flooded. */
function Reading({ rows, leave }: { rows: number; leave: () => void }) {
  return (
    <>
      <progress aria-labelledby="file-title" />
      <p aria-hidden="true">{text.read(figure(rows))}</p>
      <p class="visually-hidden" role="status">
        {rows >= toldRows && text.read(figure(rows - (rows % toldRows)))}
      </p>
      <WayOut leave={leave}>{common.cancel}</WayOut>
    </>
  );
}

const toldRows = 5000;

type Failed = Extract<ChosenFile, { step: "failed" }>;

function Failed({ failure, again }: Failed & { readonly again: () => void }) {
  if (failure) return <FailureNotice failure={failure} retry={again} />;
  return <p class="notice notice-bad">{text.broken}</p>;
}

type Judged = Extract<ChosenFile, { step: "judged" }>;

function Judged({ name, worker, judgement }: Judged) {
  switch (judgement.say) {
    case "unreadable":
      return <p class="notice notice-bad">{text.unreadable}</p>;
    case "unsupported":
      return <p class="notice notice-info">{text.unsupported}</p>;
    case "judged":
      return (
        <JudgedFile worker={worker} name={name} summary={judgement.summary}>
          {null}
        </JudgedFile>
      );
  }
}
