import { describe, expect } from "vitest";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import { demoPassword } from "../../local/demo/demo-login.ts";
import { budgets } from "../../web/budgets.ts";
import { byHand } from "./chapters/by-hand.ts";
import { cardPage } from "./chapters/card-page.ts";
import { qrPages } from "./chapters/qr-pages.ts";
import { Casts } from "./support/casts.ts";
import { firstViewBytes } from "./support/first-view.ts";
import { focusStop, operable, watchNextForm } from "./support/inspection.ts";
import { needlessEntries } from "./support/known-faults.ts";
import { test } from "./support/world.ts";

const unknownToken = "0123456789abcdefghjkmnpqrs";

describe("every page and every error", () => {
  let casts: Casts;

  test.beforeAll(async ({ world }) => {
    casts = await Casts.gather(world, "pages");
  });

  test("the front page, and an address that is none", () =>
    casts.walk(async ({ guest }) => {
      await guest.open("/");
      await guest.look("depan");
      await guest.open("/tidak-ada");
      await guest.look("404");
      // Where the files of the build are: our page as well, and not the bucket's XML.
      await guest.open("/assets/tidak-ada.js");
      await guest.look("404-berkas");
    }));

  test("the steps after a lost phone, of holders and of officers, which can be printed", () =>
    casts.walk(async ({ guest }) => {
      for (const name of ["ponsel-hilang", "loket", "periksa", "privasi"]) {
        const ready = { periksa: "main ol", privasi: "main dl" }[name] ?? "main button";
        await guest.open(`/bantuan/${name}`, ready);
        await guest.look(`bantuan-${name}`);
        await guest.standsStill(`/bantuan/${name}`, ready);
      }
    }));

  test("login: nothing typed, a wrong password, sent here because a session ended", () =>
    casts.walk(async (cast) => {
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
    casts.walk(async ({ guest }) => {
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

  test("who is guessed at logs in all the same: the page does the work, and goes on by itself", () =>
    casts.walk(async (cast) => {
      const { guest } = cast;
      const { employee } = await casts.world.newcomer({
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
    }));

  test("a keyboard alone leads from the login to all of the card's page, and shows where it is", () =>
    casts.walk(async (cast) => {
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
      await keyboard.type(casts.world.nextCode(nip));
      await keyboard.press("Enter");
      await holder.imagesDrawn("img.card-face");
      await holder.shows("h1:focus");

      await holder.open("/kartu", "img.card-face");
      // Messages and announcements come each with an answer of their own, and bring what can be reached.
      await holder.shows("#notifications-title");
      await holder.page.waitForLoadState("networkidle");
      const wanted = await operable(holder.page);
      const stops = [];
      for (const _ of wanted) {
        await keyboard.press("Tab");
        stops.push(await focusStop(holder.page));
      }
      expect(stops.map(({ element }) => element)).toEqual(wanted);
      expect(stops.filter(({ isVisible }) => !isVisible)).toEqual([]);
    }));

  cardPage(() => casts);

  qrPages(() => casts);

  test("a photo: refused on the device, refused by the service, accepted", () =>
    casts.walk(async (cast) => {
      const { holder } = cast;
      await holder.open("/foto", "main button:enabled");
      await holder.look("foto");
      await cast.choosePhoto("dimensions");
      await holder.shows('li[data-outcome="failed"]');
      await expect.poll(() => holder.page.title()).toMatch(/^(Galat|Error): /);
      await holder.look("foto-ditolak-di-perangkat");
      await cast.choosePhoto("sharpness");
      await holder.shows('.rules:has(li:nth-child(4)) li[data-outcome="failed"]');
      await holder.look("foto-ditolak");
      await holder.standsStill("/foto", "main button:enabled", async () => {
        await cast.choosePhoto("dimensions");
        await holder.shows('li[data-outcome="failed"]');
        await cast.choosePhoto("sharpness");
        await holder.shows('.rules:has(li:nth-child(4)) li[data-outcome="failed"]');
      });
      await cast.choosePhoto();
      await holder.imagesDrawn(".previews img");
      await holder.look("foto-diterima");
      // Found again, though the page was left before anything was said to it.
      await holder.open("/foto", ".previews img");
      await holder.imagesDrawn(".previews img");
      await holder.look("foto-diterima-lagi");
    }));

  test("the photo studio: framed, cut out, checked, found again", () =>
    casts.walk(async (cast) => {
      const { holder } = cast;
      await holder.open("/foto", "main button:enabled");
      await cast.choosePhoto("format");
      await holder.shows(".stage canvas");
      await holder.look("studio-bingkai");
      await holder.press(/^(Lanjut|Next)$/);
      await holder.shows('[data-drawn="true"]');
      await holder.press(/^(Hapus latar|Remove the background)$/);
      await holder.shows('[data-drawn="false"]');
      await holder.shows('[data-drawn="true"]');
      await holder.look("studio-latar");
      await holder.press(/^(Lanjut|Next)$/);
      await holder.shows(".sketch text + image");
      await holder.look("studio-periksa");
      await holder.open("/foto", ".sketch text + image");
      await holder.look("studio-lagi");
    }));

  test("a file that the device does not give is said to be unreadable", () =>
    casts.walk(async (cast) => {
      const { holder } = cast;
      await holder.open("/foto", "main button:enabled");
      // As of a file that was moved away after it was chosen.
      await holder.page.evaluate(
        'Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException("", "NotReadableError"))',
      );
      await cast.choosePhoto();
      await holder.shows(".photo-page .notice-bad");
      await expect.poll(() => holder.page.title()).toMatch(/^(Galat|Error): /);
      await holder.look("foto-tidak-terbaca");
    }));

  test("verification: nothing typed, a wrong captcha, a valid card, an unknown code", () =>
    casts.walk(async (cast) => {
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
      await expect.poll(() => guest.page.title()).not.toMatch(/^(Galat|Error): /);
      await guest.look("periksa-tanpa-gambar");
      await cast.verify(path, ".good");
      await guest.imagesDrawn("#result img");
      await guest.look("periksa-sah");
      await cast.verify(`/v/${unknownToken}`, ".bad");
      await guest.look("periksa-tidak-dikenal");
    }));

  byHand(() => casts);

  test("no view is excused that has nothing wrong", () => {
    expect(needlessEntries()).toEqual([]);
  });

  test("the security policy stopped nothing, and no page complained", () => {
    expect(casts.complaints).toEqual([]);
  });

  test("each first view is within its budget, as it comes over the wire", async () => {
    // Four at a time: with all at once a page's scripts start so late that it seems to be idle.
    const measured = await sideBySide(
      budgets,
      async ({ page, limit }) => {
        const bytes = await firstViewBytes(casts.world, page === "v" ? `v/${unknownToken}` : page);
        return { page, limit, bytes };
      },
      4,
    );
    expect(measured.filter(({ bytes, limit }) => bytes > limit)).toEqual([]);
    // A page that sends nothing is not light, it is not measured.
    expect(measured.filter(({ bytes }) => bytes < 1000)).toEqual([]);
  });
});
