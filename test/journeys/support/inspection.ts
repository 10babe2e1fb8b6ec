/** What every page is checked for. Code that runs in the page is text, because the tests' types know Node, not a browser. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const require = createRequire(import.meta.url);

/** Without its comments and long names: each page that is opened reads it anew. */
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** The narrowest screen that must do (WCAG 1.4.10), CSS pixels. */
export const narrow = 320;

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
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe);
  // Nothing to preload: all styles are of our own origin.
  const options = {
    resultTypes: ["violations"],
    preload: false,
    rules: { "target-size": { enabled: true } },
  };
  const run: AxeRun = await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`);
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
      .slice(-3)
      .map((element) => "wider than " + clientWidth + " px: " + element.outerHTML.slice(0, 120));
  })()`);
}

/**
 * Buttons that look like the one thing to do here, when there are several: in an open dialog, else on the page.
 * The verification's page has no class for its one.
 */
export async function primaryButtonFaults(page: Page): Promise<string[]> {
  const primary: string[] = await page.evaluate(`
    [...(document.querySelector("dialog[open]") ?? document).querySelectorAll(".button, #submit")]
      .filter((element) => !element.matches(".button-quiet, .button-danger") && element.checkVisibility())
      .map((element) => element.textContent)`);
  return primary.length > 1 ? [`several primary buttons: ${primary.join(", ")}`] : [];
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

/**
 * Watches the change to the next page, in the turn in which its heading takes the focus: who types fast meets its form then.
 * @returns asks what was seen: "works" or "is disabled"
 */
export async function watchNextForm(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(`addEventListener("focusin", function watch({ target }) {
    if (!target.matches("h1")) return;
    removeEventListener("focusin", watch);
    setTimeout(() => {
      const isDisabled = document.querySelector("main [type=submit]").disabled;
      globalThis.nextForm = isDisabled ? "is disabled" : "works";
    });
  })`);
  return () => page.evaluate("globalThis.nextForm");
}

/** What ISO/IEC 7810 lets a new bank card (ID-1, CR80) measure, millimetres; browsers round a page to whole pixels. */
const longSide = { least: 85.47, most: 85.72 };
const shortSide = { least: 53.92, most: 54.03 };

/** The pages of a PDF: a bank card's size by its name, any other in millimetres. */
export function printedSizes(pdf: Buffer): string[] {
  const boxes = pdf.toString("latin1").matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g);
  return [...boxes].map(([, width, height]) => sizeName(millimetres(width), millimetres(height)));
}

function sizeName(width: number, height: number): string {
  if (isWithin(width, longSide) && isWithin(height, shortSide)) return "bank card, landscape";
  if (isWithin(height, longSide) && isWithin(width, shortSide)) return "bank card, portrait";
  return `${width.toFixed(2)} x ${height.toFixed(2)} mm`;
}

const isWithin = (size: number, { least, most }: typeof longSide) => size >= least && size <= most;
const millimetres = (points = "") => (Number(points) / 72) * 25.4;
