import { useEffect, useRef } from "preact/hooks";

/**
 * From one part of a page to another the page stays, and the link that led there does not: then the heading has the focus.
 * @param part another text for each part
 */
export function useArrival(part: string): void {
  const before = useRef(part);
  useEffect(() => {
    if (before.current !== part) document.querySelector<HTMLElement>("h1")?.focus();
    before.current = part;
  }, [part]);
}
