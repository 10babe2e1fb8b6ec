/** What a page is held to. Code that runs in the page is text: the tests' types know Node, not a browser. */
import axe from "axe-core";
import type { Page } from "playwright-core";

/** The narrowest screen that must do (WCAG 1.4.10) and a desktop's, CSS pixels. */
export const narrow = 320;
export const wide = 1280;

interface AxeRun {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/**
 * Everything axe finds, its best practices and the size of targets (24 px, WCAG 2.5.8) included. axe goes in through the
 * debugger, which the content security policy does not bind: the page is inspected under the policy it is served with.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const run: AxeRun = await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })',
  );
  return run.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = "" }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** What sticks out of the screen, when the page can be scrolled sideways because of it. */
export function overflowFaults(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth)
      .map((element) => "wider than " + clientWidth + " px: " + element.outerHTML.slice(0, 120));
  })()`);
}

/** Where the focus is, and whether one can see that it is there. */
export interface FocusStop {
  readonly element: string;
  readonly id: string;
  readonly isVisible: boolean;
}

const name =
  '(element) => element.outerHTML.slice(0, 160) + " " + element.textContent.slice(0, 40)';

export function focusStop(page: Page): Promise<FocusStop> {
  return page.evaluate(`(() => {
    const element = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { width, left, right, top, bottom } = element.getBoundingClientRect();
    const isOnScreen = width > 1 && right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
    const isOutlined = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    return { element: (${name})(element), id: element.id, isVisible: isOnScreen && isOutlined };
  })()`);
}

/** Everything a keyboard must reach on the page as it is now, in the words of `focusStop`. */
export function operable(page: Page): Promise<string[]> {
  return page.evaluate(`
    [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
      .filter((element) => element.checkVisibility() && !element.matches(":disabled"))
      .map(${name})`);
}

/** The pages of a PDF, in millimetres to a hundredth. */
export function pageSizes(pdf: Buffer): [width: number, height: number][] {
  const boxes = pdf.toString("latin1").matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g);
  return [...boxes].map(([, width, height]) => [millimetres(width), millimetres(height)]);
}

const millimetres = (points = "") => Math.round((Number(points) / 72) * 2540) / 100;
