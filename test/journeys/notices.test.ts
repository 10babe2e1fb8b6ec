/** What holders are told: warned before their contract ends, and the words of every notice on one page (decision 0089). */
import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect } from "vitest";
import { notificationCodes } from "#shared/notification/notification-codes.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import { accessibilityFaults, overflowFaults } from "./support/inspection.ts";
import { phone } from "./support/screens.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const day = 24 * 3_600_000;

describe("a contract that ends soon", () => {
  let world: World;
  let holder: Visitor;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    holder = await world.visitor(phone);
  });
  beforeEach(() => pictureFailures([holder], "pemberitahuan-"));

  test("is told below the card and by mail, once, however many nights pass", async () => {
    const { clock } = world.cloud;
    const { employee } = await world.newcomer({
      ...{ like: "Made Percobaan", name: "Komang Peringatan" },
      contractEnd: dayIn("WIB", new Date(clock.now().getTime() + 9 * day)),
    });
    const subjects = () =>
      world.cloud
        .mails()
        .filter(({ to }) => to.includes(employee.email ?? ""))
        .map(({ subject }) => subject)
        .filter((subject) => subject.includes("Kontrak"))
        .toReversed();
    for (let night = 0; night < 4; night++) {
      clock.advance(day);
      await world.cloud.waitUntilIdle({ timeoutSeconds: 120 });
    }

    expect(subjects()).toEqual([
      "Kontrak pada Kartu ASN Virtual Anda berakhir dalam 30 hari",
      "Kontrak pada Kartu ASN Virtual Anda berakhir dalam 7 hari",
    ]);
    await holder.signIn(employee.nip);
    await holder.isAt("/kartu");
    await holder.sees("Kontrak Anda berakhir dalam 7 hari; setelah itu kartu tidak berlaku.");
    expect(await accessibilityFaults(holder.page)).toEqual([]);
  }, 240_000);
});

describe("a holder who wishes one summary a day", () => {
  test("chooses it by keyboard at 360 px, in both languages, and gets the notice by the summary", async ({
    world,
  }) => {
    const { clock } = world.cloud;
    const holder = await world.visitor({ width: 360, height: 740 });
    pictureFailures([holder], "ringkasan-");
    const { employee } = await world.newcomer({
      ...{ like: "Made Percobaan", name: "Luh Ringkasan" },
      contractEnd: dayIn("WIB", new Date(clock.now().getTime() + 25 * day)),
    });
    await holder.signIn(employee.nip);
    await holder.goto("/akun");
    await holder.page.getByLabel("Kirim segera").focus();
    await holder.page.keyboard.press("ArrowDown");
    expect(await holder.page.getByLabel("Satu ringkasan sehari").isChecked()).toBe(true);
    await holder.page.getByRole("button", { name: "Simpan pilihan" }).focus();
    await holder.page.keyboard.press("Enter");
    await holder.sees("Pilihan tersimpan.");
    await holder.page
      .getByRole("heading", { name: "Surel pemberitahuan" })
      .scrollIntoViewIfNeeded();
    await holder.screenshot("mails-360");
    expect(await overflowFaults(holder.page)).toEqual([]);
    await holder.page.getByRole("link", { name: "English" }).click();
    await holder.sees("Mails of notices");
    expect(await holder.page.getByLabel("One summary a day").isChecked()).toBe(true);
    expect(await accessibilityFaults(holder.page)).toEqual([]);
    for (let night = 0; night < 3; night++) {
      clock.advance(day);
      await world.cloud.waitUntilIdle({ timeoutSeconds: 120 });
    }

    const mails = world.cloud.mails().filter(({ to }) => to.includes(employee.email ?? ""));
    const summaries = mails.filter(({ subject }) => subject.startsWith("Ringkasan"));
    expect(mails.filter(({ subject }) => subject.startsWith("Kontrak"))).toEqual([]);
    expect(summaries).toHaveLength(1);
    expect(summaries[0]?.text).toContain("berakhir dalam 30 hari");
  }, 240_000);
});

describe("the words of every notice", () => {
  test("stand on one page in both languages, found by a word, at 360 px and by keyboard", async ({
    world,
  }) => {
    const operator = await world.visitor({ width: 360, height: 740 });
    pictureFailures([operator], "teks-");
    const { employee } = await world.newcomer({ like: "Oka Operatorawan", name: "Okta Teks" });
    await operator.signIn(employee.nip);
    await operator.isAt("/operator/pratinjau");
    await operator.page.getByRole("link", { name: "Teks pemberitahuan" }).focus();
    await operator.page.keyboard.press("Enter");
    await operator.page.getByRole("status").getByText(`${notificationCodes.length} `).waitFor();
    await operator.screenshot("notices-360");
    expect(await accessibilityFaults(operator.page)).toEqual([]);
    expect(await overflowFaults(operator.page)).toEqual([]);

    await operator.type("Cari kode atau kata", "kontrak");
    await operator.sees("contract-ends-in-30");
    await operator.sees("By your personnel record your contract ends in 30 days or less");
    await operator.page.getByText("password-changed").waitFor({ state: "detached" });
    await operator.page.getByRole("link", { name: "English" }).click();
    await operator.sees("Find a code or a word");
    expect(await accessibilityFaults(operator.page)).toEqual([]);
    expect(operator.complaints).toEqual([]);
  }, 120_000);
});

describe("an agency announces something", () => {
  test("to all its people, in both languages, who read it below the card at 360 px; readers are counted once", async ({
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
    await officer.press("Umumkan");
    await officer.page.locator(".error-summary, [role=alert]").first().waitFor();
    await officer.type("Judul *", "Kartu ASN Virtual menggantikan KARPEG");
    await officer.type("Isi *", "KARPEG tetap berlaku.\nUsul KARPEG tidak diproses lagi.");
    await officer.page
      .getByLabel("Hari terakhir ditampilkan *")
      .fill(dayIn("WIB", new Date(world.cloud.clock.now().getTime() + 30 * day)));
    await officer.page
      .getByLabel("Judul dalam bahasa Inggris (bila ada)")
      .fill("The card replaces KARPEG");
    await officer.page
      .getByLabel("Isi dalam bahasa Inggris (bila ada)")
      .fill("KARPEG stays valid.");
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
      .getByLabel("Alamat di kop surat (bila ada)")
      .fill("Jalan Contoh Nomor 1, Contoh");
    await officer.type("Nomor surat *", "800/123/BKPSDM/2026");
    await officer.page.getByLabel("Lampiran (kosongkan bila tidak ada)").fill("1 eksemplar");
    await officer.type("Tempat surat *", "Contoh");
    await officer.page.getByLabel("Tanggal surat *").fill(dayIn("WIB", world.cloud.clock.now()));
    await officer.type("Yth., satu penerima per baris *", "Kepala Perangkat Daerah\nCamat");
    await officer.press("Umumkan");
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
      .fill(dayIn("WIB", new Date(world.cloud.clock.now().getTime() + 30 * day)));
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
