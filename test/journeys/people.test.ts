/** Somebody comes in by form and activates the account; then BKN gives another number. Two people decide each. */
import { describe, expect } from "vitest";
import { codeOfShownKey, mailedCode } from "./support/codes.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const first = "199001012015032771";
const second = "199001022015032772";
const email = "dewi.lestari@contoh.example";
const password = "Kuda-Hitam-9-Berlari";
const reason = "SK 12/2026 tanggal 20 November 2026";

describe("a petugas at a desktop in Indonesian asks, a penyetuju at a phone in English decides", () => {
  let asking: Tour;
  let deciding: Tour;
  let holder: Tour;
  let unitKerja: string;

  test.beforeAll(async ({ world }) => {
    const at = async (language: "id" | "en", screen: typeof phone) =>
      new Tour(language, await world.visitor({ ...screen, language }), world.cloud.siteUrl);
    [asking, deciding] = [await at("id", desktop), await at("en", phone)];
    holder = await at("id", phone);
  });

  const all = () => [asking, deciding, holder].map(({ visitor }) => visitor);

  test("both sign in", async ({ world }) => {
    pictureFailures(all());
    const officer = async ({ visitor }: Tour, like: string, name: string) => {
      const { employee } = await world.newcomer({ like, name });
      await visitor.signIn(employee.nip);
      await visitor.isAt("/petugas/beranda");
      return employee;
    };
    unitKerja = (await officer(asking, "Budi Petugasanto", "Bima Pengisian")).unitKerja;
    await officer(deciding, "Rahayu Verifikasari", "Ratna Penentuwati");
  }, 120_000);

  test("the form follows the number, tells what is wrong, keeps what was typed, and asks", async () => {
    pictureFailures(all());
    await asking.open("/petugas", ".list-top a");
    await asking.click('a[href="/petugas/pegawai/baru"]');
    await asking.shows("#nip");
    await asking.look("pegawai-baru");
    await asking.submit();
    await asking.lookAtErrors("pegawai-baru-kosong");
    await asking.fill("nip", "199001012024212771");
    await asking.shows("#contractEnd");
    expect(await asking.page.locator("#kind option").allTextContents()).toEqual([
      "PPPK",
      "PPPK Paruh Waktu",
    ]);
    const position = () => asking.page.locator("#kedudukanHukum").inputValue();
    await expect.poll(position).toBe("71");
    await asking.fill("nip", first);
    await expect.poll(() => asking.page.locator("#contractEnd").count()).toBe(0);
    await expect.poll(position).toBe("01");
    await fillEntry();

    await asking.open("/petugas/pegawai/baru", "#nip");
    await expect.poll(() => asking.page.locator("#name").inputValue()).toBe("Dewi Lestari");
    await asking.visitor.sees("Isian yang sudah Anda mulai dipulihkan.");
    await asking.submit();
    await asking.shows(".notice-good:focus");
    await asking.visitor.sees(/^Dewi Lestari sudah diajukan/);
    await asking.look("pegawai-baru-diajukan");
  });

  async function fillEntry(): Promise<void> {
    const texts = { name: "Dewi Lestari", tmt: "01/03/2016", jabatan: "Arsiparis", unitKerja };
    for (const [field, text] of Object.entries({ ...texts, email, reason }))
      await asking.fill(field, text);
    await asking.choose("golongan", "III/a");
    await asking.choose("kedudukanHukum", "01");
  }

  test("a second person reads all that will be written, and lets her in", async () => {
    pictureFailures(all());
    await deciding.open("/petugas/persetujuan", ".print-item");
    await deciding.visitor.sees("Dewi Lestari");
    await deciding.look("persetujuan-pegawai-baru");
    await approve();
    await expect.poll(() => found(first)).toEqual(["Dewi Lestari"]);
  });

  async function approve(): Promise<void> {
    await deciding.press("Approve…");
    await deciding.shows("dialog[open] [type=submit]");
    await deciding.look("persetujuan-orang");
    await deciding.click("dialog[open] [type=submit]");
    await deciding.shows(".notice-good:focus");
  }

  /** Names in the officer's list for what was typed. */
  async function found(typed: string): Promise<string[]> {
    await asking.open("/petugas", "main form #q");
    await asking.fill("q", typed);
    await asking.submit();
    await asking.shows(".list-top p:focus");
    return await asking.page.locator("main tbody a").allTextContents();
  }

  test("she activates the account with number and address, and sees her card's page", async ({
    world,
  }) => {
    pictureFailures(all());
    await activate(world, first);
    await holder.visitor.isAt("/kartu");
  }, 60_000);

  async function activate(world: World, nip: string): Promise<void> {
    await holder.open("/aktivasi", ".captcha-image img");
    await holder.fill("nip", nip);
    await holder.click(".captcha .choice button:last-child");
    await holder.shows('progress[value="100"]');
    await holder.submit();
    await holder.fill("email", email);
    await holder.submit();
    await holder.shows("#newPassword");
    await holder.fill("code", await mailedCode(world, email));
    await holder.fill("newPassword", password);
    await holder.fill("repeat", password);
    await holder.submit();
    await holder.shows(".key code, main details summary");
    await holder.fill("deviceName", "HP");
    await holder.fill("code", await codeOfShownKey(world, holder.page));
    await holder.submit();
    await holder.shows(".recovery-codes");
    await holder.open("/masuk", "main form [type=submit]:enabled");
    await holder.fill("nip", nip);
    await holder.fill("password", password);
    await holder.submit();
    await holder.shows("#code");
    await holder.fill("code", world.nextCode(nip));
    await holder.submit();
    await holder.visitor.isAt("/kartu");
  }

  test("another number: asked on the record, decided by the other, and nobody is in any more", async () => {
    pictureFailures(all());
    await found(first);
    await asking.click("main tbody a");
    await asking.press("Ganti NIP…");
    await asking.shows("#nip");
    await asking.look("ganti-nip");
    await asking.fill("nip", first);
    await asking.fill("reason", "Surat BKN 7/2026");
    await asking.submit();
    await asking.lookAtErrors("ganti-nip-sama");
    await asking.fill("nip", second);
    await asking.submit();
    await asking.shows(".notice-good:focus");

    await deciding.open("/petugas/persetujuan", ".print-item ins");
    await deciding.visitor.sees("19900102 201503 2 772");
    await approve();
    await holder.open("/kartu", "main form [type=submit]:enabled");
    await holder.visitor.isAt("/masuk");
  });

  test("the old number finds her and signs nobody in; with the new one she begins anew", async ({
    world,
  }) => {
    pictureFailures(all());
    await expect.poll(() => found(first)).toEqual(["Dewi Lestari"]);
    expect(await asking.page.locator("main tbody").textContent()).toContain(
      "19900102 201503 2 772",
    );

    await holder.fill("nip", first);
    await holder.fill("password", password);
    await holder.submit();
    await holder.shows(".error-summary");
    await world.cloud.waitUntilIdle();
    const mails = world.cloud.mails().filter(({ to }) => to.includes(email));
    expect(mails.map(({ subject }) => subject)).toContain(
      "NIP pada Kartu ASN Virtual Anda diganti",
    );
    await activate(world, second);
    expect(all().flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 60_000);
});
