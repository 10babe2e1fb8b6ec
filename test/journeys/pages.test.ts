import { afterAll, beforeAll, describe, expect, onTestFailed, test } from "vitest";
import { totpCode } from "../../local/cognito/totp.ts";
import { demoPassword } from "../../local/demo/seed.ts";
import { wordsOf } from "../../local/start/desk.ts";
import { budgets } from "../../web/budgets.ts";
import { Cast } from "./support/cast.ts";
import { firstViewBytes } from "./support/first-view.ts";
import { focusStop, operable, printedSizes, watchNextForm } from "./support/inspection.ts";
import { startWorld, type World } from "./support/world.ts";

const unknownToken = "0123456789abcdefghjkmnpqrs";

describe("every page and every error, in both languages", () => {
  let world: World;
  let casts: readonly [Cast, Cast];

  beforeAll(async () => {
    world = await startWorld();
    casts = await Promise.all([Cast.gather(world, "id"), Cast.gather(world, "en")]);
  });
  afterAll(() => world.stop());

  test("the front page, and an address that is none", () =>
    inBoth(async ({ guest }) => {
      await guest.open("/");
      await guest.look("depan");
      await guest.open("/tidak-ada");
      await guest.look("404");
    }));

  test("login: nothing typed, a wrong password, sent here because a session ended", () =>
    inBoth(async (cast) => {
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
      await guest.open("/kartu", "main form .notice-info, main .notice-info + form");
      await guest.look("masuk-sesi-berakhir");
    }));

  test("activation: each step, and what can go wrong at it", () =>
    inBoth(async (cast) => {
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
      await guest.look("aktivasi-1-tanpa-gambar");
      await guest.submit();
      await guest.shows("#email");
      await guest.look("aktivasi-2");
      await guest.submit();
      await guest.lookAtErrors("aktivasi-2-kosong");
      await guest.fill("email", email);
      await guest.submit();
      await guest.shows("#newPassword");
      await guest.look("aktivasi-3");
      await guest.fill("code", "12345");
      await guest.fill("newPassword", "pendek");
      await guest.submit();
      await guest.lookAtErrors("aktivasi-3-salah");
      await world.cloud.settle();
      const mail = world.cloud.mails().find(({ to }) => to.includes(email));
      await guest.fill("code", /\b\d{6}\b/.exec(mail ? wordsOf(mail) : "")?.[0] ?? "no mail");
      await guest.fill("newPassword", "Kuda-Hitam-9-Berlari");
      await guest.fill("repeat", "Kuda-Hitam-9-Berlari");
      await guest.submit();
      await guest.shows('main a.button[href$="/masuk"]');
      await guest.look("aktivasi-selesai");
    }));

  test("setting up codes: the key, nothing typed, a wrong code, done", () =>
    inBoth(async (cast) => {
      const { guest } = cast;
      await cast.logIn(guest, cast.person("enrolling").nip);
      await guest.shows(".enrolment-qr");
      await guest.look("mfa");
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
      const key = (await guest.page.locator(".key code").textContent()) ?? "";
      await guest.fill("code", totpCode(key.replaceAll(/\s/g, ""), world.cloud.clock.millis()));
      await guest.submit();
      await guest.shows('main a.button[href$="/masuk"]');
      await guest.look("mfa-selesai");
    }));

  test("the code at a login: nothing typed, a wrong one", () =>
    inBoth(async (cast) => {
      const { holder } = cast;
      await cast.logIn(holder, cast.person("holder").nip);
      await holder.shows("#code");
      await holder.look("kode");
      await holder.submit();
      await holder.lookAtErrors("kode-kosong");
      await holder.fill("code", "000000");
      await holder.submit();
      await holder.shows(".error-summary .reference");
      await holder.lookAtErrors("kode-salah");
    }));

  test("a keyboard alone leads from the login to all of the card's page, and shows where it is", async () => {
    // One after the other: a code must not grow old while the other language takes the next.
    for (const cast of casts) {
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
      await keyboard.type(world.nextCode(nip));
      await keyboard.press("Enter");
      await holder.imagesDrawn("img.card-face");
      await holder.shows("h1:focus");

      await holder.open("/kartu", "img.card-face");
      const wanted = await operable(holder.page);
      const stops = [];
      for (const _ of wanted) {
        await keyboard.press("Tab");
        stops.push(await focusStop(holder.page));
      }
      expect(stops.map(({ element }) => element)).toEqual(wanted);
      expect(stops.filter(({ isVisible }) => !isVisible)).toEqual([]);
    }
  });

  test("the card, both sides and shapes, and printed at its true size, a side a page", () =>
    inBoth(async ({ holder }) => {
      const print = async () => printedSizes(await holder.page.pdf({ preferCSSPageSize: true }));
      await holder.look("kartu");
      await holder.page.evaluate("globalThis.print = () => { document.title = 'printed'; }");
      await holder.click(".card-actions button");
      await expect.poll(() => holder.page.title()).toBe("printed");
      expect(await print()).toEqual(["bank card, landscape", "bank card, landscape"]);

      await holder.click(".card-choices fieldset:first-child button:last-child");
      await holder.click(".card-choices fieldset:last-child button:last-child");
      await holder.imagesDrawn("img.card-face");
      await holder.look("kartu-belakang-potret");
      expect(await print()).toEqual(["bank card, portrait", "bank card, portrait"]);
    }));

  test("a photo: refused on the device, refused by the service, accepted", () =>
    inBoth(async (cast) => {
      const { holder } = cast;
      await holder.open("/foto", "main button:enabled");
      await holder.look("foto");
      await cast.choosePhoto("dimensions");
      await holder.shows('li[data-verdict="failed"]');
      expect(await holder.page.title()).toMatch(/^(Galat|Error): /);
      await holder.look("foto-ditolak-di-perangkat");
      await cast.choosePhoto("sharpness");
      await holder.shows('li[data-verdict="failed"]:nth-child(n+4)');
      await holder.look("foto-ditolak");
      await cast.choosePhoto();
      await holder.imagesDrawn(".previews img");
      await holder.look("foto-diterima");
    }));

  test("verification: nothing typed, a wrong captcha, a valid card, an unknown code", () =>
    inBoth(async (cast) => {
      const { guest } = cast;
      const path = await cast.qrPath();
      await guest.open(path, "#image[src^='data:image']");
      await guest.look("periksa");
      await guest.submit();
      await guest.lookAtProblem("periksa-kosong");
      await guest.fill("answer", "WRONG");
      await guest.submit();
      await guest.lookAtProblem("periksa-captcha-salah");
      await cast.verify(path, ".good");
      await guest.imagesDrawn("#result img");
      await guest.look("periksa-sah");
      await cast.verify(`/v/${unknownToken}`, ".bad");
      await guest.look("periksa-tidak-dikenal");
    }));

  test("pages that need what the visitor has not: a photo, a record, the right", async () => {
    for (const cast of casts) await cast.signInOfficer();
    await inBoth(async ({ officer, holder }) => {
      await officer.open("/kartu", ".notice-info h2");
      await officer.look("kartu-tanpa-foto");
      await officer.open("/petugas/pegawai?id=emp_tidakada", ".notice-warning");
      await officer.look("petugas-tidak-ada");
      await holder.open("/petugas", ".notice-warning");
      await holder.look("petugas-tidak-berwenang");
    });
  });

  test("an officer's list, and a search that finds nobody", () =>
    inBoth(async ({ officer }) => {
      await officer.open("/petugas", "main table");
      await officer.look("petugas");
      await officer.fill("q", "tidakadaorangnya");
      await officer.submit();
      await officer.page.locator("main table").waitFor({ state: "detached" });
      await officer.look("petugas-tidak-ditemukan");
    }));

  test("a record: nothing changed, the review, changed meanwhile by someone else, saved", () =>
    inBoth(async (cast) => {
      const { officer, guest } = cast;
      const oldPath = await cast.qrPath();
      await cast.openRecord();
      await officer.look("pegawai");
      await officer.submit();
      await officer.lookAtErrors("pegawai-tidak-berubah");
      await officer.fill("jabatan", "Jabatan Percobaan Ahli Muda");
      await officer.fill("reason", "SK 12/2026");
      await officer.submit();
      await officer.shows("section table");
      await officer.look("pegawai-periksa");
      await cast.changeMeanwhile("0812 9999 1111");
      await officer.submit();
      await officer.shows(".wide .notice-warning table");
      await officer.lookAtErrors("pegawai-berubah-409");
      await officer.submit();
      await officer.shows(".wide .notice-good");
      await officer.look("pegawai-tersimpan");
      await cast.verify(oldPath, ".caution");
      await guest.look("periksa-diganti");
    }));

  test("an employment's status: nothing changed, asked once more, suspended, ended", () =>
    inBoth(async (cast) => {
      const { officer, holder, guest } = cast;
      const path = await cast.qrPath();
      await cast.openRecord();
      await officer.click("form:has(#statusReason) [type=submit]");
      await officer.lookAtErrors("pegawai-status-tidak-berubah");
      await cast.changeStatus("04");
      await holder.open("/kartu", ".notice-warning");
      await holder.look("kartu-ditangguhkan");
      await cast.verify(path, ".caution");
      await guest.look("periksa-ditangguhkan");
      await cast.changeStatus("99");
      await holder.open("/kartu", ".notice-bad");
      await holder.look("kartu-berakhir");
      await cast.verify(path, ".bad");
      await guest.look("periksa-berakhir");
    }));

  test("a session that is about to end asks whether to go on", () =>
    inBoth(async ({ officer }) => {
      await officer.page.clock.install();
      await officer.open("/petugas", "main table");
      await officer.page.clock.fastForward("12:30");
      await officer.shows("dialog[open]");
      await officer.look("sesi-hampir-berakhir");
    }));

  test("the security policy stopped nothing, and no page complained", () => {
    const tours = casts.flatMap((cast) => cast.tours);
    expect(tours.flatMap(({ visitor }) => visitor.complaints)).toEqual([]);
  });

  test("each first view is within its budget, as it comes over the wire", async () => {
    const views = budgets.map(async ({ page, limit }) => {
      const bytes = await firstViewBytes(world, page === "v" ? `v/${unknownToken}` : page);
      return { page, limit, bytes };
    });
    const measured = await Promise.all(views);
    expect(measured.filter(({ bytes, limit }) => bytes > limit)).toEqual([]);
    // A page that sends nothing is not light, it is not measured.
    expect(measured.filter(({ bytes }) => bytes < 3000)).toEqual([]);
  });

  /** The same in both languages at once. */
  async function inBoth(walk: (cast: Cast) => Promise<void>): Promise<void> {
    onTestFailed(async () => {
      for (const { tours, language } of casts)
        for (const [i, { visitor }] of tours.entries())
          await visitor.screenshot(`failed-${language}-${i}`);
    });
    await Promise.all(casts.map(walk));
  }
});
