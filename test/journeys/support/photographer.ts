/** Takes pictures of the product's pages, with the demo's people. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page, ViewportSize } from "playwright-core";
import sharp from "sharp";
import { totpCode } from "../../../local/cloud/cognito/totp.ts";
import { demoPassword } from "../../../local/demo/demo-login.ts";
import { demoPeople } from "../../../local/demo/people.ts";
import { type DemoCloud, startDemoCloud } from "../../../local/start/demo-cloud.ts";
import { inLanguage, type Language } from "../../../web/src/addresses.ts";
import { launchBrowser } from "../../support/browser.ts";
import { decodeQr } from "../../support/decode-qr.ts";
import { productOfAll } from "./product.ts";

/** How a page is looked at. */
export interface Screen extends ViewportSize {
  /** Pixels of the picture for each of the page; 1 unless told. */
  readonly sharpness?: number;
}

interface Look {
  readonly screen: Screen;
  readonly language?: Language;
}

export class Photographer {
  readonly #cloud: DemoCloud;
  readonly #browser: Browser;
  readonly #directory: string;

  private constructor(cloud: DemoCloud, browser: Browser, directory: string) {
    this.#cloud = cloud;
    this.#browser = browser;
    this.#directory = directory;
  }

  /** Starts the demo, and waits until all its people are there. */
  static async start(): Promise<Photographer> {
    const directory = mkdtempSync(join(tmpdir(), "kartu-gambar-"));
    const [assembly, browser] = await Promise.all([productOfAll(), launchBrowser()]);
    const cloud = await startDemoCloud({
      directory: join(directory, "cloud"),
      assembly,
      log: () => undefined,
    });
    await cloud.waitUntilIdle({ timeoutSeconds: 120 });
    return new Photographer(cloud, browser, directory);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#cloud.stop();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** Address of a page. @param path in Indonesian */
  address(path: string, language: Language = "id"): string {
    return `${this.#cloud.siteUrl}${inLanguage(language, path)}`;
  }

  /** A page of a browser in which nobody is signed in. */
  async guest({ screen, language = "id" }: Look): Promise<Page> {
    const { sharpness = 1, ...viewport } = screen;
    const locale = language === "id" ? "id-ID" : "en-GB";
    const context = await this.#browser.newContext({
      ...{ viewport, locale, deviceScaleFactor: sharpness, reducedMotion: "reduce" },
    });
    return await context.newPage();
  }

  /** @param name of somebody whom the demo has an account of */
  async signedIn(name: string, look: Look): Promise<Page> {
    const nip = nipOf(name);
    const page = await this.guest(look);
    await page.goto(this.address("/masuk", look.language));
    await page.fill("#nip", nip);
    await page.fill("#password", demoPassword);
    await page.click("main form [type=submit]");
    await page.fill("#code", this.#nextCode(nip));
    await page.click("main form [type=submit]");
    await page.waitForURL((url) => !url.pathname.includes("/masuk"));
    return page;
  }

  /** The path that the QR on the holder's card leads to. */
  async qrPath({ request }: Page): Promise<string> {
    const face = await request.get(this.address("/api/me/card/faces/front-landscape?download=1"));
    return new URL((await decodeQr(await face.body())) ?? "").pathname.toLowerCase();
  }

  /** A code that was not used yet. */
  #nextCode(nip: string): string {
    const { clock, services } = this.#cloud;
    clock.advance(30_000);
    const token = services.cognito.softwareTokens().find(({ username }) => username === nip);
    if (!token) throw new Error("There is no authenticator.");
    return totpCode(token.secret, clock.millis());
  }
}

export function nipOf(name: string): string {
  const person = demoPeople().find(({ employee }) => employee.name === name);
  if (!person) throw new Error(`The demo has no ${name}.`);
  return person.employee.nip;
}

/**
 * What is seen without scrolling, as WebP.
 * @param file with its folders
 * @throws Error when no quality makes it light enough
 */
export async function takePicture(page: Page, file: string, mostBytes: number): Promise<void> {
  // Nothing that is still on its way, no caret that blinks.
  await page.waitForTimeout(500);
  const png = await page.screenshot({ caret: "hide", animations: "disabled" });
  mkdirSync(dirname(file), { recursive: true });
  for (const quality of [90, 75, 60, 45, 30]) {
    const webp = await sharp(png).removeAlpha().webp({ quality, effort: 6 }).toBuffer();
    if (webp.length > mostBytes) continue;
    writeFileSync(file, webp);
    return;
  }
  throw new Error(`${file} does not fit into ${mostBytes} bytes.`);
}
