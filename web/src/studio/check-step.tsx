import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import { photo as photoText } from "../messages/photo.ts";
import { studio as text } from "../messages/studio.ts";
import { studioFixes } from "../messages/studio-fixes.ts";
import { RuleList } from "../photo/rule-list.tsx";
import { saveFile } from "../save-file.ts";
import { CardSketch } from "./card-sketch.tsx";
import { type Step, stepFor } from "./steps.ts";
import { ToolOffer } from "./tool-offer.tsx";
import type { StudioWork } from "./use-studio.ts";
import type { DrawnPhoto } from "./worker-messages.ts";

interface CheckStepProps {
  readonly work: StudioWork;
  /** Leads to another picture. */
  readonly another: ComponentChildren;
  readonly go: (step: Step) => void;
  readonly send: (png: Blob) => void;
}

/** What the judge will say, and the way to it. */
export function CheckStep(props: CheckStepProps) {
  const { drawn, isDrawing } = props.work;
  if (!drawn || isDrawing)
    return (
      <p class="notice notice-info" role="status">
        {text.drawing}
      </p>
    );
  return <Result drawn={drawn} {...props} />;
}

/** Long: markup, in the order of the page. */
function Result(props: CheckStepProps & { readonly drawn: DrawnPhoto }) {
  const { drawn, work, another, go, send } = props;
  const address = useAddress(drawn.png);
  const isReady = !drawn.rules.some(({ verdict }) => verdict === "failed");
  const hasFaceTool = work.tools.states.face.step === "ready";
  return (
    <>
      <h3>{text.result}</h3>
      <div class="stage">
        <img src={address} width={photoWidth} height={photoHeight} alt={text.resultAlt} />
      </div>
      <p class={`notice ${isReady ? "notice-good" : "notice-warning"}`} role="status">
        {isReady ? text.ready : text.notYet}
      </p>
      <div class="button-row">
        <button class="button" type="button" onClick={() => send(drawn.png)}>
          {text.send}
        </button>
        <button
          class="button button-quiet"
          type="button"
          onClick={() => saveFile(text.fileName, drawn.png)}
        >
          {text.download}
        </button>
      </div>
      <RuleList
        rules={drawn.rules.filter(({ verdict }) => hasFaceTool || verdict !== "unread")}
        fixes={fixes}
        way={(code) => <WayToMend step={stepFor(code)} go={go} />}
      />
      {!drawn.rules.every(isMendedHere) && <p>{another}</p>}
      {!hasFaceTool && <p class="notice notice-info">{text.checkedLater}</p>}
      <ToolOffer tool="face" work={work} />
      <CardSketch address={address} />
    </>
  );
}

const fixes = { ...photoText.fixes, ...studioFixes };

/** What failed, by one of the steps; else only another photo helps. */
function isMendedHere({ verdict, code }: RuleOutcome): boolean {
  return verdict !== "failed" || stepFor(code) !== undefined;
}

interface WayToMendProps extends Pick<CheckStepProps, "go"> {
  readonly step: Step | undefined;
}

function WayToMend({ step, go }: WayToMendProps) {
  if (!step) return null;
  return (
    <p>
      <button class="button button-quiet" type="button" onClick={() => go(step)}>
        {text.toStep[step]}
      </button>
    </p>
  );
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
