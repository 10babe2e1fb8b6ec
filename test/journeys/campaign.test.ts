/** An agency asks for addresses: a form without a login, a code by mail, and an officer who decides. */
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect } from "vitest";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { typedDay } from "../../web/src/typed-day.ts";
import { readByOthers } from "../support/spreadsheets.ts";
import { ownMailedCode } from "./support/codes.ts";
import { findInQueue } from "./support/find-in-queue.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const unitKerja = "Bidang Pemutakhiran Contoh";
const title = "Pemutakhiran surel 2026";
const address = "tono.baru@contoh.example";

describe("a campaign for addresses", () => {
  let world: World;
  let stranger: Tour;
  let desk: Tour;
  let person: SeededPerson;
  let officer: SeededPerson;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { siteUrl } = world.cloud;
    stranger = new Tour("id", await world.visitor({ ...phone, language: "id" }), siteUrl);
    desk = new Tour("id", await world.visitor({ ...desktop, language: "id" }), siteUrl);
    person = await world.newcomer({ like: "Siti Contohwati", name: "Tono Alamatno", unitKerja });
    officer = await world.newcomer({ like: "Budi Petugasanto", name: "Bima Kampanyeno" });
  });
  beforeEach(() => pictureFailures([stranger.visitor, desk.visitor]));

  test("a petugas opens it for a unit", async () => {
    await desk.visitor.signIn(officer.employee.nip);
    await desk.visitor.isAt("/petugas/beranda");
    await desk.open("/petugas/pengajuan?bagian=pemutakhiran", 'main a[href*="baru="]');
    await desk.look("pemutakhiran");
    await desk.click('main a[href*="baru="]');
    await desk.shows("#title");
    await desk.submit();
    await desk.lookAtErrors("pemutakhiran-kosong");
    const today = new Date(world.cloud.clock.millis()).toISOString().slice(0, 10);
    await desk.fill("title", title);
    await desk.page.fill("#firstDay", typedDay(today));
    await desk.page.fill("#lastDay", "01/01/2099");
    await desk.fill("unitKerja", unitKerja);
    await desk.submit();
    await desk.shows("#lastDay-error");
    const later = new Date(world.cloud.clock.millis() + 20 * 86_400_000).toISOString();
    await desk.page.fill("#lastDay", typedDay(later.slice(0, 10)));
    await desk.submit();
    await desk.shows("#review-title:focus");
    await desk.visitor.sees("Ditujukan kepada 1 pegawai");
    await desk.look("pemutakhiran-periksa-kelompok");
    await desk.press("Ubah");
    await desk.shows("#lastDay");
    await desk.submit();
    await desk.shows("#review-title:focus");
    await desk.press("Buka pemutakhiran");
    await desk.shows("#figures-title");
    await desk.visitor.sees("1 pegawai");
    await desk.look("pemutakhiran-angka");
  });

  test("somebody without a login answers, by the words of the circular", async () => {
    await stranger.open("/kontak", "#nip");
    await stranger.look("pemutakhiran-nip");
    await stranger.fill("nip", "123");
    await stranger.press("CEK NIP");
    await stranger.lookAtErrors("pemutakhiran-nip-salah");
    await stranger.page.selectOption("#campaign", { label: "Pemerintah Kabupaten Contoh" });
    await stranger.fill("nip", person.employee.nip);
    await stranger.press("CEK NIP");
    await stranger.shows("#email");
    await stranger.fill("email", address);
    await stranger.fill("phone", "0812 3456 7890");
    await stranger.look("pemutakhiran-isian");
    await stranger.submit();
    await stranger.shows(".captcha");
    await stranger.visitor.sees(address);
    await stranger.press("Tanpa gambar");
    await stranger.shows('progress[value="100"]');
    await stranger.look("pemutakhiran-periksa");
    await stranger.press("SIMPAN DATA");
    await stranger.shows("#mailedCode");
    await stranger.look("pemutakhiran-kode");
    // The phone drops the tab while the mail is read.
    await stranger.reload();
    await stranger.shows("#mailedCode");
    const code = await ownMailedCode(world, address);
    await stranger.fill("mailedCode", anotherCode(code));
    await stranger.submit();
    await stranger.visitor.sees("Kode salah. Hanya kode dari surel terakhir yang berlaku.");
    await stranger.look("pemutakhiran-kode-salah");
    await stranger.fill("mailedCode", code);
    await stranger.submit();
    await stranger.visitor.sees("Selamat email Anda telah berhasil disimpan. Terima Kasih.");
    await stranger.look("pemutakhiran-tersimpan");
  });

  test("it becomes a request beside a warning, with no question to who did not sign in, and is decided", async () => {
    world.cloud.clock.advance(6 * 60_000);
    await world.cloud.waitUntilIdle({ timeoutSeconds: 60 });
    await desk.open("/petugas/pengajuan", "#request-title");
    await findInQueue(desk, person);
    await desk.visitor.sees(address);
    await desk.visitor.sees(/Siapa pun yang tahu NIP/);
    await desk.look("antrean-pemutakhiran");
    expect(await desk.page.locator("[data-decision=clarify]").count()).toBe(0);
    await desk.page.locator("#request-title").focus();
    await desk.page.keyboard.press("t");
    await desk.shows("select#code:focus");
    await desk.fill("reason", "Bukan alamat pegawai ini.");
    await desk.submit();
    await desk.visitor.sees(/Ditolak: /);
  });

  test("what has ended is found by its outcome, and opens", async () => {
    await desk.open("/petugas/pengajuan", 'main a[href$="bagian=selesai"]');
    await desk.click('main a[href$="bagian=selesai"]');
    await desk.shows("#ended-title");
    await desk.page.selectOption("#outcome", "rejected");
    const ended = desk.page.locator("#ended-title ~ ul > li", { hasText: person.employee.name });
    await ended.getByText("Ditolak").waitFor();
    await desk.look("pengajuan-selesai");
    await ended.locator("a").click();
    await desk.visitor.sees("Bukan alamat pegawai ini.");
  });

  test("who has answered and who has not leaves as a file, with the figures above", async () => {
    await desk.open("/petugas/pengajuan?bagian=pemutakhiran", "#campaigns-title");
    await desk.click('#campaigns-title ~ ul a[href*="id="]');
    await desk.shows("#file-title");
    await desk.visitor.press("Siapkan berkas");
    await desk.visitor.sees("Diminta. Berkasnya ada di halaman «Ekspor».");
    await desk.look("pemutakhiran-berkas");
    await desk.visitor.follow("Buka «Ekspor»");
    await desk.visitor.isAt("/petugas/ekspor");
    await desk.visitor.sees("pegawai siap diunduh");
    await desk.visitor.sees(title);
    const download = await desk.visitor.download("Download");
    const rows = await readByOthers(readFileSync(await download.path()));
    expect(download.suggestedFilename()).toMatch(/^pemutakhiran_[-\d_]+\.xlsx$/);
    expect(rows[0]?.[0]).toContain(title);
    const found = rows.find(([nip]) => nip === person.employee.nip);
    expect(found?.[3]).toBe("Ditolak, ditarik, atau kedaluwarsa");
  });
});

/** One that was not mailed: its last figure differs. */
function anotherCode(code: string): string {
  return code.replace(/\d$/, (last) => String((Number(last) + 1) % 10));
}
