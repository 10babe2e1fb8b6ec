import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityFaults, focusStop, narrow, overflowFaults, wide } from "./inspection.ts";
import { screenshots, type Visitor } from "./visitor.ts";

export type Language = "id" | "en";

const errorTitle: Readonly<Record<Language, RegExp>> = { id: /^Galat: /, en: /^Error: / };

/** Walks through the pages of one language with a small phone, and holds each to what all pages are held to. */
export class Tour {
  readonly language: Language;
  readonly visitor: Visitor;
  readonly page: Page;
  readonly #siteUrl: string;

  constructor(language: Language, visitor: Visitor, siteUrl: string) {
    this.language = language;
    this.visitor = visitor;
    this.page = visitor.page;
    this.#siteUrl = siteUrl;
  }

  /** @param path of the page in Indonesian, e.g. "/masuk". @param ready what stands there once the page works */
  async open(path: string, ready = "main h1"): Promise<void> {
    const prefix = this.language === "en" ? "/en" : "";
    await this.page.goto(`${this.#siteUrl}${prefix}${path}`);
    await this.shows(ready);
  }

  async shows(selector: string): Promise<void> {
    await this.page.locator(selector).locator("visible=true").first().waitFor();
  }

  /** @param field its id */
  async fill(field: string, text: string): Promise<void> {
    await this.page.locator(`#${field}`).fill(text);
  }

  async click(selector: string): Promise<void> {
    await this.page.locator(selector).locator("visible=true").first().click();
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
    await expect.poll(() => this.page.evaluate(drawn), { timeout: 15_000 }).toBe(true);
  }

  /** The page as it is now: no fault on a small phone, nothing sticking out on a desktop, and a picture of both. */
  async look(name: string): Promise<void> {
    const faults = [...(await accessibilityFaults(this.page)), ...(await this.#fits(name, narrow))];
    await this.page.setViewportSize({ width: wide, height: 800 });
    faults.push(...(await this.#fits(name, wide)));
    await this.page.setViewportSize({ width: narrow, height: 640 });
    // Soft, so that one run tells every fault of every page.
    expect.soft(faults, `${this.language} ${name}`).toEqual([]);
  }

  /** The page says that something is wrong: in its title, and in a summary that has the focus and leads to the fields. */
  async lookAtErrors(name: string): Promise<void> {
    const summary = this.page.locator(".error-summary:focus");
    await summary.waitFor();
    expect(await this.page.title()).toMatch(errorTitle[this.language]);
    await this.look(name);
    for (const link of await summary.locator('a[href^="#"]').all()) {
      const field = (await link.getAttribute("href")) ?? "";
      expect(await this.page.locator(field).count(), `${name}: the field ${field}`).toBe(1);
    }
    const first = summary.locator('a[href^="#"]').first();
    if ((await first.count()) === 0) return;
    const field = (await first.getAttribute("href")) ?? "";
    await first.click();
    await this.page.locator(`${field}:focus`).waitFor();
  }

  /** The same of the verification's page, which has one field and says it in one place. */
  async lookAtProblem(name: string): Promise<void> {
    await this.shows("#problem:focus");
    expect(await this.page.title()).toMatch(errorTitle[this.language]);
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

  async #fits(name: string, width: number): Promise<string[]> {
    const path = join(screenshots, "pages", `${name}-${this.language}-${width}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path, fullPage: true });
    return overflowFaults(this.page);
  }
}
