/** What an agency says to its people: looked at, announced with a file or a letter, read below the card (decisions 0089, 0093). */
import { readFile } from "node:fs/promises";
import { describe, expect } from "vitest";
import { dayIn } from "#shared/runtime/zone.ts";
import { typedDay } from "../../web/src/typed-day.ts";
import { accessibilityFaults, overflowFaults } from "./support/inspection.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test } from "./support/world.ts";

const day = 24 * 3_600_000;
const schedule = Buffer.from("%PDF-1.7\n1 0 obj\nendobj\n%%EOF");

describe("an agency announces something", () => {
  test("to all its people, in both languages and with a PDF, who read it below the card at 360 px; readers are counted once", async ({
    world,
  }) => {
    const [officer, holder] = [
      await world.visitor({ width: 360, height: 740 }),
      await world.visitor({ width: 360, height: 740 }),
    ];
    pictureFailures([officer, holder], "pengumuman-");
    const petugas = await world.newcomer({ like: "Budi Petugasanto", name: "Bagus Pengumuman" });
    const reader = await world.newcomer({ like: "Siti Contohwati", name: "Sinta Pembaca" });
    await officer.signIn(petugas.employee.nip);
    await officer.isAt("/petugas/beranda");
    await officer.page.getByRole("link", { name: "Pengumuman" }).focus();
    await officer.page.keyboard.press("Enter");
    await officer.sees("Belum ada pengumuman.");
    await officer.press("Periksa");
    await officer.page.locator(".error-summary, [role=alert]").first().waitFor();
    await officer.type("Judul *", "Kartu ASN Virtual menggantikan KARPEG");
    await officer.type("Isi *", "KARPEG tetap berlaku.\nUsul KARPEG tidak diproses lagi.");
    await officer.page
      .getByLabel("Hari terakhir ditampilkan *")
      .fill(typedDay(dayIn("WIB", new Date(world.cloud.clock.now().getTime() + 30 * day))));
    const file = officer.page.getByLabel("Lampiran (PDF, paling besar 2 MB)");
    const named = (buffer: Buffer) => ({ name: "jadwal.pdf", mimeType: "application/pdf", buffer });
    await file.setInputFiles(named(Buffer.from("<html>")));
    await officer.sees("Isi berkas ini bukan PDF, apa pun namanya.");
    await file.setInputFiles(named(schedule));
    await officer.sees("Berkas sudah terlampir.");
    const units = officer.page.getByLabel(/^Hanya unit kerja ini/);
    await units.fill("Dinas Salah Ketik");
    await officer.press("Periksa");
    await officer.sees(/tidak ada pegawai di «Dinas Salah Ketik»/);
    await units.fill("");
    await officer.page
      .getByLabel("Judul dalam bahasa Inggris (bila ada)")
      .fill("The card replaces KARPEG");
    await officer.page
      .getByLabel("Isi dalam bahasa Inggris (bila ada)")
      .fill("KARPEG stays valid.");
    await officer.press("Periksa");
    await officer.sees(/Ditampilkan kepada [\d.]+ pegawai/);
    await officer.sees("Lampiran: PDF, 1 KB, tidak dipindai.");
    await officer.screenshot("announce-check-360");
    expect(await accessibilityFaults(officer.page)).toEqual([]);
    expect(await overflowFaults(officer.page)).toEqual([]);
    await officer.press("Umumkan");
    await officer.sees("Pengumuman sudah tampil.");
    await officer.screenshot("announce-360");
    expect(await accessibilityFaults(officer.page)).toEqual([]);
    expect(await overflowFaults(officer.page)).toEqual([]);

    await holder.signIn(reader.employee.nip);
    const summary = holder.page.locator("summary", { hasText: "menggantikan KARPEG" });
    await summary.focus();
    await holder.page.keyboard.press("Enter");
    await holder.sees("Usul KARPEG tidak diproses lagi.");
    await holder.screenshot("announced-360");
    const read = await downloadedBy(holder, "Unduh lampiran (PDF, 1 KB, tidak dipindai)");
    expect(read.equals(schedule)).toBe(true);
    // A browser tells nothing of the answer of a download.
    const link = await holder.page.locator('a[href*="/attachment"]').getAttribute("href");
    const answer = await holder.page.request.get(new URL(link ?? "", holder.page.url()).href);
    expect(answer.headers()).toMatchObject({
      "content-disposition": 'attachment; filename="lampiran-pengumuman.pdf"',
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
    });
    expect(await accessibilityFaults(holder.page)).toEqual([]);
    expect(await overflowFaults(holder.page)).toEqual([]);
    await holder.goto("/en/kartu");
    await holder.page.locator("summary", { hasText: "The card replaces KARPEG" }).click();
    await holder.sees("KARPEG stays valid.");

    await officer.page.reload();
    await officer.page.locator("summary", { hasText: "menggantikan KARPEG" }).click();
    await officer.sees(/Dibaca 1 orang/);
    await officer.press(/Akhiri sekarang/);
    await officer.sees("Pengumuman sudah diakhiri.");
    await holder.page.reload();
    await holder.page.locator("#announcements-title").waitFor({ state: "detached" });
    expect([...officer.complaints, ...holder.complaints]).toEqual([]);
  }, 180_000);
});

describe("an agency sends a circular as a letter", () => {
  test("with the text about the card, which its officer looks at before, and a holder downloads in either language", async ({
    world,
  }) => {
    const [officer, holder] = [
      await world.visitor({ width: 360, height: 740 }),
      await world.visitor({ width: 360, height: 740 }),
    ];
    pictureFailures([officer, holder], "edaran-");
    const petugas = await world.newcomer({ like: "Budi Petugasanto", name: "Bintang Edaran" });
    const reader = await world.newcomer({ like: "Siti Contohwati", name: "Sekar Pembaca" });
    await officer.signIn(petugas.employee.nip);
    await officer.isAt("/petugas/beranda");
    await officer.goto("/petugas/beranda?bagian=pengumuman");
    await officer.page.getByLabel("Sertakan surat edaran (PDF)").focus();
    await officer.page.keyboard.press("Space");
    await officer.press("Lihat surat (PDF) sebelum diumumkan");
    await officer.sees("Isi dulu judul, isi, dan semua kolom surat yang bertanda *.");
    await officer.press("Isi dengan teks tentang Kartu ASN Virtual");
    await officer.page
      .getByLabel("Alamat lain di kop surat (kosongkan untuk alamat instansi)")
      .fill("Jalan Contoh Nomor 1, Contoh");
    await officer.type("Nomor surat *", "800/123/BKPSDM/2026");
    await officer.page.getByLabel("Lampiran (kosongkan bila tidak ada)").fill("1 eksemplar");
    await officer.type("Tempat surat *", "Contoh");
    await officer.page
      .getByLabel("Tanggal surat *")
      .fill(typedDay(dayIn("WIB", world.cloud.clock.now())));
    await officer.type("Yth., satu penerima per baris *", "Kepala Perangkat Daerah\nCamat");
    await officer.press("Periksa");
    await officer.page.locator(".error-summary, [role=alert]").first().waitFor();
    await officer.type("Jabatan penanda tangan *", "Kepala BKPSDM");
    await officer.type("Nama penanda tangan *", "Dra. Sri Contoh, M.Si.");
    const looked = await downloadedBy(officer, "Lihat surat (PDF) sebelum diumumkan");
    await officer.sees("Surat sudah diunduh.");
    await officer.screenshot("circular-form-360");
    expect(await accessibilityFaults(officer.page)).toEqual([]);
    expect(await overflowFaults(officer.page)).toEqual([]);
    await officer.page
      .getByLabel("Hari terakhir ditampilkan *")
      .fill(typedDay(dayIn("WIB", new Date(world.cloud.clock.now().getTime() + 30 * day))));
    await officer.press("Periksa");
    await officer.sees("Periksa sebelum diumumkan");
    await officer.press("Umumkan");
    await officer.sees("Pengumuman sudah tampil.");

    await holder.signIn(reader.employee.nip);
    await holder.page.locator("summary", { hasText: "Kartu ASN Virtual" }).last().click();
    const read = await downloadedBy(holder, "Unduh surat edaran (PDF)");
    expect(read.subarray(0, 5).toString()).toBe("%PDF-");
    expect(read.equals(looked)).toBe(true);
    await holder.screenshot("circular-360");
    expect(await accessibilityFaults(holder.page)).toEqual([]);
    expect(await overflowFaults(holder.page)).toEqual([]);
    await holder.goto("/en/kartu");
    await holder.page.locator("summary", { hasText: "Kartu ASN Virtual" }).last().click();
    const english = await downloadedBy(holder, "Download the circular (PDF, Indonesian)");
    expect(english.equals(read)).toBe(true);
    expect([...officer.complaints, ...holder.complaints]).toEqual([]);
  }, 180_000);
});

/** The file that this button or link leads to. */
async function downloadedBy({ page }: Visitor, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByText(name, { exact: true }).click(),
  ]);
  return await readFile(await download.path());
}
