import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { campaignForm as text } from "../messages/campaign-form.ts";

interface StepFrameProps {
  readonly step: 1 | 2 | 3 | 4;
  readonly title: string;
  readonly onBack?: () => void;
  /** In the place of a heading that had the focus. */
  readonly takesFocus?: boolean;
  readonly children: ComponentChildren;
}

/** A step of the form; its heading takes the focus when the step before it is done. */
export function StepFrame({ step, title, onBack, takesFocus = false, children }: StepFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (step > 1 || takesFocus) heading.current?.focus();
  }, [step]);
  return (
    <div class="narrow panel fills-screen">
      <p class="step-count">{text.step(step)}</p>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
      {onBack && (
        <p class="after-form">
          <button class="link-button" type="button" onClick={onBack}>
            {text.back}
          </button>
        </p>
      )}
    </div>
  );
}
