/** The last card without the network: its date, its signed code, both sides; gone with the logout, and when it may not be shown any more. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { groupNip } from "#shared/employee/nip.ts";
import { inLanguage } from "../../web/src/addresses.ts";
import { decodeQr } from "../support/decode-qr.ts";
import type { Cast } from "./support/cast.ts";
import { Casts } from "./support/casts.ts";
import { cutOff } from "./support/visitor.ts";
import { test } from "./support/world.ts";

const words = {
  id: {
    asOf: /Kartu terakhir di perangkat ini\. Data per \d/,
    none: "Tidak ada kartu",
    nip: "NIP",
  },
  en: { asOf: /The last card on this device\. Data as of \d/, none: "No card is kept" },
} as const;

/** What is kept, and whether the worker is there that shows it. */
async function kept(page: Page): Promise<string> {
  return await page.evaluate(`(async () => {
    const cache = await caches.open("kartu-files");
    const places = (await cache.keys()).map(({ url }) => new URL(url).pathname);
    const worker = (await navigator.serviceWorker.getRegistration())?.active?.state;
    const ofCard = places.filter((place) => place.startsWith("/kartu/terakhir"));
    return [...ofCard.toSorted(), worker].join(" ");
  })()`);
}

const whole = [
  ...["back-landscape", "back-portrait", "front-landscape", "front-portrait"].map(
    (face) => `/kartu/terakhir/${face}`,
  ),
  "activated",
].join(" ");

async function isKept(page: Page): Promise<void> {
  await expect.poll(() => kept(page)).toBe(`/kartu/terakhir ${whole}`);
}

describe("the card without the network", () => {
  let casts: Casts;

  test.beforeAll(async ({ world }) => {
    casts = await Casts.gather(world, "card-offline");
    for (const cast of casts.all) await cast.signInHolder();
  });

  /** In a tab of its own, as a phone opens it from its start screen. */
  async function openAnew({ holder, language }: Cast): Promise<Page> {
    const page = await holder.page.context().newPage();
    await page.goto(`${casts.world.cloud.siteUrl}${inLanguage(language, "/kartu")}`);
    return page;
  }

  test("is the last one, with its date, its words, both sides, and a code that a decoder reads", () =>
    casts.walk(async (cast) => {
      const { holder, language } = cast;
      const { page } = holder;
      const { asOf } = words[language];
      await holder.open("/kartu", "img.card-face");
      await isKept(page);
      await cutOff(page);
      await holder.reload();
      await holder.imagesDrawn("img.card-face");
      expect(await page.locator("#as-of").innerText()).toMatch(asOf);
      expect(await page.locator(".card-facts").innerText()).toContain(
        groupNip(cast.person("holder").nip),
      );
      await holder.look("kartu-luring");

      await holder.click("#full-screen");
      await holder.shows("dialog[open] img");
      await holder.click("#close");
      const shape = () => page.locator("html").getAttribute("data-shape");
      const [shown, other] = [await shape(), language === "id" ? "landscape" : "portrait"];
      await holder.click(`#${other}`);
      await holder.imagesDrawn("img.card-face");
      expect([shown, await shape()]).toEqual([language === "id" ? "portrait" : "landscape", other]);
      expect(await page.locator(`#${other}`).getAttribute("aria-pressed")).toBe("true");
      await holder.look("kartu-luring-bentuk-lain");
      await holder.click(`#${shown}`);
      await holder.imagesDrawn("img.card-face");
      await page.locator("a.brand").click();
      await page.locator("header [role=alert]").waitFor();

      await holder.click("#enlarge");
      await holder.shows("dialog[open] img");
      const code = await decodeQr(await page.screenshot());
      expect(new URL(code ?? "").pathname.toLowerCase()).toMatch(/^\/v\/[0-9a-z]{26}$/);
      expect(new URL(code ?? "").hash).toMatch(/^#\d{300,}$/);
      await holder.look("kartu-luring-penuh");
      await holder.click("#close");
      const front = await page.locator("img.card-face").getAttribute("src");
      await holder.click("#back");
      await holder.imagesDrawn("img.card-face");
      expect(await page.locator("img.card-face").getAttribute("src")).not.toBe(front);
      expect(await page.locator("#back").getAttribute("aria-pressed")).toBe("true");

      await page.context().setOffline(false);
      await holder.shows("#online:not(:empty)");
      await holder.click("#again a");
      await holder.shows(".status-badge");
    }));

  test("is forgotten as soon as its holder reads that it may not be shown", () =>
    casts.walk(async (cast) => {
      const { holder, language } = cast;
      const { page } = holder;
      const qr = "section[aria-labelledby=own-qr-title]";
      await holder.open("/akun/data", "#own-qr-title");
      await holder.click(`${qr} .button-row button:first-child`);
      await holder.shows(`${qr} .notice-warning`);
      await holder.open("/kartu", ".status-badge[data-status=suspended]");
      await expect.poll(() => kept(page)).toBe("activated");

      await page.context().setOffline(true);
      const anew = await openAnew(cast);
      await anew.locator("#none").waitFor();
      expect(await anew.locator("#none").innerText()).toContain(words[language].none);
      expect(await anew.locator("img.card-face").count()).toBe(0);
      await anew.close();
      await page.context().setOffline(false);
      await holder.open("/akun/data", `${qr} .notice-warning`);
      await holder.click(`${qr} .button-row button:first-child`);
      await page.locator(`${qr} .notice-warning`).waitFor({ state: "detached" });
      await holder.open("/kartu", "img.card-face");
      await isKept(page);
    }));

  test("is shown to nobody who is not signed in while the site answers, and is gone when somebody else signs in", () =>
    casts.walk(async (cast) => {
      const { holder } = cast;
      const { page } = holder;
      await page.context().clearCookies();
      await page.goto(`${casts.world.cloud.siteUrl}${inLanguage(cast.language, "/kartu/luring/")}`);
      await page.waitForURL(/\/masuk/);
      expect(await kept(page)).toContain("/kartu/terakhir");

      const { nip } = cast.person("officer");
      await cast.logIn(holder, nip);
      await holder.fill("code", casts.world.nextCode(nip));
      await holder.submit();
      await page.waitForURL((url) => !url.pathname.includes("/masuk"));
      await expect.poll(() => kept(page)).not.toContain("/kartu/terakhir");
      // Else the page there would go to the login by itself, in between.
      await page.goto("about:blank");
      await page.context().clearCookies();
      await cast.signInHolder();
      await isKept(page);
    }));

  test("is wiped by the logout, with the worker, and also where the browser does not do as it is told", () =>
    casts.walk(async (cast) => {
      const { holder, language } = cast;
      const { page } = holder;
      // Not the answer's own deleting: the page's.
      await page.route("**/api/session/logout", async (route) => {
        const response = await route.fetch();
        const { "clear-site-data": _, ...headers } = response.headers();
        await route.fulfill({ response, headers });
      });
      await holder.open("/kartu", "img.card-face");
      // At this width the way out is in the menu.
      if (language === "id") await holder.click(".menu-button");
      await holder.press(/^(Keluar|Sign out)$/);
      await holder.visitor.isAt("/masuk");
      await expect.poll(() => kept(page)).toMatch(/^(activated)?$/);
      await page.context().setOffline(true);
      const anew = await openAnew(cast);
      await anew.locator("#none").waitFor();
      await anew.close();
    }));

  test("complains about nothing", () => {
    expect(casts.complaints).toEqual([]);
  });
});
