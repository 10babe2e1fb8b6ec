/** A leave from request to decision: by keyboard, at 360 px. */
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect } from "vitest";
import { daysAfter } from "#shared/employee/retirement.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { qrOfPdf } from "../support/decode-pdf.ts";
import { keyboard } from "./support/hands.ts";
import { languagesOf } from "./support/languages.ts";
import { leavePosts } from "./support/leave-posts.ts";
import { phone } from "./support/screens.ts";
import { verify } from "./support/steps.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const walks = {
  id: {
    ...{ instansiId: "ins_cuti", surname: "Cutiwan", instansi: "Pemerintah Kota Cuti" },
    considered: /Menunggu pertimbangan atasan langsung/,
    decided: /Menunggu keputusan pejabat yang berwenang/,
    approved: /Disetujui, akan datang/,
    after: /Sisa \d{4} bila disetujui: \d+ hari kerja/,
    short: /memerlukan \d+ hari kerja/,
    nobody: /Tidak ada cuti yang menunggu/,
    noPost: /Anda tidak bertindak/,
  },
  en: {
    ...{ instansiId: "ins_leave", surname: "Leavewan", instansi: "Pemerintah Kota Leave" },
    considered: /Waits for the opinion of your superior/,
    decided: /Waits for the decision of the authorised official/,
    approved: /Approved, yet to come/,
    after: /Left of \d{4} if approved: \d+ working day/,
    short: /needs \d+ working days/,
    nobody: /No leave waits for your decision/,
    noPost: /You act in no post/,
  },
} as const;

/** «17/08/2026». */
const typed = (day: string) => day.split("-").reverse().join("/");

describe.each(languagesOf("leave"))("a leave from request to decision, in %s", (language) => {
  const text = walks[language];
  let world: World;
  let tours: readonly [own: Tour, superior: Tour, authority: Tour];
  let people: readonly SeededPerson[];

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { instansiId, instansi, surname } = text;
    const at = { like: "Siti Contohwati", instansiId, instansi, unitKerja: "Bidang Cuti" };
    people = [
      await world.newcomer({ ...at, name: `Sari ${surname}` }),
      await world.newcomer({ ...at, name: `Bima ${surname}` }),
      await world.newcomer({ ...at, name: `Ratih ${surname}` }),
    ];
    const [, superior, authority] = people;
    if (!superior || !authority) throw new Error("Nobody decides.");
    await leavePosts(world.cloud, { instansiId, superior: superior.id, authority: authority.id });
    const tour = async () => {
      const visitor = await world.visitor({ ...phone, language });
      return new Tour(language, visitor, world.cloud.siteUrl, { hands: keyboard });
    };
    tours = [await tour(), await tour(), await tour()];
  });
  beforeEach(() =>
    pictureFailures(
      tours.map(({ visitor }) => visitor),
      "leave-",
    ),
  );

  const signIn = async (place: 0 | 1 | 2) => {
    const [tour, person] = [tours[place], people[place]];
    if (!person) throw new Error("Nobody signs in.");
    await tour.visitor.signIn(person.employee.nip);
    await tour.visitor.isAt("/kartu");
    return tour;
  };
  /** The Monday after next: no day of it is asked for too late. */
  const monday = () => {
    const today = dayIn("WIB", world.cloud.clock.now());
    const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
    return daysAfter(today, 15 - weekday);
  };

  test("its person sees the balance, and is told at once what is wrong with the form", async () => {
    const own = await signIn(0);
    await own.shows("#services-title");
    await own.click('#services-title ~ ul a[href$="bagian=cuti"]');
    await own.shows("#balance-title");
    await own.look(`cuti-${language}`);
    await own.click('main a[href$="baru=cuti"]');
    await own.shows("#fields-title:focus");
    await own.look(`cuti-formulir-${language}`);
    await own.submit();
    await own.lookAtErrors(`cuti-formulir-kosong-${language}`);
    await own.fill("words", "Menjenguk orang tua");
    await own.fill("from", typed(monday()));
    await own.fill("to", typed(daysAfter(monday(), 75)));
    await own.fill("address", "Jalan Contoh 1");
    await own.fill("phone", "081200000000");
    await own.submit();
    await own.shows("#files-title:focus");
    await own.submit();
    await own.shows("#check-title:focus");
    await own.look(`cuti-periksa-${language}`);
    await own.submit();
    await own.visitor.sees(text.short);
    await own.lookAtErrors(`cuti-kurang-${language}`);
  }, 240_000);

  test("with fewer days it is sent, and the superior gives a pertimbangan", async () => {
    const [own] = tours;
    await own.click('main a[href$="langkah=isian"]');
    await own.shows("#fields-title:focus");
    await own.fill("to", typed(daysAfter(monday(), 2)));
    await own.submit();
    await own.shows("#files-title:focus");
    await own.submit();
    await own.shows("#check-title:focus");
    await own.submit();
    await own.shows("#place-title");
    await own.open("/pengajuan?bagian=cuti", "#leaves-title");
    await own.visitor.sees(text.considered);

    const superior = await signIn(1);
    await superior.open("/pengajuan?bagian=putusan", "main article h2");
    await superior.look(`cuti-menunggu-${language}`);
    await superior.click("main article h2 a");
    await superior.shows("#verdict-title");
    await superior.visitor.sees(text.after);
    await superior.look(`cuti-pertimbangan-${language}`);
    await superior.submit();
    await superior.lookAtErrors(`cuti-pertimbangan-kosong-${language}`);
    await superior.choose("verdict", "refused");
    await superior.fill("reason", "Masa pemeriksaan");
    await superior.submit();
    await superior.visitor.sees(text.nobody);
  }, 240_000);

  test("whatever the superior thinks, the official decides, and the days are taken", async () => {
    const authority = await signIn(2);
    await authority.open("/pengajuan?bagian=putusan", "main article h2");
    await authority.click("main article h2 a");
    await authority.shows("#verdict-title");
    await authority.visitor.sees(/Masa pemeriksaan/);
    await authority.look(`cuti-keputusan-${language}`);
    await authority.choose("verdict", "approved");
    await authority.submit();
    await authority.visitor.sees(text.nobody);

    const [own] = tours;
    await own.open("/pengajuan?bagian=cuti", "#leaves-title");
    await own.visitor.sees(text.approved);
    await own.look(`cuti-disetujui-${language}`);
    await own.click("main article h3 a");
    await own.shows("#changes-title");
    await own.look(`cuti-surat-izin-${language}`);
    const downloading = own.page.waitForEvent("download");
    await own.press(/Surat Izin Cuti/);
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(/^surat-izin-cuti-.*\.pdf$/);
    const guest = await world.visitor(phone);
    await verify(guest, (await qrOfPdf(readFileSync(await file.path()))) ?? "");
    for (const told of ["Dokumen terdaftar", "Surat Izin Cuti", "Kepala Badan"])
      await guest.sees(told);
    expect(await guest.page.locator("main").innerText()).not.toMatch(/Tahunan|Sari/);
    await own.open("/pengajuan?bagian=putusan");
    await own.visitor.sees(text.noPost);
    for (const { visitor } of tours) expect(visitor.complaints).toEqual([]);
  }, 240_000);

  test("an officer enters what was left before there was a ledger, and its person sees it", async () => {
    const { instansiId, instansi, surname } = text;
    const at = { like: "Budi Petugasanto", instansiId, instansi };
    const officer = await world.newcomer({ ...at, name: `Oka ${surname}` });
    const visitor = await world.visitor({ ...phone, language });
    const desk = new Tour(language, visitor, world.cloud.siteUrl, { hands: keyboard });
    await visitor.signIn(officer.employee.nip);
    await visitor.isAt("/petugas/beranda");
    await desk.open(`/petugas/pegawai?id=${people[0]?.id}`, "#matters-title");
    await desk.click("main a[href*='bagian=cuti']");
    await desk.shows("#correct-title");
    await desk.look(`cuti-betulkan-${language}`);
    await desk.submit();
    await desk.lookAtErrors(`cuti-betulkan-galat-${language}`);
    await desk.fill("days", "-30");
    await desk.fill("reason", "Kartu cuti 12/2025");
    await desk.submit();
    await desk.shows("#days-error");
    await desk.fill("days", "4");
    await desk.submit();
    await desk.shows(".notice-good:focus");
    await desk.look(`cuti-dibetulkan-${language}`);
    const [own] = tours;
    await own.open("/pengajuan?bagian=cuti", "#balance-title");
    const year = Number(dayIn("WIB", world.cloud.clock.now()).slice(0, 4)) - 1;
    await own.visitor.sees(new RegExp(`${year}[\\s\\S]*4`));
    expect([visitor, own.visitor].flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 240_000);
});
