/** The page that scans as an application on somebody's own device: installable, started cold without the network, and by whichever reader the browser has. */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterEach, describe, expect } from "vitest";
import { launchWithProfile } from "../support/browser.ts";
import { decodeQr } from "../support/decode-qr.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { phone } from "./support/screens.ts";
import { cutOff } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const name = "Siti Pasangwati";
const hourMs = 3_600_000;

let face: Buffer;
test.beforeAll(async ({ world }) => {
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name });
  const holder = new HttpHolder(world.cloud.siteUrl);
  await holder.signIn(employee.nip, world.nextCode(employee.nip));
  face = Buffer.from(await holder.face("front-portrait"));
  // The list of the night has the card.
  await world.cloud.waitUntilIdle();
  world.cloud.clock.advance(24 * hourMs);
  await world.cloud.waitUntilIdle({ timeoutSeconds: 120 });
});

let device: BrowserContext | undefined;
afterEach(async () => {
  await device?.close();
  device = undefined;
});

/** The page in a device's browser, whose clock is the cloud's. */
async function open({ cloud }: World, on: BrowserContext, later = 0): Promise<Page> {
  const page = await on.newPage();
  await page.clock.setSystemTime(cloud.clock.now().getTime() + later);
  await page.goto(`${cloud.siteUrl}/pindai/`);
  await page.locator("#camera:enabled").waitFor();
  return page;
}

/** @param tries a list that did not arrive in the page's four seconds, on a busy machine, is asked for again */
async function choose(page: Page, tries = 3): Promise<string> {
  const picture = { name: "kartu.png", mimeType: "image/png", buffer: face };
  await page.locator("#picture").setInputFiles(picture);
  await page.locator("#result h2").waitFor();
  const told = await page.locator("#result").innerText();
  if (tries === 1 || !told.includes("belum pernah")) return told;
  await page.locator("#next").click();
  return await choose(page, tries - 1);
}

/** A browser with a profile of its own, and how to end its process and start it again with what it has kept. */
async function ownDevice(world: World) {
  const profile = mkdtempSync(join(world.directory, "profil-"));
  const start = async () => {
    device = await launchWithProfile(profile, { viewport: phone, locale: "id-ID" });
    return device;
  };
  return { start, forget: () => rmSync(profile, { recursive: true, force: true }) };
}

test("prepared once, it checks a card in airplane mode after the browser's process has ended and begun anew", async ({
  world,
}) => {
  const { start, forget } = await ownDevice(world);
  const first = await start();
  const before = await open(world, first);
  await before.locator("#prepare:enabled").click();
  await expect.poll(() => before.locator("#ready").innerText()).toContain("Siap. Daftar status");
  await first.close();

  const again = await start();
  // Nothing of the network is there from the first moment, nor what HTTP has cached.
  const blank = again.pages()[0] ?? (await again.newPage());
  await cutOff(blank);
  const page = await open(world, again);
  const told = await choose(page);
  expect(told).toContain("Sah");
  expect(told).toContain(name);
  expect(await page.evaluate("fetch('/api/verify/captcha').catch(() => 'no network')")).toBe(
    "no network",
  );
  await again.close();
  forget();
});

test("Chromium finds nothing that keeps it from being installed, and what it offers is one press away", async ({
  world,
}) => {
  const { start, forget } = await ownDevice(world);
  const context = await start();
  const page = await open(world, context);
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
  const devtools = await context.newCDPSession(page);
  const { url, errors, data = "" } = await devtools.send("Page.getAppManifest");
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");

  expect(new URL(url).pathname).toBe("/pindai/aplikasi.webmanifest");
  expect([errors, installabilityErrors]).toEqual([[], []]);
  expect(JSON.parse(data)).toMatchObject({
    ...{ id: "/pindai/", start_url: "/pindai/", scope: "/pindai/", display: "standalone" },
    lang: "id",
  });
  // Which browsers offer it, and when, is theirs: the page keeps the offer for its button.
  await expect.poll(() => page.locator("#ready").innerText()).not.toBe("");
  expect(await page.locator("#install").isVisible()).toBe(false);
  await page.evaluate(
    "dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt() { globalThis.asked = true; } }))",
  );
  await page.locator("#install").click();
  expect(await page.evaluate("globalThis.asked")).toBe(true);
  expect(await page.locator("#install").isVisible()).toBe(false);
  await context.close();
  forget();
});

describe("a code is read", () => {
  /** Of a browser that has the Barcode Detection API, as Chrome on Android; the tests' has none. */
  const detector = ({ formats, detect }: { formats: readonly string[]; detect: string }) => `
    globalThis.BarcodeDetector = class {
      static async getSupportedFormats() { return ${JSON.stringify(formats)}; }
      async detect(image) {
        globalThis.detected = [image.width > 100, (globalThis.detected?.[1] ?? 0) + 1];
        ${detect}
      }
    };`;

  test.for<
    [how: string, fake: (code: string) => string | undefined, byZxing: boolean, asked: boolean]
  >([
    [
      "by the browser's own reader, and nothing is loaded for it",
      (code) =>
        detector({
          formats: ["qr_code", "ean_13"],
          detect: `return [{ rawValue: ${JSON.stringify(code)} }];`,
        }),
      false,
      true,
    ],
    [
      "by ZXing where the browser's own knows no QR codes",
      () => detector({ formats: ["ean_13"], detect: "return [];" }),
      true,
      false,
    ],
    [
      "by ZXing where the browser's own fails at it",
      () => detector({ formats: ["qr_code"], detect: "throw new Error('no service');" }),
      true,
      true,
    ],
    ["by ZXing where the browser has none", () => undefined, true, false],
  ])("%s", async ([, fake, byZxing, asked], { world }) => {
    const code = (await decodeQr(face)) ?? "";
    const visitor = await world.visitor(phone);
    const { page } = visitor;
    const script = fake(code);
    // What the browser of the tests may have itself is no part of it.
    await page.addInitScript(script ?? "delete globalThis.BarcodeDetector;");
    const loaded: string[] = [];
    page.on("response", (response) => loaded.push(new URL(response.url()).pathname));
    await page.clock.setSystemTime(world.cloud.clock.now());
    await page.goto(`${world.cloud.siteUrl}/pindai/`);
    await page.locator("#camera:enabled").waitFor();
    const told = await choose(page);

    expect(told).toContain(name);
    expect(loaded.some((path) => path.endsWith(".wasm"))).toBe(byZxing);
    expect(await page.evaluate("globalThis.detected?.[0] ?? false")).toBe(asked);
    expect(visitor.complaints).toEqual([]);
  });
});

test("it says how old the status list is, hour by hour, and in days at last", async ({ world }) => {
  const { page } = await world.visitor(phone);
  const ageAt = async (later: number) => {
    await page.clock.setSystemTime(world.cloud.clock.now().getTime() + later);
    await page.goto(`${world.cloud.siteUrl}/pindai/`);
    await page.locator("#camera:enabled").waitFor();
    await choose(page);
    return await page.locator("#listed").innerText();
  };
  const inHours = /^Daftar status dibuat (\d+) jam lalu\.$/;
  const [, first = ""] = inHours.exec(await ageAt(2 * hourMs)) ?? [];
  const [, second = ""] = inHours.exec(await ageAt(7 * hourMs)) ?? [];

  expect(Number(second)).toBe(Number(first) + 5);
  expect(await ageAt(72 * hourMs)).toMatch(/^Daftar status dibuat [34] hari lalu\.$/);
});

test("for how long a list is believed, the deployment's setting says", async ({ world }) => {
  // Without a service worker, so that the settings can be another deployment's.
  device = await world.browser.newContext({ viewport: phone, serviceWorkers: "block" });
  const usual = await open(world, device, 4 * hourMs);
  const settings = await usual.evaluate<object>(
    "fetch('/pindai/setelan.json').then((answer) => answer.json())",
  );
  expect(settings).toMatchObject({ statusHours: 36 });
  expect(await choose(usual)).toContain("Sah");

  await device.route("**/pindai/setelan.json", (route) =>
    route.fulfill({ json: { ...settings, statusHours: 3 } }),
  );
  const page = await open(world, device, 4 * hourMs);
  const told = await choose(page);
  expect(told).toContain("Belum bisa dicek");
  expect(told).not.toContain("Sah\n");
});
