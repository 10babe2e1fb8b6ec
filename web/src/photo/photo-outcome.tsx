import { useLayoutEffect, useRef } from "preact/hooks";
import type { PhotoAnswer } from "#shared/photo/photo-answers.ts";
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import { fileAddress } from "../api/client.ts";
import { CardImage } from "../components/card-image.tsx";
import { type Failure, failureText } from "../forms/failure.ts";
import { photo as text } from "../messages/photo.ts";
import { RuleList } from "./rule-list.tsx";

/** What has come takes the focus, and with it the view, before it is painted: it says what to do next. */
function useArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return heading;
}

interface RefusedPhotoProps {
  readonly rules: readonly RuleOutcome[];
  readonly mend: () => void;
}

export function RefusedPhoto({ rules, mend }: RefusedPhotoProps) {
  const heading = useArrival();
  // Our failure, not the photo's: nothing is known of any rule.
  const isValidated = !rules.some(({ code }) => code === "not-judged");
  return (
    <section>
      <div class="notice notice-bad">
        <h2 ref={heading} tabIndex={-1}>
          {isValidated ? text.refused : text.notValidated}
        </h2>
        <p>{isValidated ? text.refusedText : text.notValidatedText}</p>
      </div>
      <p>
        <button class="button" type="button" onClick={mend}>
          {text.mend}
        </button>
      </p>
      {isValidated && <RuleList rules={rules} />}
    </section>
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
      <p>
        <button class="button" type="button" onClick={use}>
          {text.use}
        </button>
      </p>
      <RuleList rules={photo.rules} />
    </section>
  );
}
