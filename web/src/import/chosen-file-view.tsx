import { FailureNotice } from "../components/failure-notice.tsx";
import { common } from "../messages/common.ts";
import { imports as text } from "../messages/imports.ts";
import { StepTitle } from "../officer/step-title.tsx";
import { WayOut } from "../officer/way-out.tsx";
import { canBeSent } from "./can-be-sent.ts";
import { figure } from "./figures.ts";
import { JudgedFile } from "./judged-file.tsx";
import { SendingView } from "./sending-view.tsx";
import type { ChosenFile } from "./use-chosen-file.ts";
import type { Sending } from "./use-sending.ts";

interface ChosenFileViewProps {
  readonly state: Exclude<ChosenFile, { step: "none" }>;
  readonly sending: Sending;
  readonly send: () => void;
  readonly cancel: () => void;
  readonly again: () => void;
  readonly leave: () => void;
}

/** What is known of the chosen file, and what can be done with it; each step begins with its title. */
export function ChosenFileView(props: ChosenFileViewProps) {
  const { state, sending, send, cancel, again, leave } = props;
  const isSending = state.step === "judged" && sending.step !== "none";
  const step = isSending ? "sending" : state.step;
  return (
    <section aria-labelledby="file-title" key={step}>
      <StepTitle id="file-title">{titles[step]}</StepTitle>
      <p class="hint">
        <bdi translate={false}>{state.name}</bdi>
      </p>
      {state.step === "reading" && <Reading rows={state.rows} leave={leave} />}
      {state.step === "failed" && <Failed {...state} again={again} />}
      {isSending && <SendingView state={sending} again={send} cancel={cancel} />}
      {state.step === "judged" && !isSending && <Judged {...state} send={send} />}
    </section>
  );
}

const titles: Readonly<Record<Exclude<ChosenFile["step"], "none"> | "sending", string>> = {
  ...{ reading: text.reading, sending: text.sendingTitle },
  ...{ judged: text.result, failed: text.result },
};

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

function Judged({ name, worker, judgement, send }: Judged & { readonly send: () => void }) {
  switch (judgement.say) {
    case "unreadable":
      return <p class="notice notice-bad">{text.unreadable}</p>;
    case "unsupported":
      return (
        <>
          <p class="notice notice-info">{text.unsupported}</p>
          <Send send={send} />
        </>
      );
    case "judged":
      return (
        <JudgedFile worker={worker} name={name} summary={judgement.summary}>
          {canBeSent(judgement) && <Send send={send} />}
        </JudgedFile>
      );
  }
}

function Send({ send }: { send: () => void }) {
  return (
    <div class="field">
      <button class="button" type="button" onClick={send}>
        {text.send}
      </button>
      <p class="hint">{text.sendHint}</p>
    </div>
  );
}
