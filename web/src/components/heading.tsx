import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** What the last heading stood at: a page that shows another part of itself may draw another heading. */
let known: string | undefined;

/**
 * The page's one main heading; takes the focus after a navigation. Where the address changed within the page, and what had the focus is gone with it,
 * it takes it too.
 */
export function Heading({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const { search } = location;
    if (known !== undefined && known !== search && document.activeElement === document.body)
      heading.current?.focus();
    known = search;
  });
  return (
    <h1 tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
