import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Download, Locator, Page, Request } from "playwright-core";
import { expect, onTestFailed } from "vitest";
import { demoPassword } from "../../../local/demo/demo-login.ts";

const screenshots = join("test", "journeys", "screenshots");
/** `npm test` keeps pictures of what fails alone: nobody looks at the others there, and they take a fifth of the journeys' time. */
const keepsAll = process.env.PICTURES !== "of failures";

/** Keeps what stands on the page where a person can look at it. @param name of a file, may begin with folders */
export async function picture(page: Page, name: string): Promise<void> {
  if (keepsAll) await keepPicture(page, name);
}

async function keepPicture(page: Page, name: string): Promise<void> {
  const path = join(screenshots, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage: true });
}

const answeringMs = 5000;

/** What a visitor needs of the world around. */
export interface Surroundings {
  readonly siteUrl: string;
  /** A code that was not used yet. */
  nextCode(nip: string): string;
}

/** Goes to an address, again if the page before leads on by itself at that moment (its session is over): so does a person. */
export async function enterAddress(
  page: Page,
  url: string,
  waitUntil: "commit" | "networkidle",
  tries = 3,
): Promise<void> {
  await page.goto(url, { waitUntil }).catch(async (error: Error) => {
    if (tries === 1 || !error.message.includes("is interrupted by another navigation")) throw error;
    await enterAddress(page, url, waitUntil, tries - 1);
  });
}

/** A camera opens what it scans in a new tab, where the pass of a check before is not known. */
export async function asInNewTab(page: Page): Promise<void> {
  // An empty page has no storage.
  await page.evaluate("try { sessionStorage.removeItem('kartu.pass') } catch {}");
}

/** No network, and nothing of what the browser keeps by itself of answers: what a page has now it keeps itself. */
export async function cutOff(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Network.clearBrowserCache");
  await browser.detach();
  await page.context().setOffline(true);
}

/** A person at a browser, who finds things by what stands on them. */
export class Visitor {
  readonly page: Page;
  /** What went wrong in the browser: uncaught errors, what the content security policy stopped, whatever else it calls an error. */
  readonly complaints: string[] = [];
  /** What the API answered, e.g. "POST /api/session/code 401". */
  readonly answers: string[] = [];
  /** What the browser has asked for and has not got. */
  readonly #unanswered = new Set<Request>();
  readonly #world: Surroundings;
  readonly #prefix: string;

  constructor(world: Surroundings, page: Page, language: "id" | "en") {
    this.page = page;
    this.#world = world;
    this.#prefix = language === "en" ? "/en" : "";
    page.setDefaultTimeout(30_000);
    page.on("request", (request) => this.#unanswered.add(request));
    page.on("requestfinished", (request) => this.#unanswered.delete(request));
    page.on("requestfailed", (request) => this.#unanswered.delete(request));
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.startsWith("/api/"))
        this.answers.push(`${response.request().method()} ${pathname} ${response.status()}`);
    });
    page.on("crash", () => this.complaints.push("The page has crashed."));
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => {
      // An answer that refuses is told to people, and the browser tells it to programmers once more.
      const isAnswer = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !isAnswer) this.complaints.push(message.text());
    });
  }

  async goto(path: string): Promise<void> {
    await enterAddress(this.page, `${this.#world.siteUrl}${this.#prefix}${path}`, "networkidle");
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).first().click();
  }

  /** To a page of the same shell. It is there, and the one before gone, once its heading has the focus. */
  async follow(name: string): Promise<void> {
    await this.page.getByRole("link", { name }).first().click();
    await this.page.locator("h1:focus").waitFor();
  }

  /** The field with this label, whether it is marked as required or not. */
  field(label: string): Locator {
    return this.page.getByLabel(new RegExp(`^${label}( \\*)?$`)).first();
  }

  async type(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
  }

  async choose(label: string, option: string): Promise<void> {
    await this.field(label).selectOption(option);
  }

  /** Waits until the words stand on the page. */
  async sees(text: string | RegExp): Promise<void> {
    const words = this.page.getByText(text).first();
    await words.waitFor();
    expect(await words.isVisible()).toBe(true);
  }

  /** Where the visitor stands, what is wrong there and what came last, the newest first: lists of failures cut it short. */
  async story(): Promise<readonly string[]> {
    const hung = setTimeout(answeringMs, false);
    const isAlive = await Promise.race([
      this.page.evaluate<boolean>("true").catch(() => false),
      hung,
    ]);
    const asked = [...this.#unanswered].map((request) => new URL(request.url()).pathname);
    return [
      this.page.url(),
      ...(isAlive ? [] : ["its thread answers no more"]),
      ...asked.slice(-4).map((pathname) => `waits for ${pathname}`),
      ...this.complaints.slice(-4),
      ...this.answers.slice(-8).reverse(),
    ];
  }

  async isAt(path: string): Promise<void> {
    const pathname = () => new URL(this.page.url()).pathname.replace(/\/$/, "");
    await expect.poll(pathname).toBe(`${this.#prefix}${path}`);
  }

  /** Answers the captcha without its image: the device computes. */
  async computeCaptcha(): Promise<void> {
    await this.press(/^(Tanpa gambar|Without image)$/);
  }

  async login(nip: string, password = demoPassword): Promise<void> {
    await this.goto("/masuk");
    await this.#givePassword(nip, password);
  }

  /** From the login's page, where the visitor stands already. */
  async signInHere(nip: string, password = demoPassword): Promise<void> {
    await this.#giveBoth(nip, password);
    // Whoever goes elsewhere before the answer is there is not logged in.
    await expect.poll(() => this.page.url()).not.toContain("/masuk/kode");
  }

  /** A login that may be refused at its end. */
  async triesToSignIn(nip: string, password = demoPassword): Promise<void> {
    await this.goto("/masuk");
    await this.#giveBoth(nip, password);
  }

  async #giveBoth(nip: string, password: string): Promise<void> {
    await this.#givePassword(nip, password);
    await this.isAt("/masuk/kode");
    await this.type("One-time code", this.#world.nextCode(nip));
    await this.press(/^(Masuk|Sign in)$/);
  }

  async #givePassword(nip: string, password: string): Promise<void> {
    await this.type("NIP", nip);
    await this.type("Password", password);
    await this.press(/^(Login|Sign in)$/);
  }

  /** Login with password and code, as every login after the first. */
  async signIn(nip: string, password = demoPassword): Promise<void> {
    await this.goto("/masuk");
    await this.signInHere(nip, password);
  }

  async download(linkName: string): Promise<Download> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.getByRole("link", { name: linkName }).click(),
    ]);
    return download;
  }

  /** @param name as `picture` */
  async screenshot(name: string): Promise<void> {
    await picture(this.page, name);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

/** Keeps what these visitors see, and tells how they came there, should the test that runs fail. */
export function pictureFailures(visitors: readonly Visitor[], prefix = ""): void {
  onTestFailed(async () => {
    for (const [i, visitor] of visitors.entries()) {
      const story = await visitor.story();
      process.stderr.write(`${prefix}${i} stood at ${story.join("\n  ")}\n`);
      await keepPicture(visitor.page, `failed-${prefix}${i}`);
    }
  });
}
