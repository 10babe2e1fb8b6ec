import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * The page's one main heading; takes the focus after a navigation. Where the address changed within the page, and what had the focus is gone with it,
 * it takes it too.
 */
export function Heading({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const address = useRef(location.search);
  useLayoutEffect(() => {
    if (address.current !== location.search && document.activeElement === document.body)
      heading.current?.focus();
    address.current = location.search;
  });
  return (
    <h1 tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
