/** Four people are marked in the list, of whom one has a card: who of them is printed is shown before anything is. */

import { readFileSync } from "node:fs";
import { PDFDocument } from "pdf-lib";
import { beforeEach, describe, expect } from "vitest";
import { anEmployee } from "../support/builders.ts";
import { addCrowd } from "./support/crowd.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const unit = "Dinas Pilihan";
const crowd = 3;

describe("a petugas at a phone in Indonesian, another one at a desktop in English", () => {
  let world: World;
  let small: Tour;
  let large: Tour;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { cloud } = world;
    const at = async (language: "id" | "en", screen: typeof phone) =>
      new Tour(language, await world.visitor({ ...screen, language }), cloud.siteUrl);
    [small, large] = [await at("id", phone), await at("en", desktop)];
    await world.newcomer({ like: "Siti Contohwati", name: "Siska Terpilihwati" });
    const { instansiId, instansi } = anEmployee();
    const named = (i: number) => ({ unitKerja: unit, name: `Terpilihwati ${"ABC"[i]}` });
    await addCrowd(cloud, crowd, { instansiId, instansi }, named, 1600);
  });
  beforeEach(() => pictureFailures([small, large].map(({ visitor }) => visitor)));

  const signIn = async ({ visitor }: Tour, like: string, name: string) => {
    await visitor.signIn((await world.newcomer({ like, name })).employee.nip);
    await visitor.isAt("/petugas/beranda");
  };
  const inIndonesian = { begin: "Pilih beberapa…", all: "Pilih semua yang ditemukan" };
  const inEnglish = { begin: "Choose several…", all: "Choose all that were found" };
  const markAll = async (tour: Tour, words: typeof inEnglish) => {
    await tour.open("/petugas", "table");
    await tour.press(words.begin);
    await tour.shows(".mark");
    await tour.fill("q", "terpilihwati");
    await tour.submit();
    await tour.visitor.sees(/Siska Terpilihwati/);
    await tour.press(words.all);
    await tour.shows('a[href*="untuk=cetak"]');
  };

  test("cards: who has no photo is named and left out, and the file has the others", async () => {
    await signIn(small, "Budi Petugasanto", "Bagas Pilihanto");
    await markAll(small, inIndonesian);
    await small.look("pilihan-daftar");
    await small.click('a[href*="untuk=cetak"]');
    await small.shows("#kind");
    await small.look("pilihan-cetak");
    await small.submit();
    await small.visitor.sees(/1 pegawai akan dicetak/);
    await small.visitor.sees(/3 pegawai tidak ikut/);
    await small.look("pilihan-cetak-siapa");
    await small.press("Cetak kartu 1 pegawai");
    await small.visitor.isAt("/petugas/cetak");
    await small.shows(".print-item .notice-good");
    await small.look("pilihan-cetak-siap");
    const item = small.visitor.page.locator(".print-item").first();
    expect(await item.locator("h3").textContent()).toBe("1 pegawai pilihan");
    const download = await small.visitor.download("Download PDF");

    expect(download.suggestedFilename()).toMatch(/^kartu-asn_pilihan_lanskap_/);
    const file = readFileSync(await download.path());
    expect((await PDFDocument.load(file)).getPageCount()).toBe(2);
  }, 120_000);

  test("letters, by keyboard alone: to who has not activated, and not to who has", async () => {
    await signIn(large, "Rahayu Verifikasari", "Ratna Pilihansari");
    await markAll(large, inEnglish);
    const { page } = large.visitor;
    await page.locator('a[href*="untuk=cetak"]').press("Enter");
    await large.shows("#kind");
    await large.shows("h1:focus");
    await large.tabTo("kind");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.locator("#shape").count()).toBe(0);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await large.visitor.sees(/People to print for: 3/);
    await large.look("pilihan-surat-siapa");
    await large.shows("h2:focus");
    await page.getByRole("button", { name: "Print letters to 3 people" }).press("Enter");
    await large.visitor.isAt("/petugas/cetak");
    await large.visitor.sees("3 letters are ready to print.");
    await large.look("pilihan-surat-siap");
  }, 120_000);

  test("they are reminded: who has activated is left out, and nobody twice in a week", async () => {
    // The print has emptied the marks.
    await markAll(small, inIndonesian);
    await small.click('a[href*="untuk=ingatkan"]');
    await small.shows("#list");
    await small.look("pilihan-ingatkan");
    await small.submit();
    await small.visitor.sees(/3 pegawai akan dikirimi surel/);
    await small.visitor.sees(/tidak perlu diingatkan untuk hal ini/);
    await small.look("pilihan-ingatkan-siapa");
    await small.press("Kirim ke 3 pegawai");
    await small.visitor.sees(/Selesai: 3 pegawai diingatkan/);
    await small.look("pilihan-ingatkan-selesai");
    // The report has an address, so that a reload keeps it; and nobody stays marked for the next change.
    await small.reload();
    await small.visitor.sees(/Selesai: 3 pegawai diingatkan/);
    await small.open("/petugas", "table");
    expect(await small.visitor.page.locator(".mark").count()).toBe(0);
    await world.cloud.waitUntilIdle();
    const sent = world.cloud.mails().filter(({ to }) => /^kerumunan160\d@/.test(String(to)));
    expect(sent).toHaveLength(crowd);

    const { page } = large.visitor;
    await markAll(large, inEnglish);
    await page.locator('a[href*="untuk=ingatkan"]').press("Enter");
    await large.shows("#list");
    await large.tabTo("list");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await large.visitor.sees(/Nobody needs a reminder now/);
    await large.look("pilihan-ingatkan-nihil");
  }, 120_000);
});
