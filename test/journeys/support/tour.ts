import { setTimeout } from "node:timers/promises";
import type { Page, Route } from "playwright-core";
import { expect } from "vitest";
import { type Hands, mouse } from "./hands.ts";
import {
  accessibilityFaults,
  focusStop,
  narrow,
  overflowFaults,
  primaryButtonFaults,
} from "./inspection.ts";
import { unknownFaults } from "./known-faults.ts";
import { cutOffText, focusFaults } from "./legibility.ts";
import { desktop, phone } from "./screens.ts";
import { shiftFaults } from "./steadiness.ts";
import { enterAddress, type Visitor } from "./visitor.ts";

export type Language = "id" | "en";

/** Later than the half second after a touch in which a page may move. */
const lateMs = 700;
/** A second answer that is asked for once the first is there. */
const settlingMs = 1000;

const errorTitle: Readonly<Record<Language, RegExp>> = { id: /^Galat: /, en: /^Error: / };

/** Walks through the pages of one language at one screen, and holds each to what all pages are held to at any. */
export class Tour {
  readonly language: Language;
  readonly visitor: Visitor;
  readonly page: Page;
  readonly #siteUrl: string;
  readonly #screen: typeof phone;
  readonly #hands: Hands;
  readonly #looks: boolean;
  /** Whether something was done at the page since it was opened: the focus is then on what came of it. */
  #hasActed = false;

  /** @param options how things are pressed and typed; whether views are looked at, or only walked through */
  constructor(
    language: Language,
    visitor: Visitor,
    siteUrl: string,
    { hands = mouse, looks = true }: { hands?: Hands; looks?: boolean } = {},
  ) {
    this.#hands = hands;
    this.#looks = looks;
    this.language = language;
    this.visitor = visitor;
    this.page = visitor.page;
    this.#siteUrl = siteUrl;
    this.#screen = visitor.page.viewportSize() ?? phone;
  }

  /** @param path of the page in Indonesian, e.g. "/masuk". @param ready what stands there once the page works */
  async open(path: string, ready = "main h1"): Promise<void> {
    const prefix = this.language === "en" ? "/en" : "";
    this.#hasActed = false;
    // Not goto's own wait for the load: a page that sends its visitor on before it would end that as "interrupted".
    await enterAddress(this.page, `${this.#siteUrl}${prefix}${path}`, "commit");
    await this.page.waitForLoadState("load");
    await this.shows(ready);
  }

  /** A page that is loaded anew, at this path: reading begins at its top. */
  async loads(path: string, ready: string): Promise<void> {
    await this.visitor.isAt(path);
    await this.shows(ready);
    this.#hasActed = false;
  }

  /** Loads the page anew, read from its top: a browser that scrolls back to its end shows how the end moves while the page fills. */
  async reload(): Promise<void> {
    await this.page.evaluate("scrollTo(0, 0)");
    await this.page.reload();
    this.#hasActed = false;
  }

  async shows(selector: string): Promise<void> {
    const shown = this.page.locator(selector).locator("visible=true").first();
    await shown.waitFor().catch(async (cause) => {
      // On one line: the list of failures tells the first.
      const story = (await this.visitor.story()).join(" | ");
      throw new Error(`${selector} is not shown at ${story}`, { cause });
    });
  }

  /** @param field its id */
  async fill(field: string, text: string): Promise<void> {
    await this.#hands.fill(this.page.locator(`#${field}`), text);
  }

  /** @param field its id. @param value of the option */
  async choose(field: string, value: string): Promise<void> {
    await this.#hands.choose(this.page.locator(`#${field}`), value);
  }

  async click(selector: string): Promise<void> {
    this.#hasActed = true;
    const target = this.page.locator(selector).locator("visible=true").first();
    await target.waitFor();
    await this.#hands.press(target);
  }

  /** @param name of a button */
  async press(name: string | RegExp): Promise<void> {
    this.#hasActed = true;
    const target = this.visitor.button(name).first();
    await target.waitFor();
    await this.#hands.press(target);
  }

  /** Sends the first form on the page. */
  async submit(): Promise<void> {
    await this.click("main form :is([type=submit], #submit)");
  }

  /** Waits until the images that can be seen are drawn, not only asked for. */
  async imagesDrawn(selector: string): Promise<void> {
    await this.shows(selector);
    const drawn = `[...document.querySelectorAll(${JSON.stringify(selector)})].every(
      (image) => image.complete && image.naturalWidth > 100)`;
    await expect.poll(() => this.page.evaluate(drawn)).toBe(true);
  }

  /**
   * The page as it is now: it stood still while it filled, the focus is on what was done, one button at most is the primary one,
   * nothing is cut off or sticks out on a phone or a desktop, with text twice as large either, and a picture of both.
   */
  async look(name: string): Promise<void> {
    if (!this.#looks) return;
    const faults = [
      ...(await primaryButtonFaults(this.page)),
      ...unknownFaults(name, "shift", await shiftFaults(this.page)),
      ...(this.#hasActed ? unknownFaults(name, "focus", await focusFaults(this.page)) : []),
    ];
    await this.page.setViewportSize({ width: narrow, height: phone.height });
    faults.push(...(await accessibilityFaults(this.page)), ...(await overflowFaults(this.page)));
    for (const screen of [phone, desktop]) {
      await this.page.setViewportSize(screen);
      await this.visitor.screenshot(`pages/${name}-${this.language}-${screen.width}`);
      faults.push(...unknownFaults(name, "legible", await this.#legibilityFaults(screen.width)));
    }
    await this.page.setViewportSize(this.#screen);
    // What moved because the screen changed is not the page's doing.
    await shiftFaults(this.page);
    // Soft, so that one run tells every fault of every page.
    expect.soft(faults, `${this.language} ${name}`).toEqual([]);
  }

  /**
   * Opens the page at both screens with answers of the APIs that come late: it stands still while they do.
   * @param act what is done there and waits for an answer
   */
  async standsStill(path: string, ready: string, act?: () => Promise<void>): Promise<void> {
    if (!this.#looks) return;
    const view = `lambat ${path.replace(/\?.*/, "")}`;
    const late = async (route: Route) => {
      await setTimeout(lateMs);
      await route.continue();
    };
    await this.page.route("**/api/**", late);
    for (const screen of [phone, desktop]) {
      await this.page.setViewportSize(screen);
      await this.open(path, ready);
      await act?.();
      await setTimeout(settlingMs);
      const faults = unknownFaults(view, "shift", await shiftFaults(this.page));
      expect.soft(faults, `${this.language} ${view}, ${screen.width} px`).toEqual([]);
    }
    // Waits for what is still late.
    await this.page.unrouteAll({ behavior: "wait" });
    await this.page.setViewportSize(this.#screen);
  }

  /** Does what asks for code that is not there yet, which comes late, one file after the other. */
  async scriptsLate(act: () => Promise<void>): Promise<void> {
    const late = async (route: Route) => {
      await setTimeout(lateMs / 2);
      await route.continue();
    };
    await this.page.route("**/*.{js,css}", late);
    await act();
    await this.page.unrouteAll({ behavior: "wait" });
  }

  /** The page says that something is wrong: in its title, and in a summary that has the focus and leads to the fields. */
  async lookAtErrors(name: string): Promise<void> {
    await this.shows(".error-summary:focus");
    const summary = this.page.locator(".error-summary");
    await expect.poll(() => this.page.title()).toMatch(errorTitle[this.language]);
    await this.look(name);
    for (const link of await summary.locator('a[href^="#"]').all()) {
      const field = (await link.getAttribute("href")) ?? "";
      expect(await this.page.locator(field).count(), `${name}: the field ${field}`).toBe(1);
    }
    const first = summary.locator('a[href^="#"]').first();
    if ((await first.count()) === 0) return;
    const field = (await first.getAttribute("href")) ?? "";
    await this.#hands.press(first);
    await this.page.locator(`${field}:focus`).waitFor();
  }

  /** The same of the verification's page, which has one field and says it in one place. */
  async lookAtProblem(name: string): Promise<void> {
    await this.shows("#problem:focus");
    await expect.poll(() => this.page.title()).toMatch(errorTitle[this.language]);
    await this.look(name);
  }

  /** Presses Tab until the field has the focus. */
  async tabTo(id: string): Promise<void> {
    for (let presses = 0; presses < 20; presses++) {
      await this.page.keyboard.press("Tab");
      if ((await focusStop(this.page)).id === id) return;
    }
    throw new Error(`Tab does not lead to #${id}.`);
  }

  /** At the usual size of text and at twice that (WCAG 1.4.4). */
  async #legibilityFaults(width: number): Promise<string[]> {
    const faults = [];
    for (const textSize of ["100%", "200%"]) {
      await this.page.evaluate(`document.documentElement.style.fontSize = "${textSize}"`);
      const found = [...(await cutOffText(this.page)), ...(await overflowFaults(this.page))];
      faults.push(...found.map((fault) => `${width} px, text ${textSize}: ${fault}`));
    }
    await this.page.evaluate('document.documentElement.style.fontSize = ""');
    return faults;
  }
}
