import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { FailureNotice } from "../components/failure-notice.tsx";
import { lazyPart } from "../lazy-page.ts";
import { studio as text } from "../messages/studio.ts";
import type { Keeping, MadePhoto, PhotoMemory } from "../photo/photo-memory.ts";
import { BackgroundStep } from "./background-step.tsx";
import type { Edits } from "./edits.ts";
import { FrameStep } from "./frame-step.tsx";
import { canDraw } from "./photo-worker.ts";
import { type Step, steps } from "./steps.ts";
import { stepLeft, useStep, wasHere } from "./use-step.ts";
import { type StudioWork, useStudio } from "./use-studio.ts";

/** It comes while a picture is framed: the first view is small, and who is without a link by then has it all the same. */
const CheckStep = lazyPart(() => import("./check-step.tsx").then((part) => part.CheckStep));

interface StudioProps {
  readonly file: Blob;
  /** It was left here before, and not chosen now. */
  readonly isFound: boolean;
  /** The page above has something to say first. */
  readonly staysBelow?: boolean;
  /** Where it begins, when something is to be mended. */
  readonly at?: Step | undefined;
  readonly keeping: Keeping;
  readonly step: PhotoMemory["step"];
  readonly begun: Edits | undefined;
  readonly onEdit: (edits: Edits) => void;
  /** Leads to another picture. */
  readonly another: ComponentChildren;
  readonly send: (photo: MadePhoto) => void;
}

/** Makes a conforming photo of any picture, on the device. */
export function Studio({ isFound, staysBelow, ...parts }: StudioProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isFoundTold, setFoundTold] = useState(isFound);
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
    // Who has just chosen a picture sees it, and who has loaded the page anew goes on; of one from another day, the page speaks first.
    if (!staysBelow && (!isFound || wasHere(parts.step))) heading.current?.scrollIntoView();
  }, []);
  return (
    <section class="studio" aria-labelledby="studio-title">
      <h2 id="studio-title" ref={heading} tabIndex={-1}>
        {text.title}
      </h2>
      {isFoundTold && <p class="notice notice-info">{text.kept}</p>}
      {canDraw() ? (
        <Work isFound={isFound} {...parts} onStep={() => setFoundTold(false)} />
      ) : (
        <p class="notice notice-warning">{text.cannotDraw}</p>
      )}
    </section>
  );
}

interface WorkProps extends Omit<StudioProps, "staysBelow"> {
  /** Somebody has gone to another step. */
  readonly onStep: () => void;
}

function Work({ another, send, isFound, at, keeping, step, onStep, ...parts }: WorkProps) {
  const work = useStudio(parts);
  const { state } = work;
  switch (state.step) {
    case "opening":
      return (
        <p class="notice notice-info" role="status">
          {text.opening}
        </p>
      );
    case "not-opened":
      return (
        <p class="notice notice-bad" role="alert">
          {text.problems[state.problem]}
        </p>
      );
    case "failed":
      return <Failed work={work} />;
    case "open":
      return (
        <Steps
          {...{ work, another, send, isFound, at, keeping, onStep }}
          left={step}
          picture={state.picture}
        />
      );
  }
}

function Failed({ work }: { work: StudioWork }) {
  const failure = work.state.step === "failed" ? work.state.failure : undefined;
  if (failure) return <FailureNotice failure={failure} retry={work.again} />;
  return (
    <div class="notice notice-bad" role="alert">
      <p>{text.failed}</p>
      <button class="button button-quiet" type="button" onClick={work.again}>
        {text.again}
      </button>
    </div>
  );
}

interface StepsProps
  extends Pick<WorkProps, "isFound" | "at" | "keeping" | "another" | "send" | "onStep"> {
  readonly work: StudioWork;
  readonly picture: ImageBitmap;
  /** The step in which it was left. */
  readonly left: StudioProps["step"];
}

/** Long: markup, in the order of the page. */
function Steps(props: StepsProps) {
  const { work, picture, another, send, isFound, at, keeping, left, onStep } = props;
  const { step, go, isLed } = useStep(at ?? (isFound ? stepLeft(left) : "frame"), left);
  const choice = useRef<HTMLDivElement>(null);
  useEffect(() => void CheckStep.preload(), []);
  useEffect(() => {
    if (step !== "frame") void work.draw();
  }, [step]);
  // The button that led on is gone with its step.
  useLayoutEffect(() => {
    if (!isLed()) return;
    choice.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    onStep();
  }, [step]);
  const told = (
    <>
      <p>{text.lead}</p>
      {keeping !== "never" && <HowLong keeping={keeping} />}
    </>
  );
  return (
    <>
      <fieldset>
        <legend class="visually-hidden">{text.steps}</legend>
        <div class="choice studio-steps" ref={choice}>
          {steps.map((each) => (
            <button key={each} type="button" aria-pressed={each === step} onClick={() => go(each)}>
              {text[each]}
            </button>
          ))}
        </div>
      </fieldset>
      {step === "frame" && (
        <FrameStep {...{ work, picture, another, told }} next={() => go("background")} />
      )}
      {step === "background" && (
        <BackgroundStep {...{ work, picture, another, told }} next={() => go("check")} />
      )}
      {step === "check" && <CheckStep {...{ work, another, go, send, told }} />}
    </>
  );
}

/** How long the work stays. A browser may refuse late: both sentences have their room from the start, and nothing moves. */
function HowLong({ keeping }: Pick<StudioProps, "keeping">) {
  return (
    <div class="either" role="status">
      <p data-is={keeping === "until-logout"}>{text.untilLogout}</p>
      <p class="notice notice-warning" data-is={keeping === "refused"}>
        {text.notKept}
      </p>
    </div>
  );
}
