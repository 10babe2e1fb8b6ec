/**
 * «Naskah dinas»: a surat tugas for 40 people, verified by its QR, then withdrawn; a statement that its holder asks for, has and shows: by
 * keyboard, at 360 px.
 */
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect } from "vitest";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { qrOfPdf } from "../support/decode-pdf.ts";
import { addCrowd } from "./support/crowd.ts";
import { findInQueue } from "./support/find-in-queue.ts";
import { keyboard } from "./support/hands.ts";
import { languagesOf } from "./support/languages.ts";
import { leavePosts } from "./support/leave-posts.ts";
import { phone } from "./support/screens.ts";
import { verify } from "./support/steps.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const page = "/petugas/instansi?bagian=surat";
const hal = "Pendampingan pemutakhiran data";

const walks = {
  id: {
    ...{
      instansiId: "ins_surat",
      surname: "Suratan",
      instansi: "Pemerintah Kota Surat",
      from: 600,
    },
    ...{
      write: "Tulis surat",
      find: "Cari pegawai",
      all: /Tambahkan semua/,
      draft: /Lihat konsep/,
    },
    ...{ chosen: /40 orang dipilih/, file: /Unduh PDF/, withdraw: "Cabut surat" },
    ...{ waits: /Menunggu tanda tangan/, signed: /Ditandatangani/, withdrawn: /Surat dicabut/ },
    ...{ fixed: /Ditetapkan/, agreed: /Disetujui: /, writes: /Sedang ditulis petugas/ },
    ...{ ready: /surat tentang Anda ditandatangani/i },
  },
  en: {
    ...{ instansiId: "ins_letter", surname: "Letteran", instansi: "Pemerintah Kota Letter" },
    ...{ from: 1850, write: "Write a letter", find: "Find employees", all: /Add all/ },
    ...{ chosen: /40 people chosen/, file: /Download the PDF/, withdraw: "Withdraw the letter" },
    ...{ waits: /Waits for the signature/, signed: /Signed/, withdrawn: /is withdrawn/ },
    ...{ draft: /See the draft/, fixed: /Fixed/, agreed: /Agreed: / },
    ...{ writes: /An officer is writing it/, ready: /letter about you signed/i },
  },
} as const;

describe.each(languagesOf("letters"))("a surat tugas for 40 people, in %s", (language) => {
  const text = walks[language];
  const unitKerja = `Bidang ${text.surname}`;
  let world: World;
  let tour: Tour;
  let signer: Tour;
  let own: Tour;
  let guest: Visitor;
  let people: readonly SeededPerson[];
  let address: string;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { instansiId, instansi, surname, from } = text;
    const at = { instansiId, instansi };
    people = [
      await world.newcomer({ ...at, like: "Budi Petugasanto", name: `Bagas ${surname}` }),
      await world.newcomer({ ...at, like: "Siti Contohwati", name: `Ratih ${surname}` }),
      await world.newcomer({ ...at, like: "Siti Contohwati", name: `Sari ${surname}` }),
    ];
    const [, head] = people;
    if (!head) throw new Error("Nobody signs.");
    await leavePosts(world.cloud, { instansiId, superior: head.id, authority: head.id });
    const named = (i: number) => ({ unitKerja, name: `Ditugaskan ${surname} ${i + 1}` });
    await addCrowd(world.cloud, 40, at, named, from);
    const visit = async () =>
      new Tour(language, await world.visitor({ ...phone, language }), world.cloud.siteUrl, {
        hands: keyboard,
      });
    [tour, signer, own] = [await visit(), await visit(), await visit()];
    guest = await world.visitor(phone);
  });
  beforeEach(() => pictureFailures([tour.visitor, signer.visitor, own.visitor, guest], "letters-"));

  const download = async (by: Tour, name: RegExp) => {
    const downloading = by.page.waitForEvent("download");
    await by.press(name);
    const file = await downloading;
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };

  test("the agency says how it writes letters", async () => {
    await tour.visitor.signIn(people[0]?.employee.nip ?? "");
    await tour.visitor.isAt("/petugas/beranda");
    await tour.open("/petugas", ".list-top a");
    await tour.click("main a[href$='bagian=surat']");
    await tour.shows("#letters-title");
    await tour.look("surat-kosong");
    await tour.click("main a[href$='lihat=tata']");
    await tour.shows("#profile-title:focus");
    await tour.fill("pattern", "{urutan}");
    await tour.submit();
    await tour.lookAtErrors("surat-tata-galat");
    await tour.fill("place", "Surat");
    await tour.fill("unit", "BKPSDM");
    await tour.fill("pattern", "{jenis}-{urut}/{klasifikasi}/{unit}/{bulan}/{tahun}");
    await tour.visitor.sees(/ST-005\/800\.1\.11\.1\/BKPSDM\//);
    await tour.fill("reason", "SK 800/1");
    await tour.submit();
    await tour.shows(".notice-good:focus");
    await tour.look("surat-tata");
  }, 240_000);

  test("an officer writes it for everybody of a unit and sends it", async () => {
    await tour.open(page, "#letters-title");
    await tour.press(text.write);
    await tour.shows("#write-title:focus");
    await tour.submit();
    await tour.lookAtErrors("surat-tulis-galat");
    await tour.fill("hal", hal);
    await tour.fill("unit", unitKerja);
    await tour.press(text.find);
    await tour.shows(".unit-list button");
    await tour.press(text.all);
    await tour.visitor.sees(text.chosen);
    await tour.fill("basis", "DPA BKPSDM Tahun Anggaran 2026");
    await tour.fill("tasks", "Mendampingi pemutakhiran data di Kecamatan Contoh");
    await tour.look("surat-tulis");
    await tour.submit();
    await tour.shows("#send-title");
    await tour.look("surat-konsep");
    const draft = await download(tour, text.draft);
    expect(draft.name).toMatch(/^surat-tugas_.*\.pdf$/);
    expect(draft.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    await tour.submit();
    await tour.visitor.sees(text.waits);
    await tour.look("surat-dikirim");
  }, 240_000);

  test("who acts in the post reads and signs it", async () => {
    await signer.visitor.signIn(people[1]?.employee.nip ?? "");
    await signer.visitor.isAt("/kartu");
    await signer.open("/pengajuan?bagian=putusan", "main article h2");
    await signer.look("surat-menunggu");
    await signer.click("main article h2 a[href*='ltr_']");
    await signer.shows("#decision-title");
    await signer.look("surat-baca");
    await signer.submit();
    await signer.lookAtErrors("surat-putusan-galat");
    await signer.choose("verdict", "sign");
    await signer.submit();
    await signer.shows(".notice-good:focus");
    await signer.look("surat-ditandatangani");
  }, 240_000);

  test("everybody who has it checks its QR, until it is withdrawn", async () => {
    await tour.open(page, "#letters-title");
    await tour.click("main a[href*='id=ltr_']");
    await tour.visitor.sees(text.signed);
    await tour.look("surat-sah");
    const { name, bytes } = await download(tour, text.file);
    expect(name).toMatch(/^surat-tugas_\d{4}-\d\d-\d\d_ST-001-/);
    address = (await qrOfPdf(bytes)) ?? "";
    await verify(guest, address);
    await guest.sees("Dokumen terdaftar");
    for (const told of ["Surat Tugas", "ST-001/", hal, "Kepala Badan"]) await guest.sees(told);
    expect(await guest.page.locator("main").innerText()).not.toMatch(/Ditugaskan|Ratih/);

    await tour.press(text.withdraw);
    await tour.shows("#end-title:focus");
    await tour.submit();
    await tour.lookAtErrors("surat-cabut-galat");
    await tour.fill("reason", "Kegiatan dibatalkan");
    await tour.submit();
    await tour.visitor.sees(text.withdrawn);
    await tour.look("surat-dicabut");
    await verify(guest, address);
    await guest.sees("Dokumen dicabut");
    await tour.open(`${page}&lihat=nomor`, "#numbers-title");
    await tour.visitor.sees(text.fixed);
    await tour.look("surat-nomor");
  }, 240_000);

  test("a holder asks for a statement, and the officer who agrees has its draft", async () => {
    const holder = people[2];
    if (!holder) throw new Error("Nobody asks.");
    await own.visitor.signIn(holder.employee.nip);
    await own.visitor.isAt("/kartu");
    await own.shows("#services-title");
    await own.click('#services-title ~ ul a[href$="bagian=surat"]');
    await own.shows("#own-letters");
    await own.look("surat-saya-kosong");
    await own.click('main a[href$="baru=surat"]');
    await own.shows("#fields-title:focus");
    await own.submit();
    await own.lookAtErrors("surat-minta-galat");
    await own.fill("purpose", "pengajuan KPR");
    await own.submit();
    await own.shows("#files-title:focus");
    await own.submit();
    await own.shows("#check-title:focus");
    await own.look("surat-minta-periksa");
    await own.submit();
    await own.shows("#place-title");
    await own.look("surat-diminta");

    await tour.open("/petugas/pengajuan", "#request-title");
    await findInQueue(tour, holder);
    await tour.look("surat-antrean");
    await tour.page.keyboard.press("s");
    await tour.visitor.sees(text.agreed);
    await own.open("/pengajuan?bagian=surat", "#own-letters");
    await own.visitor.sees(text.writes);
    await own.look("surat-saya-ditulis");
  }, 240_000);

  test("it is completed and signed, its holder hears of it, keeps it, and its QR is good", async () => {
    await tour.open(page, "#letters-title");
    await tour.click("main a[href*='id=ltr_']");
    await tour.visitor.sees("pengajuan KPR");
    await tour.click("main a[href$='ubah=ya']");
    await tour.shows("#write-title:focus");
    await tour.fill("classification", "800.1.10");
    await tour.submit();
    await tour.shows("#send-title");
    await tour.look("surat-keterangan-konsep");
    await tour.submit();
    await tour.visitor.sees(text.waits);
    await signer.open("/pengajuan?bagian=putusan", "main article h2");
    await signer.click("main article h2 a[href*='ltr_']");
    await signer.shows("#decision-title");
    await signer.choose("verdict", "sign");
    await signer.submit();
    await signer.shows(".notice-good:focus");

    await world.cloud.waitUntilIdle();
    await own.open("/kartu", "#notifications-title");
    await own.visitor.sees(text.ready);
    await own.open("/pengajuan?bagian=surat", "#own-letters");
    await own.visitor.sees(text.signed);
    await own.look("surat-saya");
    const { name, bytes } = await download(own, text.file);
    expect(name).toMatch(/^surat-keterangan_.*SKET-00\d-/);
    await verify(guest, (await qrOfPdf(bytes)) ?? "");
    await guest.sees("Dokumen terdaftar");
    for (const { complaints } of [tour.visitor, signer.visitor, own.visitor, guest])
      expect(complaints).toEqual([]);
  }, 240_000);
});
