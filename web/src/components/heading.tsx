import type { ComponentChildren } from "preact";

/** The page's one main heading; takes the focus after a navigation. */
export function Heading({ children }: { children: ComponentChildren }) {
  return <h1 tabIndex={-1}>{children}</h1>;
}
