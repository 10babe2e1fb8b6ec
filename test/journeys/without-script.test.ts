/** Whoever checks a card in a browser without JavaScript gets an answer, by a form and pages that the server draws. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { inLanguage } from "../../web/src/addresses.ts";
import type { Cast } from "./support/cast.ts";
import { Casts } from "./support/casts.ts";
import { overflowFaults } from "./support/inspection.ts";
import { readCaptcha } from "./support/read-captcha.ts";
import { phone } from "./support/screens.ts";
import { picture } from "./support/visitor.ts";
import { test } from "./support/world.ts";

const words = {
  id: {
    ...{ valid: "Sah", suspended: "Ditangguhkan", unknown: "Tidak dikenal" },
    ...{
      wrong: "Isian captcha tidak cocok",
      code: "Kode hasil: ",
      asked: /^Periksa Kartu ASN\s+(Anda memindai kode QR|QR tidak terbaca)/,
      mistyped: "Cocokkan ketikannya",
      ...{ report: "Laporkan kartu mencurigakan", odd: "Kartunya tampak diubah atau palsu" },
      thanks: "Terima kasih, laporan Anda diterima.",
    },
  },
  en: {
    ...{ valid: "Valid", suspended: "Suspended", unknown: "Unknown" },
    ...{ wrong: "The captcha answer is wrong", code: "Result code: ", mistyped: "Compare" },
    ...{
      report: "Report a suspicious card",
      odd: "The card looks altered or forged",
      thanks: "Thank you, your report has arrived.",
    },
    asked: /\s(You scanned the QR code|The QR code cannot be scanned)/,
  },
} as const;

const qrSection = "section[aria-labelledby=own-qr-title]";

describe("without JavaScript", () => {
  let casts: Casts;
  const pages = new Map<Cast, Page>();

  test.beforeAll(async ({ world }) => {
    casts = await Casts.gather(world, "without-script");
    for (const cast of casts.all) {
      await cast.signInHolder();
      const context = await world.browser.newContext({ viewport: phone, javaScriptEnabled: false });
      pages.set(cast, await context.newPage());
    }
  });

  test.afterAll(async () => {
    for (const page of pages.values()) await page.context().close();
  });

  /** From the page that a camera opens to the form. */
  async function open(cast: Cast, path: string): Promise<Page> {
    const page = pages.get(cast);
    if (!page) throw new Error("Nobody is here.");
    await page.goto(`${casts.world.cloud.siteUrl}${inLanguage(cast.language, path)}`);
    // What was scanned, or is to be typed, is said before anything is pressed.
    expect(await page.locator("main").innerText()).toMatch(words[cast.language].asked);
    await page.locator("noscript a").click();
    await page.locator("form").waitFor();
    return page;
  }

  async function answer(page: Page, typed?: string): Promise<string> {
    const token = await page.locator("[name=captcha]").getAttribute("value");
    await page.locator("#answer").fill(typed ?? (await readCaptcha(casts.world.cloud, token)));
    await page.locator("#submit").click();
    await page.locator("h2, .problem").waitFor();
    return await page.locator("main").innerText();
  }

  test("the form says that it is a demo as every page does, and breaks no short words", () =>
    casts.walk(async (cast) => {
      const page = await open(cast, await cast.qrPath());

      expect(await page.locator(".mode-demo").innerText()).toMatch(/MODE/);
      expect(await page.evaluate("document.querySelector('form a').getClientRects().length")).toBe(
        1,
      );
    }));

  test("a card is valid, with its photo and where it was told", () =>
    casts.walk(async (cast) => {
      const { valid, code } = words[cast.language];
      const page = await open(cast, await cast.qrPath());
      const told = await answer(page);

      expect(told).toContain(valid);
      expect(told).toContain(`${code}V1`);
      expect(told).toContain("••••");
      expect(await page.locator("h2.good svg").count()).toBe(1);
      const looks = await page.evaluate(
        "[document.querySelector('img').naturalWidth > 0, getComputedStyle(document.querySelector('h2')).backgroundColor]",
      );
      expect(looks).toEqual([true, "rgb(228, 244, 234)"]);
      expect(await page.locator("html").getAttribute("lang")).toBe(cast.language);
    }));

  test("a suspicious one is reported by a button beside the answer", () =>
    casts.walk(async (cast) => {
      const { report, odd, thanks } = words[cast.language];
      const page = await open(cast, await cast.qrPath());
      await answer(page);
      await page.locator("summary", { hasText: report }).click();
      await picture(page, `without-script-report-${cast.language}`);
      expect(await page.locator("[name=cause]").count()).toBe(4);
      expect(await overflowFaults(page)).toEqual([]);
      await page.getByRole("button", { name: odd }).click();
      await page.getByRole("status").getByText(thanks).waitFor();
    }));

  test("an unknown card, and one that is typed, are answered in the same words as with a script", () =>
    casts.walk(async (cast) => {
      const { unknown, code, mistyped } = words[cast.language];
      const page = await open(cast, "/v/0123456789abcdefghjkmnpqrs");
      expect(await answer(page)).toMatch(new RegExp(`${unknown}[^]*${code}V5`));

      await open(cast, "/periksa/");
      await page.locator("#serial").fill("a2010 0000123");
      await page.locator("#check-code").fill("7k2q-9mxb");
      expect(await answer(page)).toContain(mistyped);
    }));

  test("a wrong captcha brings another one, and a used one answers nothing more", () =>
    casts.walk(async (cast) => {
      const { wrong, valid } = words[cast.language];
      const page = await open(cast, await cast.qrPath());
      const before = await page.locator("[name=captcha]").getAttribute("value");
      expect(await answer(page, "AAAAA")).toContain(wrong);
      expect(await page.locator("[name=captcha]").getAttribute("value")).not.toBe(before);
      expect(await answer(page)).toContain(valid);

      // As somebody does who reloads the answer, and lets the browser send the form again.
      await page.reload();
      const again = await page.locator("main").innerText();
      expect(again).toContain(wrong);
      expect(again).not.toContain("••••");
      expect(await answer(page)).toContain(valid);
    }));

  test("a paused card is suspended", () =>
    casts.walk(async (cast) => {
      const { holder } = cast;
      const { suspended, code } = words[cast.language];
      await holder.open("/akun/data", "#own-qr-title");
      await holder.click(`${qrSection} .button-row button:first-child`);
      await holder.shows(`${qrSection} .notice-warning`);
      const page = await open(cast, await cast.qrPath());
      const told = await answer(page);

      expect(told).toContain(suspended);
      expect(told).toContain(`${code}V2`);
      expect(told).not.toContain("••••");
      await holder.click(`${qrSection} .button-row button:first-child`);
      await holder.page.locator(`${qrSection} .notice-warning`).waitFor({ state: "detached" });
    }));
});
