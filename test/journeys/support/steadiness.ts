/** Whether a page stands still while it fills. Code that runs in the page is text, as in inspection.ts. */
import type { BrowserContext, Page } from "playwright-core";

/** Most that what is seen may move in one view: a fifth of what web.dev's "Cumulative Layout Shift" calls good. */
const mostShift = 0.02;

interface Shift {
  readonly value: number;
  /** What moved, or pushed. */
  readonly sources: readonly string[];
}

/**
 * From now on each page of the visitor notes what moves by itself, from its first frame. What moves in the half second after
 * a touch or a key is not counted (the standard's `hadRecentInput`), nor what comes with the focus: an answer that takes the
 * focus leads its reader there, however late it comes. A navigation within the page begins anew.
 */
export async function watchShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(`(() => {
    const withFocusMs = 100;
    let focusedAt = -Infinity;
    // When the frame that shows the focus has ended: on a busy machine later than any number of milliseconds.
    let shownAt = -Infinity;
    globalThis.layoutShifts = [];
    addEventListener("focusin", () => {
      const at = performance.now();
      focusedAt = at;
      shownAt = Infinity;
      globalThis.layoutShifts = globalThis.layoutShifts.filter((shift) => shift.at < at - withFocusMs);
      requestAnimationFrame(() => requestAnimationFrame(() => {
        if (focusedAt === at) shownAt = performance.now();
      }));
    });
    const { pushState } = History.prototype;
    History.prototype.pushState = function (...state) {
      globalThis.layoutShifts = [];
      return pushState.apply(this, state);
    };
    const boxOf = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
    const moved = ({ node, previousRect, currentRect }) =>
      (node?.outerHTML ?? node?.textContent ?? "something gone").slice(0, 70) +
      " from " + boxOf(previousRect) + " to " + boxOf(currentRect);
    new PerformanceObserver((list) => {
      for (const { startTime: at, value, hadRecentInput, sources } of list.getEntries())
        if (!hadRecentInput && (at < focusedAt - withFocusMs || at > Math.max(focusedAt + withFocusMs, shownAt)))
          globalThis.layoutShifts.push({ at, value, sources: sources.map(moved) });
    }).observe({ type: "layout-shift", buffered: true });
  })()`);
}

/** What moved since the page was opened or last asked, when it was more than a page may. */
export async function shiftFaults(page: Page): Promise<string[]> {
  // The observer hears of a frame after the frame.
  const shifts: Shift[] = await page.evaluate(`new Promise((answer) =>
    requestAnimationFrame(() => setTimeout(() => answer(globalThis.layoutShifts.splice(0)), 50)))`);
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  if (sum <= mostShift) return [];
  return [`moved by ${sum.toFixed(3)}: ${shifts.flatMap(({ sources }) => sources).join(" | ")}`];
}
