/** Somebody checks cards on the page that scans, with and without the network: by what is signed, and by the status list. */
import type { Page } from "playwright-core";
import QRCode from "qrcode";
import { describe, expect } from "vitest";
import { inLanguage } from "../../web/src/addresses.ts";
import { decodeQr } from "../support/decode-qr.ts";
import { HttpHolder } from "../support/http-holder.ts";
import type { Cast } from "./support/cast.ts";
import { Casts } from "./support/casts.ts";
import { phone } from "./support/screens.ts";
import { cutOff } from "./support/visitor.ts";
import { test } from "./support/world.ts";

const words = {
  id: {
    ...{ valid: "Sah", unclear: "Belum bisa dicek", forged: "Tanda tangan tidak sah" },
    ...{ unknown: "Tidak dikenal", ready: "Siap. Daftar status 1 bagian" },
    needsNetwork: "perlu jaringan",
  },
  en: {
    ...{ valid: "Valid", unclear: "Cannot be checked yet", forged: "Signature not valid" },
    ...{ unknown: "Unknown", ready: "Ready. Status list: 1 part" },
    needsNetwork: "needs a network",
  },
} as const;

/** What the page has kept of cards: nothing may be. */
const keptHere = `(async () => {
  const names = await caches.keys();
  const places = await Promise.all(names.map(async (name) =>
    (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)));
  return places.flat().filter((path) => !path.startsWith("/assets/"));
})()`;

describe("the page that scans", () => {
  let casts: Casts;
  let face: Buffer;
  let code: string;
  let nip: string;

  test.beforeAll(async ({ world }) => {
    casts = await Casts.gather(world, "scan-offline");
    const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Pindaiwati" });
    nip = employee.nip;
    const holder = new HttpHolder(world.cloud.siteUrl);
    await holder.signIn(employee.nip, world.nextCode(employee.nip));
    face = Buffer.from(await holder.face("front-portrait"));
    code = (await decodeQr(face)) ?? "";
    // The list of the night has the card.
    await world.cloud.waitUntilIdle();
    world.cloud.clock.advance(24 * 3_600_000);
    await world.cloud.waitUntilIdle({ timeoutSeconds: 120 });
    for (const { guest } of casts.all) await isNow(guest.page);
  });

  /** The browser's clock, as the cloud's: other stories have moved it. */
  async function isNow(page: Page, laterHours = 0): Promise<void> {
    const now = casts.world.cloud.clock.now().getTime();
    await page.clock.setSystemTime(now + laterHours * 3_600_000);
  }

  async function choose(page: Page, picture: Buffer): Promise<string> {
    const file = { name: "kartu.png", mimeType: "image/png", buffer: picture };
    if (await page.locator("#next").isVisible()) await page.reload();
    await page.locator("#camera:enabled").waitFor();
    await page.locator("#picture").setInputFiles(file);
    await page.locator("#result h2, #problem:not([hidden])").first().waitFor();
    return await page.locator("main").innerText();
  }

  async function openAnew(
    { language, ...cast }: Cast,
    laterHours = 0,
    who: "guest" | "holder" = "guest",
  ): Promise<Page> {
    const page = await cast[who].page.context().newPage();
    await isNow(page, laterHours);
    await page.goto(`${casts.world.cloud.siteUrl}${inLanguage(language, "/pindai/")}`);
    return page;
  }

  test("reads a picture of a card, and leads to the record's own answer without what is signed", () =>
    casts.walk(async (cast) => {
      const { guest, language } = cast;
      await guest.open("/pindai/", "#camera:enabled");
      await guest.look("pindai");
      const told = await choose(guest.page, face);
      expect(told).toContain(words[language].valid);
      expect(told).toContain("Siti Pindaiwati");
      expect(told).not.toContain(nip.slice(4, 14));
      await guest.look("pindai-sah");
      const way = await guest.page.locator("#result a").first().getAttribute("href");
      expect(way).toMatch(/^(\/en)?\/v\/[0-9a-z]{26}$/);
      await guest.click("#result a");
      await guest.shows("#submit:enabled");
    }));

  test("a card that it has judged can be reported: the record is checked by a captcha, and both reports are offered", () =>
    casts.walk(async (cast) => {
      const { guest } = cast;
      await guest.open("/pindai/", "#camera:enabled");
      await choose(guest.page, face);
      await guest.click('#result a[href$="#lapor"]');
      // Also of who has checked another card just now.
      await guest.click("#by-work");
      await guest.click("#submit");
      await guest.shows("#result .good");
      expect(await guest.page.locator("#result button").count()).toBe(2);
      await guest.look("pindai-lapor");
    }));

  test("once prepared it works in airplane mode from a cold start: a right card, a forged one, another site's, no code", () =>
    casts.walk(async (cast) => {
      const { guest, language } = cast;
      const { valid, forged, unknown, ready } = words[language];
      await guest.open("/pindai/", "#prepare:enabled");
      await guest.click("#prepare");
      // Not what an earlier check left here: all of it, the other language too.
      await guest.shows("#prepare:enabled");
      await expect.poll(() => guest.page.locator("#ready").innerText()).toContain(ready);
      await guest.open("/", "main");
      await cutOff(guest.page);
      const page = await openAnew(cast);
      const told = await choose(page, face);
      expect(told).toContain(valid);
      expect(told).toContain("Siti Pindaiwati");
      const changed = code.replace(/\d$/, (last) => String((Number(last) + 1) % 10));
      expect(await choose(page, await QRCode.toBuffer(changed))).toContain(forged);
      const elsewhere = code.replace(/HTTPS?:\/\/[^/]+/i, "https://KARTU-PALSU.EXAMPLE");
      const strange = await choose(page, await QRCode.toBuffer(elsewhere));
      expect(strange).toContain(unknown);
      expect(strange).not.toContain("PALSU");
      expect(await page.evaluate<string[]>(keptHere)).not.toContainEqual(
        expect.stringMatching(/\/v\/|api/),
      );
      await page.close();
      await guest.page.context().setOffline(false);
    }));

  test("without the network the other language opens as well, and what needs the network says so below itself", () =>
    casts.walk(async (cast) => {
      const { needsNetwork } = words[cast.language];
      const context = cast.guest.page.context();
      await context.setOffline(true);
      const page = await openAnew(cast);
      await choose(page, face);
      await page.locator('#result a[href$="#lapor"]').click();
      await page.locator("#result [role=alert]").waitFor();
      expect(await page.locator("#result [role=alert]").innerText()).toContain(needsNetwork);
      await page.locator("#next").click();
      await page.locator("#asking a").last().click();
      expect(await page.locator("#asking p [role=alert]").innerText()).toContain(needsNetwork);
      await page.locator("header a[hreflang]").click();
      const other = cast.language === "id" ? "en" : "id";
      await page.waitForURL((url) => url.pathname === inLanguage(other, "/pindai/"));
      expect(await choose(page, face)).toContain(words[other].valid);
      await page.close();
      await context.setOffline(false);
    }));

  test("what was prepared stays when a holder signs out on the same device", () =>
    casts.walk(async (cast) => {
      const { holder, language } = cast;
      const { valid, ready } = words[language];
      await isNow(holder.page);
      await holder.open("/pindai/", "#prepare:enabled");
      await holder.click("#prepare");
      // Not what an earlier check left here: all of it, the other language too.
      await holder.shows("#prepare:enabled");
      await expect.poll(() => holder.page.locator("#ready").innerText()).toContain(ready);
      // Of what the page asks the messages come after the logout, and are refused while a slow phone still puts back.
      await holder.page.addInitScript(`
        const put = Cache.prototype.put;
        Cache.prototype.put = async function (...given) {
          await new Promise((resolve) => setTimeout(resolve, 1000));
          return put.apply(this, given);
        };
      `);
      const loggedOut = holder.page.waitForResponse(/\/session\/logout$/);
      await holder.page.route("**/api/me/notifications", async (route) => {
        await loggedOut;
        await route.continue();
      });
      await cast.signInHolder();
      if (language === "id") await holder.click(".menu-button");
      await holder.press(/^(Keluar|Sign out)$/);
      await holder.visitor.isAt("/masuk");
      expect(new URL(holder.page.url()).hash).toBe("");
      await holder.page.unrouteAll({ behavior: "ignoreErrors" });
      // The browser puts the page's worker in place while there is a network.
      const worker = `navigator.serviceWorker.getRegistration("${inLanguage(language, "/pindai/")}").then((found) => found?.active?.state)`;
      await expect.poll(() => holder.page.evaluate(worker)).toBe("activated");
      await cutOff(holder.page);
      const page = await openAnew(cast, 0, "holder");
      expect(await choose(page, face)).toContain(valid);
      await page.close();
      await holder.page.context().setOffline(false);
    }));

  test("says «belum bisa dicek» of a right card once its list is older than 36 hours", () =>
    casts.walk(async (cast) => {
      const context = cast.guest.page.context();
      await context.setOffline(true);
      const page = await openAnew(cast, 37);
      expect(await choose(page, face)).toContain(words[cast.language].unclear);
      await page.close();
      await context.setOffline(false);
    }));

  test("what proves what stands on one screen of a phone, and with all steps on paper", () =>
    casts.walk(async ({ guest }) => {
      const { page } = guest;
      await guest.open("/bantuan/periksa", "main ol");
      const before = page.viewportSize();
      await page.setViewportSize(phone);
      // The bar above it, by which the demo says that it is one, is part of that.
      const height = await page.evaluate("document.documentElement.scrollHeight");
      expect(height).toBeLessThanOrEqual(phone.height);
      const shown = () => page.locator("main li").filter({ visible: true }).count();
      // What proves what, and the four ways on.
      expect(await shown()).toBe(7);
      await page.emulateMedia({ media: "print" });
      expect(await shown()).toBeGreaterThan(15);
      await page.emulateMedia({ media: "screen" });
      if (before) await page.setViewportSize(before);
    }));

  test("complains about nothing", () => {
    expect(casts.complaints).toEqual([]);
  });
});
