import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/**
 * What was pressed is gone: once this is here, it takes the focus that was lost with it, and comes into view. A focus that is
 * elsewhere by now stays there.
 */
export function useLostFocus(box: RefObject<HTMLElement | null>, isHere: boolean): void {
  useLayoutEffect(() => {
    if (!isHere || document.activeElement !== document.body) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "nearest" });
  }, [isHere]);
}
