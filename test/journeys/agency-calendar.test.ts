/** «Kalender instansi»: a petugas enters days off and patterns, and a holder reads them. */
import { beforeEach, describe, expect } from "vitest";
import { keyboard } from "./support/hands.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const at = { instansiId: "ins_kalender", instansi: "Pemerintah Kota Kalender" };
const page = "/petugas/instansi?bagian=kalender";
const decree = "SE Wali Kota 800/12/2026";

describe("a petugas keeps the calendar of the agency", () => {
  let world: World;
  let petugas: Visitor;
  let abroad: Visitor;
  let holder: Visitor;
  let year: number;
  let nips: readonly string[];

  test.beforeAll(async ({ world: given }) => {
    world = given;
    petugas = await world.visitor(desktop);
    abroad = await world.visitor({ ...phone, language: "en" });
    holder = await world.visitor(phone);
    year = Number(world.cloud.clock.now().toISOString().slice(0, 4)) + 1;
    const { employee } = await world.newcomer({
      ...{ like: "Budi Petugasanto", name: "Bagas Kalenderan", ...at },
    });
    const other = await world.newcomer({
      like: "Siti Contohwati",
      name: "Ratna Kalenderan",
      ...at,
    });
    nips = [employee.nip, other.employee.nip];
  });
  beforeEach(() => pictureFailures([petugas, abroad, holder], "agency-calendar-"));

  test("days off are entered with their decree; what is wrong is told all at once", async () => {
    const tour = new Tour("id", petugas, world.cloud.siteUrl);
    await petugas.signIn(nips[0] ?? "");
    await petugas.isAt("/petugas/beranda");
    await tour.open("/petugas", ".list-top a");
    await tour.click("main a[href$='bagian=kalender']");
    await tour.shows("#own-days-title");
    await tour.look("kalender-instansi-kosong");
    await tour.press("Tambah hari libur");
    await tour.fill("from", "31/02/2026");
    await tour.submit();
    await petugas.sees(/Nama hari: wajib diisi/);
    await petugas.sees(/Hari pertama: tanggal kalender/);
    await petugas.sees(/Dasar: wajib diisi/);
    await tour.fill("name", "Hari Jadi Kota Kalender");
    await tour.fill("from", `03/02/${year}`);
    await tour.fill("until", `01/02/${year}`);
    await tour.fill("source", decree);
    await tour.submit();
    await petugas.sees(/Hari terakhir: lebih awal daripada hari pertama/);
    await tour.fill("until", `04022${String(year).slice(1)}`);
    await tour.look("kalender-instansi-libur");
    await tour.submit();
    await tour.shows(".notice-good:focus");
    await petugas.sees(/Hari Jadi Kota Kalender/);
    await tour.look("kalender-instansi");
  }, 120_000);

  test("another officer's change is not overwritten: what was typed is saved on top of it", async () => {
    const tour = new Tour("en", abroad, world.cloud.siteUrl, { hands: keyboard });
    const first = new Tour("id", petugas, world.cloud.siteUrl);
    await abroad.signIn(nips[0] ?? "");
    await abroad.isAt("/petugas/beranda");
    await tour.open(page, "#own-days-title");
    await tour.press("Add a rule");
    await tour.choose("target", "person");
    await tour.fill("person", "Ratna");
    await tour.press("Find employees");
    await tour.shows(".unit-list button");
    await tour.click(".unit-list button");
    await tour.fill("from", `01/01/${year}`);
    await tour.fill("source", decree);
    await tour.look("kalender-instansi-pola");

    await first.press("Tambah ketentuan");
    await first.choose("target", "agency");
    await first.fill("from", `01/07/${year}`);
    await first.fill("source", decree);
    await first.submit();
    await first.shows(".notice-good:focus");

    await tour.submit();
    await abroad.sees(/Somebody else has just changed this calendar/);
    await tour.look("kalender-instansi-diubah");
    await tour.submit();
    await tour.shows(".notice-good:focus");
    await abroad.sees(/Ratna Kalenderan/);
    await abroad.sees(/The whole agency/);
    await tour.look("kalender-instansi-daftar");
  }, 120_000);

  test("the holder has the days and works six days a week; what is taken away counts no more", async () => {
    const own = new Tour("id", holder, world.cloud.siteUrl);
    await holder.signIn(nips[1] ?? "");
    await holder.isAt("/kartu");
    const calendar = `/akun/data?bagian=kalender&tahun=${year}`;
    await own.open(calendar, "#months-title");
    await holder.sees(/Hari Jadi Kota Kalender/);
    await holder.sees(/6 hari, Senin–Sabtu/);

    const tour = new Tour("en", abroad, world.cloud.siteUrl, { hands: keyboard });
    await tour.press(/^Remove Hari Jadi Kota Kalender.* 3 /);
    await tour.submit();
    await abroad.sees(/Basis: /);
    await tour.fill("source", "SE Wali Kota 800/13/2026");
    await tour.look("kalender-instansi-hapus");
    await tour.submit();
    await tour.shows(".notice-good:focus");
    await own.open(calendar, "#months-title");
    const days = holder.page.locator("main time", { hasText: "Februari" });
    const named = await holder.page.locator("main li", { hasText: "Hari Jadi Kota" }).count();
    expect([named, (await days.count()) > 0]).toEqual([1, true]);
    expect([...petugas.complaints, ...abroad.complaints, ...holder.complaints]).toEqual([]);
  }, 120_000);
});
