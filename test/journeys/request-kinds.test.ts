/** What is asked for beside changes of data: that somebody looks at a photo, and that wrong data are mended. */
import { beforeEach, describe, expect } from "vitest";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { findInQueue } from "./support/find-in-queue.ts";
import { keyboard } from "./support/hands.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const why = "I wear glasses since this year.";
const mended = "Cirebon";

describe("a holder in English by keyboard alone, on a phone, and an officer", () => {
  let world: World;
  let own: Tour;
  let desk: Tour;
  let holder: SeededPerson;
  let officer: SeededPerson;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { siteUrl } = world.cloud;
    const visitor = await world.visitor({ ...phone, language: "en" });
    own = new Tour("en", visitor, siteUrl, { hands: keyboard });
    desk = new Tour("id", await world.visitor({ ...desktop, language: "id" }), siteUrl);
    holder = await world.newcomer({ like: "Siti Contohwati", name: "Sinta Fotowati" });
    officer = await world.newcomer({ like: "Budi Petugasanto", name: "Bima Pemeriksanto" });
  });
  beforeEach(() => pictureFailures([own.visitor, desk.visitor]));

  test("a photo that resembles no more: a petugas agrees, and its holder is asked for another one", async () => {
    await own.visitor.signIn(holder.employee.nip);
    await own.visitor.isAt("/kartu");
    await own.open("/kartu", 'main a[href*="/pengajuan?baru="]');
    await own.click('main a[href*="/pengajuan?baru="]');
    await own.shows("#choose-title:focus");
    await own.look("pengajuan-jenis");
    await own.click('main a[href$="baru=foto"]');
    await own.shows("#fields-title:focus");
    await own.look("pengajuan-foto");
    await own.submit();
    await own.lookAtErrors("pengajuan-foto-kosong");
    await own.choose("why", "unlike");
    await own.fill("note", why);
    await own.submit();
    await own.shows("#files-title:focus");
    await own.submit();
    await own.shows("#check-title:focus");
    await own.visitor.sees(why);
    await own.look("pengajuan-foto-periksa");
    await own.submit();
    await own.shows(".notice-good:focus");
    await own.look("pengajuan-foto-terkirim");

    await desk.visitor.signIn(officer.employee.nip);
    await desk.visitor.isAt("/petugas/beranda");
    await desk.open("/petugas/pengajuan", "#request-title");
    await findInQueue(desk, holder);
    await desk.visitor.sees(why);
    await desk.visitor.sees(/Setuju berarti Anda meminta foto baru dalam 14 hari/);
    await desk.look("antrean-foto");
    await desk.page.keyboard.press("s");
    await desk.visitor.sees(/Disetujui: /);
    await world.cloud.waitUntilIdle();

    await own.open("/pengajuan", "#requests-title");
    await own.visitor.sees(/an officer asks for a new one/);
    await own.open("/foto", "main h1");
    await own.visitor.sees(/Pengajuan \w{5}-\w{5}/);
  });

  test("wrong data: not «Disetujui» before the record says something else, and then at once", async () => {
    await own.open("/pengajuan?baru=laporan", "#fields-title");
    await own.choose("field", "birthPlace");
    await own.fill("right", mended);
    await own.look("laporan-data");
    await own.submit();
    await own.shows("#files-title:focus");
    await own.submit();
    await own.shows("#check-title:focus");
    await own.visitor.sees(mended);
    await own.submit();
    await own.shows(".notice-good:focus");
    const address = new URL(own.page.url());

    await desk.open("/petugas/pengajuan", "#request-title");
    await findInQueue(desk, holder);
    await desk.visitor.sees(mended);
    await desk.look("antrean-laporan");
    await desk.page.keyboard.press("s");
    await desk.visitor.sees(/Belum ada yang berubah di data pegawai/);
    await desk.shows("#request-title:focus");
    await desk.click('main a[href$="langkah=ubah"]');
    await desk.shows("#change-title");
    await desk.fill("birthPlace", mended);
    await desk.fill("reason", "Akta 12/1980");
    await desk.submit();
    await desk.shows("#review-title:focus");
    await desk.submit();
    await desk.shows("main [role=status] .notice-good:focus");
    await desk.open("/petugas/pengajuan", "#request-title");
    await findInQueue(desk, holder);
    await desk.visitor.sees(/Data ini sudah lain sejak dilaporkan/);
    await desk.page.keyboard.press("s");
    await desk.visitor.sees(/Disetujui: /);

    await own.open(`${address.pathname.replace("/en", "")}${address.search}`, "#place-title");
    await own.visitor.sees(/The record was mended/);
    await own.look("laporan-selesai");
    expect([own, desk].flatMap(({ visitor }) => visitor.complaints)).toEqual([]);
  });
});
