/** A training from its offer to its certificate, whose QR is checked: by keyboard, at 360 px. */
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect } from "vitest";
import { daysAfter } from "#shared/employee/retirement.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { qrOfPdf } from "../support/decode-pdf.ts";
import { callPeople } from "./support/call-people.ts";
import { keyboard } from "./support/hands.ts";
import { languagesOf } from "./support/languages.ts";
import { leavePosts } from "./support/leave-posts.ts";
import { phone } from "./support/screens.ts";
import { verify } from "./support/steps.ts";
import { Tour } from "./support/tour.ts";
import { trainingWalks } from "./support/training-words.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const office = "/petugas/instansi?bagian=pelatihan";
const own = "/pengajuan?bagian=pelatihan";
const typed = (day: string) => day.split("-").reverse().join("/");
const name = "Pelatihan Pengelolaan Arsip Dinamis bagi Arsiparis dan Pengelola Arsip Unit Kerja";

describe.each(languagesOf("training"))("a training to its certificate, in %s", (language) => {
  const text = trainingWalks[language];
  let world: World;
  let tours: readonly [officer: Tour, first: Tour, second: Tour, superior: Tour];
  let guest: Visitor;
  let people: readonly SeededPerson[];
  let address: string;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { instansiId, instansi, surname } = text;
    const at = { instansiId, instansi, unitKerja: "Bidang Latihan" };
    people = [
      await world.newcomer({ ...at, like: "Budi Petugasanto", name: `Bayu ${surname}` }),
      await world.newcomer({ ...at, like: "Siti Contohwati", name: `Sari ${surname}` }),
      await world.newcomer({ ...at, like: "Siti Contohwati", name: `Dimas ${surname}` }),
      await world.newcomer({ ...at, like: "Siti Contohwati", name: `Ratih ${surname}` }),
    ];
    const { id: superior = "emp_nobody" } = people[3] ?? {};
    await leavePosts(world.cloud, { instansiId, superior, authority: superior });
    const tour = async () => {
      const visitor = await world.visitor({ ...phone, language });
      return new Tour(language, visitor, world.cloud.siteUrl, { hands: keyboard });
    };
    tours = [await tour(), await tour(), await tour(), await tour()];
    guest = await world.visitor(phone);
  });
  beforeEach(() =>
    pictureFailures([...tours.map(({ visitor }) => visitor), guest], `training-${language}-`),
  );

  const signIn = async (place: 0 | 1 | 2 | 3) => {
    const [tour, person] = [tours[place], people[place]];
    if (!person) throw new Error("Nobody signs in.");
    await tour.visitor.signIn(person.employee.nip);
    await tour.visitor.isAt(place === 0 ? "/petugas/beranda" : "/kartu");
    return tour;
  };
  const dayAhead = (days: number) => daysAfter(dayIn("WIB", world.cloud.clock.now()), days);

  test("an officer writes a draft, is told what is wrong with it, and publishes it", async () => {
    const officer = await signIn(0);
    await officer.open("/petugas", ".list-top a");
    await officer.click("main a[href$='bagian=pelatihan']");
    await officer.shows("#trainings-title");
    await officer.look("pelatihan-kosong");
    await officer.click("#trainings-title ~ p button");
    await officer.shows("#offer-title:focus");
    await officer.submit();
    await officer.lookAtErrors("pelatihan-formulir-kosong");
    const first = `${typed(dayAhead(6))} 08:00-15:30 Pembukaan dan teori`;
    await officer.choose("assessed", "yes");
    await officer.choose("kinds", "PNS");
    const offer = {
      ...{ name, code: "T-01", organiser: "BKPSDM Kota", jp: "20" },
      subjects: "Kebijakan kearsipan = 8\nPraktik penyusutan arsip = 12",
      ...{ from: typed(dayAhead(6)), until: typed(dayAhead(7)), sessions: first },
      ...{ place: "Aula BKPSDM", contact: "Bidang PKA, telepon 021 555", quota: "1" },
      ...{ unitQuotas: "Bidang Latihan = 1", closesOn: typed(dayAhead(5)) },
    };
    for (const [field, said] of Object.entries(offer)) await officer.fill(field, said);
    await officer.submit();
    await officer.visitor.sees(text.noSession);
    await officer.lookAtErrors("pelatihan-formulir-salah");
    await officer.fill("sessions", `${first}\n${typed(dayAhead(7))} 08:00-15:30 Ujian`);
    await officer.submit();
    await officer.shows(".notice-good:focus");
    await officer.visitor.sees(text.draft);
    await officer.look("pelatihan-daftar");
    await officer.click("main article h3 a");
    await officer.shows("#training-title");
    await officer.click("#training-title ~ p button");
    await officer.shows("#offer-title:focus");
    await officer.choose("how", "open");
    await officer.fill("reason", "Anggaran disetujui");
    await officer.look("pelatihan-ubah");
    await officer.submit();
    await officer.shows(".notice-good:focus");
    await officer.visitor.sees(text.offered);
    await officer.shows("#register-title");
    await officer.look("pelatihan-terbit");
  }, 300_000);

  test("the first gets the seat, and the second waits at a place that is told", async () => {
    const first = await signIn(1);
    await first.shows("#services-title");
    await first.click('#services-title ~ ul a[href$="bagian=pelatihan"]');
    await first.shows("#offers-title");
    await first.look("pelatihan-katalog");
    await first.click("main article h3 a");
    await first.shows("#join-title");
    await first.look("pelatihan-tawaran");
    await first.submit();
    await first.visitor.sees(text.kept);

    const second = await signIn(2);
    await second.open(own, "main article h3");
    await second.click("main article h3 a");
    await second.shows("#join-title");
    await second.look("pelatihan-penuh");
    await second.submit();
    await second.visitor.sees(text.waiting);
    await second.look("pelatihan-tunggu");
  }, 300_000);

  test("who cancels says why, and the seat is offered to the next one, who takes it", async () => {
    const [officer, first, second] = tours;
    await first.submit();
    await first.lookAtErrors("pelatihan-batal-kosong");
    await first.fill("reason", "Tugas lain dari pimpinan");
    await first.submit();
    await first.visitor.sees(text.cancelled);
    await first.look("pelatihan-batal");

    await second.reload();
    await second.visitor.sees(text.free);
    await second.look("pelatihan-ditawari");
    await second.submit();
    await second.visitor.sees(text.kept);

    const superior = await signIn(3);
    await superior.open("/pengajuan?bagian=putusan", "main article h2 a[href*='trn_']");
    await superior.look("pelatihan-menunggu");
    await superior.click("main article h2 a[href*='trn_']");
    await superior.click("#consent-title ~ ol button");
    await superior.shows("#note-title:focus");
    await superior.choose("act", "refuse");
    await superior.submit();
    await superior.lookAtErrors("pelatihan-setuju-galat");
    await superior.choose("act", "consent");
    await superior.look("pelatihan-setuju");
    await superior.submit();
    await superior.visitor.sees(text.consented);
    await superior.look("pelatihan-disetujui");

    await officer.reload();
    await officer.shows("#register-title");
    await callPeople(officer);
    await officer.click("#register-title ~ ol li:last-child button");
    await officer.shows("#note-title:focus");
    await officer.look("pelatihan-catat");
    await second.reload();
    await second.visitor.sees(text.certain);
    await second.open(own, "#own-title");
    await second.look("pelatihan-saya");
    for (const { visitor } of tours) expect(visitor.complaints).toEqual([]);
  }, 300_000);

  test("after it the officer enters who was there and who passed, and gives the STTPP", async () => {
    world.cloud.clock.advance(8 * 86_400_000);
    await world.cloud.waitUntilIdle({ timeoutSeconds: 120 });
    const officer = await signIn(0);
    await officer.open(office, "main article h3");
    await officer.click("main article h3 a");
    await officer.shows("#results-title ~ ul button");
    await officer.look("pelatihan-hasil-kosong");
    for (const session of [1, 2]) {
      await officer.click(`#results-title ~ ul li:nth-child(${session}) button`);
      await officer.shows("#sheet-title:focus");
      await officer.choose("mark-0", "present");
      if (session === 1) await officer.look("pelatihan-kehadiran");
      await officer.submit();
      await officer.shows(".notice-good:focus");
      await officer.visitor.sees(text.entered);
    }
    await officer.click("#results-title ~ ol button");
    await officer.shows("#result-title:focus");
    await officer.choose("predicate", "memuaskan");
    await officer.look("pelatihan-ujian");
    await officer.submit();
    await officer.visitor.sees(text.passed);
    await officer.click("#results-title ~ ol button:last-child");
    await officer.shows("#result-title:focus");
    await officer.look("pelatihan-terbitkan");
    await officer.submit();
    await officer.visitor.sees(text.issued);
    await officer.look("pelatihan-hasil");
  }, 300_000);

  test("its person has the JP of the year, and whoever is shown the STTPP checks its QR", async () => {
    const learner = await signIn(2);
    await learner.open(own, "#learning-title");
    await learner.visitor.sees(text.enough);
    await learner.look("pelatihan-jp");
    await learner.click("#own-title ~ article h3 a");
    await learner.shows("#certificate-title");
    await learner.look("pelatihan-sertifikat");
    const downloading = learner.page.waitForEvent("download");
    await learner.click('main a[href$="/certificate"]');
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^sttpp_\d{3}-STTPP-T-01-[IVX]+-\d{4}\.pdf$/);
    address = (await qrOfPdf(readFileSync(await download.path()))) ?? "";
    const [officer] = tours;
    await officer.open(`${office}&lihat=jp`, "#tahun");
    await officer.look("pelatihan-jp-formulir");
    await officer.fill("unit", "Bidang Latihan");
    await officer.submit();
    await officer.shows("#unit-title ~ p");
    await officer.look("pelatihan-jp-unit");

    await verify(guest, address);
    await guest.sees("Dokumen terdaftar");
    await guest.sees(/20 \(dua puluh\) jam pelajaran/);
    await guest.screenshot(`pages/pelatihan-periksa-${language}`);
    expect(await guest.page.locator("main").innerText()).not.toContain(text.surname);
  }, 300_000);

  test("one that is withdrawn says so, and its JP count no more", async () => {
    const [officer, , learner] = tours;
    await officer.open(office, "main article h3");
    await officer.click("main article h3 a");
    await officer.click("#results-title ~ ol button");
    await officer.shows("#result-title:focus");
    await officer.submit();
    await officer.lookAtErrors("pelatihan-cabut-kosong");
    await officer.fill("reason", "Nama program salah");
    await officer.submit();
    await officer.visitor.sees(text.withdrawn);
    await verify(guest, address);
    await guest.sees("Dokumen dicabut");
    await learner.open(own, "#learning-title");
    await learner.visitor.sees(text.short);
    await learner.look("pelatihan-jp-dicabut");
    for (const { complaints } of [...tours.map(({ visitor }) => visitor), guest])
      expect(complaints).toEqual([]);
  }, 300_000);
});
