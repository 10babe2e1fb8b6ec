import { useLayoutEffect, useRef } from "preact/hooks";
import { resetPage } from "../messages/reset-page.ts";

/** The heading of a step; takes the focus when the step before it is done. */
export function StepHeading({ step, children }: { step: 1 | 2 | 3; children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (step > 1) heading.current?.focus();
  }, [step]);
  return (
    <>
      <p class="step-count">{resetPage.step(step)}</p>
      <h1 tabIndex={-1} ref={heading}>
        {children}
      </h1>
    </>
  );
}
