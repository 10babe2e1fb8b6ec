/** The page of the own card: shown, printed, downloaded, and what does not arrive. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Casts } from "../support/casts.ts";
import { printedSizes } from "../support/inspection.ts";
import { test } from "../support/world.ts";

/** The shape of the face that is shown. */
async function cardShape(page: Page): Promise<"portrait" | "landscape"> {
  const box = await page.locator("img.card-face").boundingBox();
  return (box?.width ?? 0) > (box?.height ?? 0) ? "landscape" : "portrait";
}

/** @param casts of the story that this is a chapter of, with its holders signed in; there once its tests run */
export function cardPage(casts: () => Casts): void {
  test("the card, both sides and shapes, and printed at its true size, a side a page", () =>
    casts().walk(async ({ holder, language }) => {
      const print = async () => {
        // The page's own print waits for them; the browser's, which this is, takes what is there.
        const drawn = `[...document.querySelectorAll(".print-card")].every(
          (image) => image.complete && image.naturalWidth > 100)`;
        await expect.poll(() => holder.page.evaluate(drawn)).toBe(true);
        return printedSizes(await holder.page.pdf({ preferCSSPageSize: true }));
      };
      // Upright on a phone, and on a desktop as a card lies on a table.
      const [first, other] =
        language === "id" ? ["portrait", "landscape"] : ["landscape", "portrait"];
      await holder.look("kartu");
      await holder.page.evaluate("globalThis.print = () => { document.title = 'printed'; }");
      await holder.click(".menu summary");
      await holder.look("kartu-menu");
      // What is only for print leaves no gap among the buttons.
      const emptyPlaces = `[...document.querySelectorAll(".card-controls > *")]
        .filter((item) => getComputedStyle(item).display !== "contents" && !item.clientWidth).length`;
      expect(await holder.page.evaluate(emptyPlaces)).toBe(0);
      await holder.click(".menu button");
      await expect.poll(() => holder.page.title()).toBe("printed");
      expect(await print()).toEqual([`bank card, ${first}`, `bank card, ${first}`]);

      await holder.click(".card-controls fieldset:nth-of-type(1) button:last-child");
      await holder.click('.card-controls fieldset:nth-of-type(2) [aria-pressed="false"]');
      await holder.imagesDrawn("img.card-face");
      await holder.look("kartu-belakang");
      expect(await print()).toEqual([`bank card, ${other}`, `bank card, ${other}`]);

      // Chosen once, kept on this device.
      await holder.open("/kartu", "img.card-face");
      expect(await cardShape(holder.page)).toBe(other);
      await holder.click('.card-controls fieldset:nth-of-type(2) [aria-pressed="false"]');
      await holder.imagesDrawn("img.card-face");
      expect(await cardShape(holder.page)).toBe(first);
    }));

  test("on a phone the card fills the first view, and a touch shows it over the whole screen, which stays on", () =>
    casts().walk(async ({ holder }) => {
      const { page } = holder;
      await page.setViewportSize({ width: 360, height: 740 });
      await holder.open("/kartu", "img.card-face");
      const card = await page.locator("img.card-face").boundingBox();
      const demo = await page.locator(".mode-demo").boundingBox();
      expect(card?.width).toBeGreaterThan(320);
      expect((card?.y ?? 0) + (card?.height ?? 0) - (demo?.height ?? 0)).toBeLessThan(700);

      await page.evaluate(`
        globalThis.locks = [];
        const ask = navigator.wakeLock.request.bind(navigator.wakeLock);
        navigator.wakeLock.request = (kind) => { locks.push(kind); return ask(kind); };
      `);
      await holder.click(".card-tap");
      await holder.imagesDrawn("dialog[open] img");
      expect(await page.evaluate("locks")).toEqual(["screen"]);
      const shown = await page.locator("dialog[open] img").boundingBox();
      expect(shown?.width).toBeCloseTo(360, 0);
      await holder.look("kartu-layar-penuh");
      await holder.click("dialog[open] button");
      await page.locator(".card-tap:focus").waitFor();
    }));

  test("a download that cannot begin leaves the page where it is, and says why", () =>
    casts().walk(async ({ holder }) => {
      const { page } = holder;
      const context = page.context();
      await holder.open("/kartu", "img.card-face");
      await holder.click(".menu summary");
      await context.setOffline(true);
      await holder.click(".menu li:nth-child(3) a");
      await holder.shows(".menu .notice-warning");
      await holder.look("kartu-unduh-luring");

      // The page itself does not hear of the session's end before the download does: it asks as soon as it is online.
      const others = /\/api\/(?!me\/card\/)/;
      await page.route(others, (route) => route.abort());
      await context.setOffline(false);
      const cookies = await context.cookies();
      await context.clearCookies();
      await holder.click(".menu li:first-child a");
      await holder.shows('.menu .notice-warning a[href$="/masuk"]');
      await holder.look("kartu-unduh-sesi-berakhir");
      expect(new URL(page.url()).pathname).toMatch(/\/kartu$/);
      await context.addCookies(cookies);
      await page.unroute(others);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(".menu li:nth-child(4) a").click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^kartu-asn-a4-(potret|lanskap)\.pdf$/);
    }));

  test("a picture that does not arrive is asked for again: by hand, and by itself once online", () =>
    casts().walk(async ({ holder }) => {
      const { page } = holder;
      const faces = "**/api/me/card/faces/**";
      await page.route(faces, (route) => route.abort());
      await holder.open("/kartu", ".card-page .notice-warning");
      await holder.look("kartu-gambar-hilang");
      await page.unroute(faces);
      await holder.click(".card-page .notice-warning button");
      await holder.imagesDrawn("img.card-face");
      await page.locator(":focus:has(img.card-face)").waitFor();

      await page.context().setOffline(true);
      await holder.click(".card-controls fieldset:nth-of-type(1) button:last-child");
      await holder.shows(".card-page .notice-warning");
      await page.context().setOffline(false);
      await holder.imagesDrawn("img.card-face");
    }));
}
