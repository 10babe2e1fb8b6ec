import { describe, expect } from "vitest";
import { begunChange } from "./chapters/begun-change.ts";
import { cardOnRecord, deathOnRecord } from "./chapters/card-on-record.ts";
import { Casts } from "./support/casts.ts";
import { needlessEntries } from "./support/known-faults.ts";
import { test } from "./support/world.ts";

describe("every page and every error of an officer, and what comes of it for the holder", () => {
  let casts: Casts;

  test.beforeAll(async ({ world }) => {
    casts = await Casts.gather(world, "officer-pages");
    for (const cast of casts.all) {
      await cast.signInHolder();
      await cast.signInOfficer();
    }
  });

  test("pages that need what the visitor has not: a photo, a record, the right", () =>
    casts.walk(async ({ officer, holder }) => {
      await officer.open("/kartu", ".notice-info h2");
      await officer.look("kartu-tanpa-foto");
      await officer.open("/petugas/pegawai?id=emp_tidakada", ".notice-warning");
      await officer.look("petugas-tidak-ada");
      await holder.open("/petugas", ".notice-warning");
      await holder.look("petugas-tidak-berwenang");
    }));

  test("a page stands still while its answers are slow", () =>
    casts.walk(async (cast) => {
      const { guest, holder, officer } = cast;
      const record = await cast.recordPath();
      const guestsPages = async () => {
        await guest.standsStill("/masuk", "main form [type=submit]:enabled");
        await guest.standsStill("/aktivasi", ".captcha-image img");
        const unknown = "/v/0123456789abcdefghjkmnpqrs";
        await guest.standsStill(unknown, "#image[src]");
        await guest.standsStill(unknown, "#submit:enabled", () => cast.checkByWork(".bad"));
      };
      const holdersPages = async () => {
        await holder.standsStill("/kartu", "img.card-face");
        await holder.standsStill("/foto", "main button:enabled");
        // Who is signed in already is led on.
        await holder.standsStill("/masuk", "main [role=status] strong");
        await holder.look("masuk-sudah-masuk");
      };
      const officersPages = async () => {
        await officer.standsStill("/petugas", "main tbody tr");
        await officer.standsStill(record, "main dl");
        await officer.standsStill("/petugas/cetak", "main form [type=submit]:enabled");
      };
      // Nearly all of it is waiting, so all three wait at once.
      await Promise.all([guestsPages(), holdersPages(), officersPages()]);
    }));

  test("an officer's list, and a search that finds nobody", () =>
    casts.walk(async ({ officer }) => {
      await officer.open("/petugas", "main table");
      await officer.look("petugas");
      const choices =
        "[...document.querySelectorAll('[name=status] option')].map((each) => each.value).join()";
      expect(await officer.page.evaluate(choices)).toBe(",active,upcoming,suspended,ended");
      // Seven columns, or blocks: no column sticks out of its panel.
      for (const width of [1280, 1200, 1100, 1024, 900]) {
        await officer.page.setViewportSize({ width, height: 720 });
        const beyond = `Math.max(...[...document.querySelectorAll(".data-table table")].map((table) =>
          table.getBoundingClientRect().right - table.parentElement.getBoundingClientRect().right))`;
        expect.soft(await officer.page.evaluate(beyond), `${width} px`).toBeLessThan(1);
      }
      await officer.fill("q", "tidakadaorangnya");
      await officer.submit();
      await officer.page.locator("main table").waitFor({ state: "detached" });
      await officer.look("petugas-tidak-ditemukan");
    }));

  test("a record: nothing changed, the review, changed meanwhile by someone else, saved", () =>
    casts.walk(async (cast) => {
      const { officer, guest } = cast;
      const oldPath = await cast.qrPath();
      await cast.openRecord();
      await officer.look("pegawai");
      await officer.click(".record-page .button");
      await officer.shows("#change-title:focus");
      await officer.look("pegawai-ubah");
      await officer.submit();
      await officer.lookAtErrors("pegawai-tidak-berubah");
      await officer.fill("jabatan", "Jabatan Percobaan Ahli Muda");
      await officer.fill("reason", "SK 12/2026");
      await officer.submit();
      await officer.shows("#review-title:focus");
      await officer.look("pegawai-periksa");
      await cast.changeMeanwhile({ phone: "0812 9999 1111", jabatan: "Jabatan Orang Lain" });
      await officer.submit();
      await officer.shows(".notice-warning table");
      await officer.lookAtErrors("pegawai-berubah-409");
      // Each field that both have changed is decided: the officer's own stays only when it is chosen.
      await officer.submit();
      await officer.lookAtErrors("pegawai-berubah-pilih");
      await officer.click("#choice-jabatan");
      await officer.submit();
      await officer.shows("main [role=status] .notice-good:focus");
      await officer.look("pegawai-tersimpan");
      await cast.verify(oldPath, ".caution");
      await guest.look("periksa-diganti");
    }));

  cardOnRecord(() => casts);

  test("a lost card's QR is replaced: with a reason, asked once more; the old one is dead and the new one valid", () =>
    casts.walk(async (cast) => {
      const { officer, guest } = cast;
      const lost = await cast.qrPath();
      await cast.openRecord();
      await officer.click(".record-side .panel:nth-child(2) .button-danger");
      await officer.shows("#qr-title:focus");
      await officer.look("pegawai-qr");
      await officer.submit();
      await officer.lookAtErrors("pegawai-qr-kosong");
      await officer.fill("qrReason", "Kartu hilang, surat lapor 18/2026");
      await officer.submit();
      await officer.shows("dialog[open] .button-danger");
      await officer.look("pegawai-qr-yakin");
      await officer.click("dialog[open] [type=submit]");
      await officer.shows("main [role=status] .notice-good:focus");
      await officer.look("pegawai-qr-diganti");
      const current = await cast.qrPath();
      expect(current).not.toBe(lost);
      await cast.verify(lost, ".caution");
      await guest.look("periksa-qr-diganti");
      await cast.verify(current, ".good");
    }));

  test("the list is found again as it was left: what was searched for, and the record that was opened", () =>
    casts.walk(async (cast) => {
      const { officer } = cast;
      const { page } = officer;
      const { nip, name } = cast.person("holder");
      const isFound = async () => {
        await officer.shows("main tbody a:focus");
        await expect.poll(() => page.locator("#q").inputValue()).toBe(nip);
        expect(await page.locator("main tbody tr").count()).toBe(1);
        expect(await page.locator("main tbody a:focus").textContent()).toContain(name);
      };
      await cast.openRecord();
      await page.goBack();
      await isFound();
      expect(page.url()).not.toContain(nip);
      await officer.click("main tbody a");
      await officer.shows(".record-facts");
      await page.reload();
      await officer.shows(".record-facts");
      await officer.click("main p:first-child > a");
      await isFound();
      await page.goBack();
      await officer.shows(".record-facts");
      await officer.open("/petugas", "main tbody tr:nth-child(3)");
      await expect.poll(() => page.locator("#q").inputValue()).toBe("");
    }));

  begunChange(() => casts);

  test("the own record is read and not changed, and its history says who read it", () =>
    casts.walk(async (cast) => {
      const { officer } = cast;
      const { page } = officer;
      const { nip, name } = cast.person("officer");
      await officer.open("/petugas", "main tbody tr");
      await officer.fill("q", nip);
      await officer.submit();
      await officer.click("main tbody tr:only-child a");
      await officer.shows("main .notice-info");
      expect(
        await page.locator(".record-page .button-danger, .record-facts ~ * .button").count(),
      ).toBe(0);
      const readings = page.locator(".record-page .data-table").last();
      await officer.click(".record-page h3 ~ div button");
      await officer.shows("main tbody th:focus");
      await expect.poll(() => readings.textContent()).toContain(name);
      await officer.look("pegawai-sendiri");
    }));

  test("an employment's status: nothing changed, asked once more, suspended, ended", () =>
    casts.walk(async (cast) => {
      const { officer, holder, guest } = cast;
      const path = await cast.qrPath();
      await cast.openRecord();
      await officer.click(".record-page .button-danger");
      await officer.shows("#status-title:focus");
      await officer.look("pegawai-status");
      // What was begun is there after a reload, until it is dropped.
      await officer.fill("statusReason", "Cuti di luar tanggungan negara");
      await officer.reload();
      await officer.shows(".danger-zone .notice-info button");
      expect(await officer.page.inputValue("#statusReason")).toMatch(/^Cuti/);
      await officer.click(".danger-zone .notice-info button");
      expect(await officer.page.inputValue("#statusReason")).toBe("");
      await officer.submit();
      await officer.lookAtErrors("pegawai-status-tidak-berubah");
      await officer.click("main form + .after-form button");
      await officer.shows("h1:focus");
      await cast.changeStatus("04");
      await cast.signInHolder(".notice-warning");
      await holder.open("/kartu", ".notice-warning");
      await holder.look("kartu-ditangguhkan");
      await cast.verify(path, ".caution");
      await guest.look("periksa-ditangguhkan");
      // A code of both kinds: nobody ends a PPPK with a pension.
      await cast.changeStatus("66");
      await cast.signInHolder(".notice-bad");
      await holder.open("/kartu", ".notice-bad");
      await holder.look("kartu-berakhir");
      await cast.verify(path, ".bad");
      await guest.look("periksa-berakhir");
    }));

  test("an address from which mails come back is told on the record, until it is another one", () =>
    casts.walk(async (cast) => {
      const { officer } = cast;
      const { email, nip } = cast.person("holder");
      await cast.openRecord();
      // An address of SES's mailbox simulator.
      await cast.moveEmail(`bounce+${nip}@simulator.amazonses.com`);
      await cast.openRecord();
      await officer.shows(".record-facts .notice-warning");
      await officer.look("pegawai-surel-kembali");
      await cast.moveEmail(email);
      await cast.openRecord();
      expect(await officer.page.locator(".record-facts .notice-warning").count()).toBe(0);
    }));

  deathOnRecord(() => casts);

  test("a session that is about to end asks whether to go on", () =>
    casts.walk(async ({ officer }) => {
      await officer.page.clock.install();
      await officer.open("/petugas", "main table");
      // Two minutes before the fifteenth: the page counts from the server's newest answer, to the second.
      await officer.page.clock.fastForward("13:30");
      await officer.shows("dialog[open]");
      await officer.look("sesi-hampir-berakhir");
    }));

  test("no view is excused that has nothing wrong", () => {
    expect(needlessEntries()).toEqual([]);
  });

  test("the security policy stopped nothing, and no page complained", () => {
    expect(casts.complaints).toEqual([]);
  });
});
