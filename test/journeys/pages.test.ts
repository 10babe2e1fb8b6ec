import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { demoPassword } from "../../local/demo/demo-login.ts";
import { budgets } from "../../web/budgets.ts";
import { BothLanguages } from "./support/both-languages.ts";
import { codeOfShownKey, mailedCode } from "./support/codes.ts";
import { firstViewBytes } from "./support/first-view.ts";
import { focusStop, operable, printedSizes, watchNextForm } from "./support/inspection.ts";
import { needlessEntries } from "./support/known-faults.ts";
import { test } from "./support/world.ts";

const unknownToken = "0123456789abcdefghjkmnpqrs";
const newPassword = "Kuda-Hitám-9-Berlari";

/** The shape of the face that is shown. */
async function cardShape(page: Page): Promise<"portrait" | "landscape"> {
  const box = await page.locator("img.card-face").boundingBox();
  return (box?.width ?? 0) > (box?.height ?? 0) ? "landscape" : "portrait";
}

describe("every page and every error, in both languages", () => {
  let both: BothLanguages;

  test.beforeAll(async ({ world }) => {
    both = await BothLanguages.gather(world);
  });

  test("the front page, and an address that is none", () =>
    both.walk(async ({ guest }) => {
      await guest.open("/");
      await guest.look("depan");
      await guest.open("/tidak-ada");
      await guest.look("404");
      // Where the files of the build are: our page as well, and not the bucket's XML.
      await guest.open("/assets/tidak-ada.js");
      await guest.look("404-berkas");
    }));

  test("login: nothing typed, a wrong password, sent here because a session ended", () =>
    both.walk(async (cast) => {
      const { guest } = cast;
      await guest.open("/masuk");
      await guest.look("masuk");
      await guest.submit();
      await guest.lookAtErrors("masuk-kosong");
      await guest.fill("nip", cast.person("officer").nip);
      await guest.fill("password", "Bukan-Kata-Sandi-1");
      await guest.submit();
      await guest.shows(".error-summary .reference");
      await guest.lookAtErrors("masuk-salah");
      await guest.open("/kartu", "main #sesi-berakhir");
      await guest.look("masuk-sesi-berakhir");
    }));

  test("a step of the login without a login leads to the login, which says why (W7)", () =>
    both.walk(async ({ guest }) => {
      for (const [name, path] of [
        ["kode", "/masuk/kode"],
        ["mfa", "/masuk/mfa"],
      ] as const) {
        await guest.open(path, "main #masuk-dulu");
        expect(new URL(guest.page.url()).pathname).toMatch(/\/masuk$/);
        await guest.look(`masuk-dulu-${name}`);
        await guest.standsStill(path, "main #masuk-dulu");
      }
    }));

  test("who is guessed at logs in all the same: the page does the work, and goes on by itself", async () => {
    const [cast] = both.casts;
    const { guest } = cast;
    const { employee } = await both.world.newcomer({
      like: "Oka Operatorawan",
      name: "Ojak Tertebak",
    });
    const { nip } = employee;
    await guest.open("/masuk");
    await guest.page.evaluate(`(async () => {
      for (let i = 0; i < 5; i++)
        await fetch("/api/session/login", {
          method: "POST",
          headers: { "content-type": "application/json", "x-kartu": "1" },
          body: JSON.stringify({ nip: "${nip}", password: "Bukan-Kata-Sandi-1" }),
        });
    })()`);
    await cast.logIn(guest, nip);
    await guest.shows("#code");

    const logins = guest.visitor.answers.filter((answer) => answer.includes("/session/login"));
    expect(logins.slice(-2)).toEqual([
      "POST /api/session/login 429",
      "POST /api/session/login 200",
    ]);
  });

  test("activation: each step, and what can go wrong at it", () =>
    both.walk(async (cast) => {
      const { guest } = cast;
      const { nip, email } = cast.person("activating");
      await guest.open("/aktivasi", ".captcha-image img");
      await guest.look("aktivasi-1");
      await guest.submit();
      await guest.lookAtErrors("aktivasi-1-kosong");
      await guest.fill("nip", nip);
      await guest.fill("captcha", "WRONG");
      await guest.submit();
      await guest.shows(".error-summary .reference");
      await guest.lookAtErrors("aktivasi-1-captcha-salah");
      await guest.click(".captcha .choice button:last-child");
      await guest.shows('progress[value="100"]');
      // The work is right whatever was typed of the image.
      expect(await guest.page.locator(".field-error").count()).toBe(0);
      await guest.look("aktivasi-1-tanpa-gambar");
      await guest.submit();
      await guest.shows("#email");
      await guest.look("aktivasi-2");
      await guest.submit();
      await guest.lookAtErrors("aktivasi-2-kosong");
      await guest.submit();
      // The same once more is told once more.
      await guest.shows(".error-summary:focus");
      await guest.fill("email", email);
      await guest.submit();
      await guest.shows("#newPassword");
      await guest.look("aktivasi-3");
      await guest.fill("code", "12345");
      await guest.fill("newPassword", "pendek");
      await guest.submit();
      await guest.lookAtErrors("aktivasi-3-salah");
      await guest.fill("code", await mailedCode(both.world, email));
      // One keyboard composes the letter, the other does not.
      await guest.fill("newPassword", newPassword.normalize("NFC"));
      await guest.fill("repeat", newPassword.normalize("NFD"));
      await guest.submit();
      await guest.shows('main a.button[href$="/masuk"]');
      await guest.look("aktivasi-selesai");
    }));

  test("setting up codes: the key, nothing typed, a wrong code, done", () =>
    both.walk(async (cast) => {
      const { guest } = cast;
      // Where the mailed code was just used: nowhere else is an authenticator set up (decision 0010).
      await cast.logIn(guest, cast.person("activating").nip, newPassword);
      await guest.shows(".enrolment-qr");
      await guest.look("mfa");
      await guest.standsStill("/masuk/mfa", ".enrolment-qr");
      await guest.click("main details summary");
      await guest.look("mfa-kunci");
      await guest.fill("deviceName", "");
      await guest.submit();
      await guest.lookAtErrors("mfa-kosong");
      await guest.fill("deviceName", "HP");
      await guest.fill("code", "000000");
      await guest.submit();
      await guest.shows(".error-summary .reference");
      await guest.lookAtErrors("mfa-kode-salah");
      await guest.fill("code", await codeOfShownKey(both.world, guest.page));
      await guest.submit();
      await guest.shows('main a.button[href$="/masuk"]');
      await guest.look("mfa-selesai");
    }));

  test("the code at a login: nothing typed, a wrong one", () =>
    both.walk(async (cast) => {
      const { holder } = cast;
      await cast.logIn(holder, cast.person("holder").nip);
      await holder.shows("#code");
      await holder.look("kode");
      await holder.standsStill("/masuk/kode", "#code");
      await holder.submit();
      await holder.lookAtErrors("kode-kosong");
      await holder.fill("code", "000000");
      await holder.submit();
      await holder.shows(".error-summary .reference");
      await holder.lookAtErrors("kode-salah");
    }));

  test("a keyboard alone leads from the login to all of the card's page, and shows where it is", () =>
    both.walk(async (cast) => {
      const { holder } = cast;
      const { keyboard } = holder.page;
      const { nip } = cast.person("holder");
      await holder.open("/masuk", "main form [type=submit]:enabled");
      await keyboard.press("Tab");
      expect((await focusStop(holder.page)).element).toContain("skip-link");
      await keyboard.press("Enter");
      await holder.shows("main:focus");
      await holder.tabTo("nip");
      await keyboard.type(nip);
      await holder.tabTo("password");
      await keyboard.type(demoPassword);
      const nextForm = await watchNextForm(holder.page);
      await keyboard.press("Enter");
      await holder.shows("h1:focus");
      expect(await nextForm()).toBe("works");
      await holder.tabTo("code");
      await keyboard.type(both.world.nextCode(nip));
      await keyboard.press("Enter");
      await holder.imagesDrawn("img.card-face");
      await holder.shows("h1:focus");

      await holder.open("/kartu", "img.card-face");
      await holder.shows(".menu summary");
      const wanted = await operable(holder.page);
      const stops = [];
      for (const _ of wanted) {
        await keyboard.press("Tab");
        stops.push(await focusStop(holder.page));
      }
      expect(stops.map(({ element }) => element)).toEqual(wanted);
      expect(stops.filter(({ isVisible }) => !isVisible)).toEqual([]);
    }));

  test("the card, both sides and shapes, and printed at its true size, a side a page", () =>
    both.walk(async ({ holder, language }) => {
      const print = async () => printedSizes(await holder.page.pdf({ preferCSSPageSize: true }));
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
    both.walk(async ({ holder }) => {
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
    both.walk(async ({ holder }) => {
      const { page } = holder;
      const context = page.context();
      await holder.open("/kartu", "img.card-face");
      await holder.click(".menu summary");
      await context.setOffline(true);
      await holder.click(".menu li:nth-child(3) a");
      await holder.shows(".menu .notice-warning");
      await holder.look("kartu-unduh-luring");
      await context.setOffline(false);

      // The page itself does not hear of the session's end before the download does.
      const cookies = await context.cookies();
      await page.route("**/api/me/card", (route) => route.abort());
      await context.clearCookies();
      await holder.click(".menu li:first-child a");
      await holder.shows('.menu .notice-warning a[href$="/masuk"]');
      await holder.look("kartu-unduh-sesi-berakhir");
      expect(new URL(page.url()).pathname).toMatch(/\/kartu$/);
      await page.unroute("**/api/me/card");
      await context.addCookies(cookies);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(".menu li:nth-child(4) a").click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^kartu-asn-a4-(potret|lanskap)\.pdf$/);
    }));

  test("a picture that does not arrive is asked for again: by hand, and by itself once online", () =>
    both.walk(async ({ holder }) => {
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

  test("a photo: refused on the device, refused by the service, accepted", () =>
    both.walk(async (cast) => {
      const { holder } = cast;
      await holder.open("/foto", "main button:enabled");
      await holder.look("foto");
      await cast.choosePhoto("dimensions");
      await holder.shows('li[data-outcome="failed"]');
      expect(await holder.page.title()).toMatch(/^(Galat|Error): /);
      await holder.look("foto-ditolak-di-perangkat");
      await cast.choosePhoto("sharpness");
      await holder.shows('.rules:has(li:nth-child(4)) li[data-outcome="failed"]');
      await holder.look("foto-ditolak");
      await cast.choosePhoto();
      await holder.imagesDrawn(".previews img");
      await holder.look("foto-diterima");
      // Found again, though the page was left before anything was said to it.
      await holder.open("/foto", ".previews img");
      await holder.imagesDrawn(".previews img");
      await holder.look("foto-diterima-lagi");
    }));

  test("a file that the device does not give is said to be unreadable", () =>
    both.walk(async (cast) => {
      const { holder } = cast;
      await holder.open("/foto", "main button:enabled");
      // As of a file that was moved away after it was chosen.
      await holder.page.evaluate(
        'Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException("", "NotReadableError"))',
      );
      await cast.choosePhoto();
      await holder.shows(".photo-page .notice-bad");
      expect(await holder.page.title()).toMatch(/^(Galat|Error): /);
      await holder.look("foto-tidak-terbaca");
    }));

  test("verification: nothing typed, a wrong captcha, a valid card, an unknown code", () =>
    both.walk(async (cast) => {
      const { guest } = cast;
      const path = await cast.qrPath();
      await guest.open(path, "#image[src^='data:image']");
      await guest.look("periksa");
      await guest.submit();
      await guest.lookAtProblem("periksa-kosong");
      await guest.fill("answer", "WRONG");
      await guest.submit();
      await guest.lookAtProblem("periksa-captcha-salah");
      await guest.click("#by-work");
      // What was wrong with the image is not wrong with the work.
      expect(await guest.page.locator("#problem").isVisible()).toBe(false);
      expect(await guest.page.title()).not.toMatch(/^(Galat|Error): /);
      await guest.look("periksa-tanpa-gambar");
      await cast.verify(path, ".good");
      await guest.imagesDrawn("#result img");
      await guest.look("periksa-sah");
      await cast.verify(`/v/${unknownToken}`, ".bad");
      await guest.look("periksa-tidak-dikenal");
    }));

  test("no view is excused that has nothing wrong", () => {
    expect(needlessEntries()).toEqual([]);
  });

  test("the security policy stopped nothing, and no page complained", () => {
    expect(both.complaints).toEqual([]);
  });

  test("each first view is within its budget, as it comes over the wire", async () => {
    const views = budgets.map(async ({ page, limit }) => {
      const bytes = await firstViewBytes(both.world, page === "v" ? `v/${unknownToken}` : page);
      return { page, limit, bytes };
    });
    const measured = await Promise.all(views);
    expect(measured.filter(({ bytes, limit }) => bytes > limit)).toEqual([]);
    // A page that sends nothing is not light, it is not measured.
    expect(measured.filter(({ bytes }) => bytes < 3000)).toEqual([]);
  });
});
