import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import { photo } from "../messages/photo.ts";
import { studio as text } from "../messages/studio.ts";
import type { MadePhoto } from "../photo/photo-memory.ts";
import { Findings } from "../photo/rule-list.tsx";
import { saveFile } from "../save-file.ts";
import { CardSketch } from "./card-sketch.tsx";
import type { CutOutcome } from "./cut-outcome.ts";
import { lackOfPerson } from "./cut-saying.tsx";
import type { Edits } from "./edits.ts";
import type { Step } from "./steps.ts";
import { ToolOffer } from "./tool-offer.tsx";
import type { StudioWork } from "./use-studio.ts";
import type { DrawnPhoto, JudgedPhoto } from "./worker-messages.ts";

interface CheckStepProps {
  readonly work: StudioWork;
  /** Leads to another picture. */
  readonly another: ComponentChildren;
  /** What becomes of the picture. */
  readonly told: ComponentChildren;
  readonly go: (step: Step) => void;
  readonly send: (photo: MadePhoto) => void;
}

/** What the judge will say, and the way to it. */
export function CheckStep(props: CheckStepProps) {
  const { drawn, judged, isDrawing } = props.work;
  if (!drawn || !judged || isDrawing)
    return (
      <p class="notice notice-info" role="status">
        {text.drawing}
      </p>
    );
  return <Result made={{ ...drawn, ...judged }} {...props} />;
}

/** Long: markup, in the order of the page. */
function Result(props: CheckStepProps & { readonly made: DrawnPhoto & JudgedPhoto }) {
  const { made, work, another, told, go, send } = props;
  const { png, outcome, isFromBusy } = made;
  const isNobody = outcome === "nobody";
  const address = useAddress(png);
  const isReady = outcome === "person" && !made.rules.some(({ verdict }) => verdict === "failed");
  const hasFaceTool = work.tools.states.face.step === "ready";
  const rules = made.rules.filter(({ verdict }) => hasFaceTool || verdict !== "unread");
  return (
    <>
      <h3>{text.result}</h3>
      <div class="stage">
        <img
          class="see-through"
          src={address}
          width={photoWidth}
          height={photoHeight}
          alt={text.resultAlt}
        />
      </div>
      <p class={`notice ${isReady ? "notice-good" : "notice-warning"}`} role="status">
        {isReady ? text.ready : lackOf(outcome, work.edits)}
        {isNobody && ` ${text.nobodyFix}`}
      </p>
      {outcome !== "person" && (
        <div class="button-row">
          {(["frame", "background"] as const).map((step) => (
            <button key={step} class="button button-quiet" type="button" onClick={() => go(step)}>
              {photo.toStep[step]}
            </button>
          ))}
          {another}
        </div>
      )}
      {!isNobody && (
        <div class="button-row">
          {/* What will be refused is not the next thing to send. */}
          <button
            class={isReady ? "button" : "button button-quiet"}
            type="button"
            onClick={() => send({ file: png, cutFromBusy: isFromBusy })}
          >
            {text.send}
          </button>
          <button
            class="button button-quiet"
            type="button"
            onClick={() => saveFile(text.fileName, png)}
          >
            {text.download}
          </button>
        </div>
      )}
      {rules.length > 0 && <Findings {...{ rules, go, another }} />}
      {!hasFaceTool && <p class="notice notice-info">{text.checkedLater}</p>}
      <ToolOffer tool="face" work={work} />
      {!isNobody && <CardSketch address={address} />}
      {told}
    </>
  );
}

/** What is said of a photo that will be refused. */
function lackOf(outcome: CutOutcome, edits: Edits): string {
  return outcome === "person" ? text.notYet : lackOfPerson(outcome, edits);
}

/** Where the page's pictures find a file that the page has made. */
function useAddress(file: Blob): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
