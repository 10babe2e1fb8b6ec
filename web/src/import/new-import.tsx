import { FailureNotice } from "../components/failure-notice.tsx";
import { useTitle } from "../components/use-title.ts";
import { common } from "../messages/common.ts";
import { imports as text } from "../messages/imports.ts";
import { StepTitle } from "../officer/step-title.tsx";
import { WayOut } from "../officer/way-out.tsx";
import { figure } from "./figures.ts";
import { FileChooser } from "./file-chooser.tsx";
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
      </>
    );
  return (
    <section class="chosen-file" aria-labelledby="file-title" key={state.step}>
      <StepTitle id="file-title">
        {state.step === "reading" ? text.reading : text.result}
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

function isBad(state: ChosenFile): boolean {
  if (state.step === "failed") return true;
  if (state.step !== "judged") return false;
  const { judgement } = state;
  return judgement.say === "unreadable" || (judgement.say === "judged" && !canGoOn(judgement));
}

function canGoOn({ summary }: Extract<Judged["judgement"], { say: "judged" }>): boolean {
  return summary.people > 0;
}

/** Told in thousands, so that a screen reader is not flooded. */
function Reading({ rows, leave }: { rows: number; leave: () => void }) {
  return (
    <>
      <progress aria-labelledby="file-title" />
      <p aria-hidden="true">{text.read(figure(rows))}</p>
      <p class="visually-hidden" role="status">
        {rows >= 5000 && text.read(figure(rows - (rows % 5000)))}
      </p>
      <WayOut leave={leave}>{common.cancel}</WayOut>
    </>
  );
}

type Failed = Extract<ChosenFile, { step: "failed" }>;

function Failed({ failure, again }: Failed & { readonly again: () => void }) {
  if (failure) return <FailureNotice failure={failure} retry={again} />;
  return <p class="notice notice-bad">{text.broken}</p>;
}

type Judged = Extract<ChosenFile, { step: "judged" }>;

function Judged({ judge, judgement }: Judged) {
  switch (judgement.say) {
    case "unreadable":
      return <p class="notice notice-bad">{text.unreadable}</p>;
    case "unsupported":
      return <p class="notice notice-info">{text.unsupported}</p>;
    case "judged":
      return (
        <JudgedFile judge={judge} summary={judgement.summary}>
          {null}
        </JudgedFile>
      );
  }
}
