import { readFileSync } from "node:fs";
import { PDFDocument } from "pdf-lib";
import { beforeEach, describe, expect, onTestFailed } from "vitest";
import type { DemoEmployee } from "../../local/demo/people.ts";
import { anEmployee } from "../support/builders.ts";
import { addCrowd } from "./support/crowd.ts";
import { narrow, printedSizes } from "./support/inspection.ts";
import { changeRecord } from "./support/steps.ts";
import { Tour } from "./support/tour.ts";
import type { Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const unit = "Dinas Percetakan dan Penggandaan";
/** Ayu has never activated her account. */
const offices = "Dinas Persuratan";
/** More people than one file of letters takes. */
const large = "Dinas Besar";
/** Sita and Oki work there; Mangku comes to them. Oki has no photo. */
const newcomers = [
  { like: "Siti Contohwati", name: "Sita Cetakwati", unitKerja: unit },
  { like: "Made Percobaan", name: "Mangku Cetakan" },
  { like: "Oka Operatorawan", name: "Oki Cetakwan", unitKerja: unit },
  { like: "Ayu Barudatang", name: "Ayu Suratwati", unitKerja: offices },
];
const cards = 2;

describe("an officer prints the cards of a unit", () => {
  let world: World;
  let officer: Visitor;
  let tour: Tour;
  let english: Tour;
  const members: DemoEmployee[] = [];

  test.beforeAll(async ({ world: given }) => {
    world = given;
    for (const newcomer of newcomers) members.push((await world.newcomer(newcomer)).employee);
    const { instansiId, instansi } = anEmployee();
    await addCrowd(world.cloud, 505, { instansiId, instansi }, () => ({ unitKerja: large }), 1000);
    officer = await world.visitor({ width: narrow });
    tour = new Tour("id", officer, world.cloud.siteUrl);
    english = new Tour("en", officer, world.cloud.siteUrl);
  });
  beforeEach(() => {
    onTestFailed(() => officer.screenshot("failed-unit-print"));
  });

  test("someone with a card moves to the unit, and the card follows", async () => {
    await officer.signIn(await nipLike("Budi Petugasanto", "Bambang Cetaksanto"));
    await officer.isAt("/petugas/beranda");
    await officer.follow("Cari pegawai");
    await openRecord("mangku cet", "Mangku Cetakan");
    await changeRecord(officer, () => officer.type("Unit kerja", unit), "SK 12/2026");
    await world.cloud.waitUntilIdle();
  });

  test("nothing typed, a unit that nobody works in, one without photos: the field says what is wrong", async () => {
    for (const each of [english, tour]) {
      await each.open("/petugas/cetak", "main form [type=submit]:enabled");
      await each.look("cetak");
      await each.submit();
      await each.lookAtErrors("cetak-kosong");
      for (const [typed, name] of [
        ["Dinas Yang Tidak Ada", "cetak-tidak-dikenal"],
        ["Badan Kepegawaian dan Pengembangan SDM", "cetak-tanpa-foto"],
      ] as const) {
        await each.fill("unitKerja", typed);
        await each.submit();
        await each.shows(".error-summary .reference");
        await each.lookAtErrors(name);
      }
    }
  });

  test("a unit is suggested while its name is typed", async () => {
    await tour.fill("unitKerja", "dinas perc");
    const suggested = officer.page.locator("#units option");
    await expect.poll(() => suggested.getAttribute("value")).toBe(unit);
    await tour.look("cetak-saran");
  });

  test("from a record of the unit, by keyboard alone, to the file", async () => {
    const { keyboard } = officer.page;
    await officer.follow("Kembali ke daftar pegawai");
    await openRecord("sita cetak", "Sita Cetakwati");
    await officer.page.getByRole("link", { name: "Cetak kartu unit ini" }).press("Enter");
    await officer.isAt("/petugas/cetak");
    await tour.shows("h1:focus");
    await expect.poll(() => officer.page.locator("#unitKerja").inputValue()).toBe(unit);
    for (const field of ["unitKerja", "kind", "shape", "sheet"]) await tour.tabTo(field);
    await keyboard.press("Tab");
    await keyboard.press("Enter");

    await tour.shows('[role="status"] .notice-good');
    await officer.sees(`${cards} kartu siap dicetak.`);
    await officer.sees("1 pegawai tanpa foto tidak ikut dicetak:");
    await officer.sees(/^Oki Cetakwan/);
    await tour.look("cetak-siap");
  });

  test("a print is found again after a reload, with its unit, its state and who has no photo", async () => {
    for (const each of [english, tour]) {
      await each.open("/petugas/cetak", ".print-item .notice-good");
      const item = officer.page.locator(".print-item").first();
      expect(await item.locator("h3").textContent()).toBe(unit);
      expect(await item.locator(".names li").allTextContents()).toEqual([
        expect.stringMatching(/^Oki Cetakwan/),
      ]);
      await each.look("cetak-daftar");
    }
  });

  test("the file has two pages of a bank card's size for each card, and no name of anybody", async () => {
    const download = await officer.download("Download PDF");
    const file = readFileSync(await download.path());

    expect(download.suggestedFilename()).toMatch(
      /^kartu-asn_dinas-percetakan-dan-penggandaan_lanskap_\d{4}-\d\d-\d\d_\d{4}\.pdf$/,
    );
    expect((await PDFDocument.load(file)).getPageCount()).toBe(2 * cards);
    expect(printedSizes(file)).toEqual(Array(2 * cards).fill("bank card, landscape"));
  });

  test("another officer of the agency does not get at it", async () => {
    const file =
      (await officer.page.getByRole("link", { name: "Download PDF" }).getAttribute("href")) ?? "";
    const colleague = await world.visitor();
    await colleague.signIn(await nipLike("Rahayu Verifikasari", "Ratih Cetaksari"));
    await colleague.isAt("/petugas/beranda");
    const status = (path: string) =>
      colleague.page.evaluate(`fetch("${path}").then(({ status }) => status)`);

    expect(file).toMatch(/^\/api\/officer\/prints\/prt_\w+\/pdf$/);
    expect(await status(file)).toBe(404);
    expect(await status(file.replace("/pdf", ""))).toBe(404);
  });

  test("who may print nothing, and comes by the address alone, is told so and asked nothing", async () => {
    const auditor = await world.visitor();
    await auditor.signIn(await nipLike("Wayan Pemeriksawan", "Wira Cetakwan"));
    await auditor.isAt("/petugas/beranda");
    await auditor.goto("/petugas/cetak");
    await auditor.sees("Anda tidak berwenang membuka halaman ini.");
    expect(await auditor.page.locator("#unitKerja").isVisible()).toBe(false);
  });

  test("whoever has not activated the account gets a letter, a page of A4 with the address and no secret", async () => {
    await tour.fill("unitKerja", offices);
    await officer.page.locator("#kind").focus();
    await officer.page.keyboard.press("ArrowDown");
    await expect.poll(() => officer.page.locator("#shape").count()).toBe(0);
    await tour.look("cetak-surat");
    await officer.press("Cetak surat");
    await officer.sees("1 surat siap dicetak.");
    await tour.open("/petugas/cetak", ".print-item .notice-good");
    await tour.look("cetak-surat-siap");
    const newest = officer.page.locator(".print-item").first();
    const [download] = await Promise.all([
      officer.page.waitForEvent("download"),
      newest.getByRole("link", { name: "Download PDF" }).click(),
    ]);
    const file = readFileSync(await download.path());

    expect(download.suggestedFilename()).toMatch(/^surat-aktivasi_dinas-persuratan_/);
    expect((await PDFDocument.load(file)).getPageCount()).toBe(1);
    const [page] = (await PDFDocument.load(file)).getPages();
    expect(page?.getSize()).toEqual({ width: 595.28, height: 841.89 });
  });

  test("a unit of more people than one file takes is printed in parts, stopped and let go on", async () => {
    await tour.fill("unitKerja", large);
    await officer.page.locator("#kind").focus();
    await officer.page.keyboard.press("ArrowDown");
    await officer.press("Cetak surat");
    const newest = officer.page.locator(".print-item").first();
    await expect.poll(() => newest.locator("h3").textContent()).toBe(large);
    await newest.getByRole("button", { name: "Hentikan" }).press("Enter");
    await expect
      .poll(() => newest.textContent())
      .toMatch(/Pencetakan dihentikan|surat siap dicetak/);
    const resume = newest.getByRole("button", { name: "Lanjutkan" });
    if (await resume.count()) await resume.press("Enter");
    await expect
      .poll(() => newest.textContent(), { timeout: 90_000 })
      .toContain("505 surat siap dicetak.");
    expect(await newest.locator("ol > li").allTextContents()).toEqual([
      expect.stringContaining("KER–KER: 500 surat"),
      expect.stringContaining("KER–KER: 5 surat"),
    ]);
    for (const each of [english, tour]) {
      await each.open("/petugas/cetak", ".print-item .notice-good");
      await each.look("cetak-bagian");
    }
    const [download] = await Promise.all([
      officer.page.waitForEvent("download"),
      newest.getByRole("link", { name: "Download bagian 2" }).press("Enter"),
    ]);
    const file = readFileSync(await download.path());

    expect(download.suggestedFilename()).toMatch(/^surat-aktivasi_dinas-besar_.*_2-dari-2\.pdf$/);
    expect((await PDFDocument.load(file)).getPageCount()).toBe(5);
  });

  test("nothing was left behind: no dead letters, no complaints of the browser, nobody's name in the logs", async () => {
    await world.cloud.waitUntilIdle();
    const logs = world.logLines().join("\n");

    expect(world.cloud.deadLetters()).toEqual({});
    expect(officer.complaints).toEqual([]);
    expect(logs).toContain("print.drawn");
    expect(logs).toContain("print.fetched");
    const named = members.filter(({ nip, name }) => logs.includes(nip) || logs.includes(name));
    expect(named).toEqual([]);
  });

  async function nipLike(like: string, name: string): Promise<string> {
    return (await world.newcomer({ like, name })).employee.nip;
  }

  async function openRecord(beginning: string, name: string): Promise<void> {
    await officer.type("Nama atau NIP", beginning);
    await officer.press("Cari");
    await officer.follow(name);
    await officer.isAt("/petugas/pegawai");
  }
});
