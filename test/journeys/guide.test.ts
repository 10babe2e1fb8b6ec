/** The guide: every chapter, reached from the page it tells of, read without a script, printed. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { inLanguage } from "../../web/src/addresses.ts";
import { chapterPath, guidePath } from "../../web/src/guide/addresses.ts";
import { chaptersIn } from "../../web/src/guide/chapters.ts";
import { Casts } from "./support/casts.ts";
import { overflowFaults } from "./support/inspection.ts";
import { phone } from "./support/screens.ts";
import { test } from "./support/world.ts";

describe("the guide", () => {
  let casts: Casts;

  test.beforeAll(async ({ world }) => {
    casts = await Casts.gather(world, "guide");
  });

  test("its contents lead to the first chapter, and each chapter to the next", () =>
    casts.walk(async ({ guest, language }) => {
      await guest.open(guidePath, "main ol");
      await guest.look("petunjuk");
      const chapters = chaptersIn(language);
      expect(await guest.page.locator("main ol > li").count()).toBe(chapters.length);
      for (const { name, title } of chapters) {
        if (name === "tujuan") await guest.click("main ol a");
        else await guest.click(`nav a[href$="${chapterPath(name)}"]`);
        await guest.visitor.isAt(chapterPath(name).slice(0, -1));
        expect(await guest.page.locator("h1").innerText()).toBe(title);
      }
    }));

  for (const { name } of chaptersIn("id"))
    test(`the chapter ${name} can be read at any size`, () =>
      casts.walk(async ({ guest }) => {
        await guest.open(chapterPath(name));
        await guest.look(`petunjuk-${name}`);
      }));

  test("the foot of a page leads to its chapter, also after a page was turned without a load", () =>
    casts.walk(async ({ guest, language }) => {
      const foot = ".page-footer a[href*='/petunjuk/dari']";
      const ends = async (path: string) => {
        await guest.click(foot);
        const end = inLanguage(language, path);
        await expect.poll(() => guest.page.url().endsWith(end)).toBe(true);
      };
      await guest.open("/masuk", "main form [type=submit]:enabled");
      await ends(chapterPath("masuk#login"));
      await guest.page.goBack();
      await guest.shows("#nip");
      await guest.click(`main a[href$="/aktivasi"]`);
      await guest.visitor.isAt("/aktivasi");
      await ends(chapterPath("aktivasi#sandi"));
      await guest.open("/tidak-ada");
      await ends(chapterPath("tujuan"));
    }));

  test("who is signed in finds it among the services, with the help that is only read", () =>
    casts.walk(async (cast) => {
      await cast.signInHolder();
      const { holder } = cast;
      for (const path of [guidePath, "/bantuan/periksa/", "/bantuan/privasi/"]) {
        await holder.open("/kartu", "#help-title");
        await holder.click(`.services a[href$="${path}"]`);
        await holder.visitor.isAt(path.slice(0, -1));
        // Static pages have no frame of the application.
        await expect.poll(() => holder.page.locator("#app").count()).toBe(0);
        await holder.shows("main h1");
      }
    }));

  test("it needs no script, and paper has all of it but the ways on", () =>
    casts.walk(async (cast) => {
      const context = await casts.world.browser.newContext({
        viewport: phone,
        javaScriptEnabled: false,
      });
      const page: Page = await context.newPage();
      const site = casts.world.cloud.siteUrl;
      await page.goto(`${site}${inLanguage(cast.language, "/petunjuk/dari/akun/data")}`);
      await expect.poll(() => page.url()).toMatch(/\/petunjuk\/akun\/#data$/);
      expect(await overflowFaults(page)).toEqual([]);
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("nav").isVisible()).toBe(false);
      expect(await page.locator("section").count()).toBe(2);
      for (const section of await page.locator("section").all())
        expect(await section.isVisible()).toBe(true);
      await context.close();
    }));

  test("no page complained", () => {
    expect(casts.complaints).toEqual([]);
  });
});
