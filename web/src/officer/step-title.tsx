import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface StepTitleProps {
  readonly id: string;
  /** It stands in the middle of a page, under a heading of its own: the page goes there, not to its top. */
  readonly isPart?: boolean;
  readonly children: ComponentChildren;
}

/** The heading of what has just come in place of something else: it takes the focus, and all below it comes into view. */
export function StepTitle({ id, isPart = false, children }: StepTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // In the same turn as the form below it: who types at once must not lose the focus.
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
    (isPart ? heading.current : document.body)?.scrollIntoView();
  }, []);
  return (
    <h2 id={id} tabIndex={-1} ref={heading}>
      {children}
    </h2>
  );
}
