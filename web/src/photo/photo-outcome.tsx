import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { PhotoAnswer } from "#shared/photo/photo-answers.ts";
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import { fileAddress } from "../api/client.ts";
import { CardImage } from "../components/card-image.tsx";
import { type Failure, failureText } from "../forms/failure.ts";
import { photo as text } from "../messages/photo.ts";
import { firstStepFor, type Step } from "../studio/steps.ts";
import { Findings, RuleList } from "./rule-list.tsx";

/** What has come takes the focus, and with it the view, before it is painted: it says what to do next. */
function useArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return heading;
}

interface RefusedPhotoProps {
  readonly rules: readonly RuleOutcome[];
  readonly mend: (step: Step) => void;
  /** Sends it once more. */
  readonly again: () => void;
  /** Leads to another picture. */
  readonly another: ComponentChildren;
}

export function RefusedPhoto({ rules, mend, again, another }: RefusedPhotoProps) {
  const heading = useArrival();
  const isValidated = wasJudged(rules);
  return (
    <section>
      <div class="notice notice-bad">
        <h2 ref={heading} tabIndex={-1}>
          {isValidated ? text.refused : text.notValidated}
        </h2>
        <p>{isValidated ? text.refusedText : text.notValidatedText}</p>
      </div>
      <WaysOn {...{ rules, mend, again, another }} />
    </section>
  );
}

/** Otherwise it is our failure, not the photo's: nothing is known of any rule. */
export function wasJudged(rules: readonly RuleOutcome[]): boolean {
  return !rules.some(({ code }) => code === "not-judged");
}

/** What is done about a photo that was not accepted. */
export function WaysOn({ rules, mend, again, another }: RefusedPhotoProps) {
  if (!wasJudged(rules)) return <MainButton act={again}>{text.sendAgain}</MainButton>;
  const step = firstStepFor(rules);
  return (
    <>
      {step && <MainButton act={() => mend(step)}>{text.mend}</MainButton>}
      <Findings {...{ rules, another }} go={mend} />
    </>
  );
}

interface MainButtonProps {
  readonly act: () => void;
  readonly children: ComponentChildren;
}

/** The next thing to do. */
function MainButton({ act, children }: MainButtonProps) {
  return (
    <p>
      <button class="button" type="button" onClick={act}>
        {children}
      </button>
    </p>
  );
}

interface AcceptedPhotoProps {
  readonly photo: PhotoAnswer;
  readonly failure: Failure | undefined;
  /** That it may not be the one that people want. */
  readonly warning: string | undefined;
  readonly use: () => void;
}

/** The card as it would look, in both shapes, before anything changes (K-12, K-13). */
export function AcceptedPhoto({ photo, failure, warning, use }: AcceptedPhotoProps) {
  const heading = useArrival();
  return (
    <section>
      <div class="notice notice-good">
        <h2 ref={heading} tabIndex={-1}>
          {text.accepted}
        </h2>
        <p>{text.acceptedText}</p>
      </div>
      {warning && <p class="notice notice-warning">{warning}</p>}
      <div class="previews">
        {(["portrait", "landscape"] as const).map((shape) => (
          <CardImage
            key={shape}
            src={fileAddress("GET /api/me/photos/{photoId}/preview/{face}", {
              params: { photoId: photo.photoId, face: `front-${shape}` },
            })}
            alt={text.previewAlt(text[shape])}
            shape={shape}
          />
        ))}
      </div>
      {failure && (
        <p class="notice notice-warning" role="alert">
          {failureText(failure)}
        </p>
      )}
      <MainButton act={use}>{text.use}</MainButton>
      <RuleList rules={photo.rules} />
    </section>
  );
}
