/** A holder pauses, resumes and replaces the QR of the own card; whoever checks the card reads it at once. */
import { describe, expect } from "vitest";
import { groupNip } from "#shared/employee/nip.ts";
import { Casts } from "./support/casts.ts";
import { test } from "./support/world.ts";

const words = {
  id: { suspended: "Ditangguhkan", superseded: "Diganti", scanned: "QR dipindai" },
  en: { suspended: "Suspended", superseded: "Replaced", scanned: "QR scanned" },
} as const;

const section = "section[aria-labelledby=own-qr-title]";

describe("the QR of the own card", () => {
  let casts: Casts;

  test.beforeAll(async ({ world }) => {
    casts = await Casts.gather(world, "own-qr");
    for (const cast of casts.all) {
      await cast.signInHolder();
      await cast.signInOfficer();
    }
  });

  test("is paused, which each check, the officer and the holder's card say, and resumed", () =>
    casts.walk(async (cast) => {
      const { holder, guest, officer, language } = cast;
      const result = guest.page.locator("#result");
      const path = await cast.qrPath();
      await cast.verify(path, ".good");
      await holder.open("/akun/data", "#own-qr-title");
      await holder.click('#scans-title ~ p a[href="#own-qr-title"]');
      expect(new URL(holder.page.url()).hash).toBe("#own-qr-title");
      await holder.look("akun-data-qr");
      await holder.click(`${section} .button-row button:first-child`);
      await holder.shows(`${section} .notice-warning`);
      await holder.look("akun-data-qr-dijeda");

      await cast.verify(path, ".caution");
      expect(await result.innerText()).toContain(words[language].suspended);
      await guest.look("periksa-qr-dijeda");
      await holder.open("/kartu", "img.card-face");
      await holder.imagesDrawn("img.card-face");
      await holder.shows(".status-badge[data-status=suspended]");
      await holder.shows("aside .notice-warning a[href*='/akun/data']");
      await holder.look("kartu-qr-dijeda");
      await cast.openRecord();
      await officer.shows(".record-facts");
      await officer.look("pegawai-qr-dijeda");

      await holder.standsStill("/kartu", "img.card-face");
      await holder.standsStill("/akun/data", "#own-qr-title");
      await holder.open("/akun/data", `${section} .notice-warning`);
      await holder.click(`${section} .button-row button:first-child`);
      await holder.page.locator(`${section} .notice-warning`).waitFor({ state: "detached" });
      await cast.verify(path, ".good");
      await holder.click("#scans-title ~ button");
      await holder.shows("#scans-title ~ ul li:focus");
      expect(await holder.page.locator("#scans-title ~ ul").innerText()).toContain(
        words[language].scanned,
      );
    }));

  test("shows the whole NIP for an hour once its holder says so, and masks it again at once", () =>
    casts.walk(async (cast) => {
      const { holder, guest } = cast;
      const nip = groupNip(cast.person("holder").nip);
      const told = guest.page.locator("#result");
      const panel = "section[aria-labelledby=own-nip-title]";
      const path = await cast.qrPath();
      await cast.verify(path, ".good");
      expect(await told.innerText()).not.toContain(nip);
      await holder.open("/akun/data", "#own-nip-title");
      await holder.click(`${panel} button`);
      await holder.shows(`${panel} .notice-warning`);
      await holder.look("akun-data-nip-dibuka");
      await cast.verify(path, ".good");
      expect(await told.innerText()).toContain(nip);
      await guest.look("periksa-nip-dibuka");

      await holder.click(`${panel} button`);
      await holder.page.locator(`${panel} .notice-warning`).waitFor({ state: "detached" });
      await cast.verify(path, ".good");
      expect(await told.innerText()).not.toContain(nip);
    }));

  test("is replaced once its holder has said so twice: the old one is dead, the new one valid", () =>
    casts.walk(async (cast) => {
      const { holder, guest, language } = cast;
      const old = await cast.qrPath();
      await holder.open("/akun/data", "#own-qr-title");
      await holder.click(`${section} .button-row button:last-child`);
      await holder.shows("dialog[open] .button-danger");
      await holder.look("akun-data-qr-yakin");
      await holder.click("dialog[open] .button-danger");
      await holder.page.locator("dialog[open]").waitFor({ state: "detached" });
      await holder.shows(`${section} [role=status]:not(:empty)`);
      await holder.look("akun-data-qr-diganti");

      const current = await cast.qrPath();
      expect(current).not.toBe(old);
      await cast.verify(old, ".caution");
      expect(await guest.page.locator("#result").innerText()).toContain(words[language].superseded);
      await cast.verify(current, ".good");
    }));

  test("and its holder was told of each by mail, and by nothing else", async ({ world }) => {
    await world.cloud.waitUntilIdle();
    for (const cast of casts.all) {
      const { email = "" } = cast.person("holder");
      // The newest first.
      const subjects = world.cloud
        .mails()
        .filter(({ to, subject }) => to.includes(email) && /^(Kode QR|NIP)/.test(subject))
        .map(({ subject }) => subject);
      expect(subjects).toEqual([
        "Kode QR Kartu ASN Virtual Anda diganti",
        "NIP pada Kartu ASN Virtual Anda disamarkan lagi",
        "NIP pada Kartu ASN Virtual Anda dibuka satu jam",
        "Kode QR Kartu ASN Virtual Anda aktif lagi",
        "Kode QR Kartu ASN Virtual Anda dijeda",
      ]);
    }
    expect(casts.complaints).toEqual([]);
  });
});
