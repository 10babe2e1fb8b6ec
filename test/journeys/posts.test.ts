import { beforeEach, describe } from "vitest";
import { dayIn } from "#shared/runtime/zone.ts";
import { keyboard } from "./support/hands.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const at = { instansiId: "ins_pejabat", instansi: "Pemerintah Kota Pejabat" };
const holder = "Ratna Pejabatan";
const deputy = "Sigit Pejabatan";
/** As long as titles are. */
const post =
  "Kepala Bidang Mutasi, Kepangkatan, dan Pengembangan Karier Badan Kepegawaian dan Pengembangan Sumber Daya Manusia";

describe("a petugas enters posts that decide, and who stands in", () => {
  let world: World;
  let petugas: Visitor;
  let abroad: Visitor;
  let nip: string;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    petugas = await world.visitor(desktop);
    abroad = await world.visitor({ ...phone, language: "en" });
    const { employee } = await world.newcomer({
      ...{ like: "Budi Petugasanto", name: "Bagas Pejabatan", ...at },
    });
    nip = employee.nip;
    for (const name of [holder, deputy])
      await world.newcomer({ like: "Ayu Barudatang", name, ...at });
  });
  beforeEach(() => pictureFailures([petugas, abroad], "posts-"));

  test("posts with a holder and one above are entered, and the check tells where nobody acts", async () => {
    const tour = new Tour("id", petugas, world.cloud.siteUrl);
    await petugas.signIn(nip);
    await petugas.isAt("/petugas/beranda");
    await tour.open("/petugas", ".list-top a");
    await tour.click("main a[href$='/petugas/pejabat']");
    await tour.shows("#posts-title");
    await tour.look("pejabat-kosong");
    await tour.press("Tambah jabatan");
    await tour.fill("title", "Kepala BKPSDM");
    await tour.submit();
    await petugas.sees(/Dasar: /);
    await tour.fill("reason", "SK 800/1");
    await tour.submit();
    await tour.shows(".notice-good:focus");
    await petugas.sees(/tidak ada yang bertindak hari ini/);

    await tour.press("Tambah jabatan");
    await tour.fill("title", post);
    await tour.fill("holder", "Ratna");
    await tour.press("Cari pegawai");
    await tour.shows(".unit-list button");
    await tour.look("pejabat-cari");
    await tour.click(".unit-list button");
    await tour.fill("above", "kepala bkpsdm");
    await tour.fill("reason", "SK 800/2");
    await tour.look("pejabat-baru");
    await tour.submit();
    await tour.shows(".notice-good:focus");
    await petugas.sees(new RegExp(`Bertindak hari ini.*${holder}`));
    await tour.look("pejabat-daftar");
  });

  test("a rule says for whom the posts decide, and it is told for one person", async () => {
    const tour = new Tour("id", petugas, world.cloud.siteUrl);
    await tour.open("/petugas/pejabat", "#posts-title");
    await tour.click("main a[href$='bagian=aturan']");
    await tour.shows("#who-title");
    await tour.look("pejabat-aturan-kosong");
    await tour.press("Tambah aturan");
    await tour.shows("#rule-title");
    await tour.choose("target", "agency");
    await tour.fill("superior", post);
    await tour.fill("ppk", "Kepala BKPSDM");
    await tour.fill("home-all", "Bukan Jabatan");
    await tour.fill("reason", "SK 800/4");
    await tour.look("pejabat-aturan-baru");
    await tour.submit();
    await petugas.sees(/tidak ada jabatan dengan nama ini/);
    await tour.fill("home-all", post);
    await tour.submit();
    await tour.shows(".notice-good:focus");
    await tour.fill("person", "Sigit");
    await tour.press("Cari pegawai");
    await tour.shows(".unit-list button");
    await tour.click(".unit-list button");
    await tour.press("Lihat");
    await petugas.sees(new RegExp(`Atasan langsung.*${holder}`));
    await tour.look("pejabat-aturan");
    await tour.choose("leave", "cltn");
    await tour.press("Lihat");
    await petugas.sees(/tidak ada yang bertindak di jabatannya dan di atasnya/);
  });

  test("a Plh. stands in from today, by keyboard, at 360 px and in English", async () => {
    const tour = new Tour("en", abroad, world.cloud.siteUrl, { hands: keyboard });
    await abroad.signIn(nip);
    await abroad.isAt("/petugas/beranda");
    await tour.open("/petugas/pejabat", "#posts-title");
    await tour.press(`Plh. and Plt. of ${post}`);
    await tour.fill("person", "Sigit");
    await tour.press("Find employees");
    await tour.shows(".unit-list button");
    await tour.click(".unit-list button");
    const today = dayIn("WIB", world.cloud.clock.now()).split("-").reverse().join("/");
    await tour.fill("from", today);
    await tour.fill("reason", "SP 800/3");
    await tour.submit();
    await abroad.sees(/Last day: /);
    await tour.fill("until", today);
    await tour.look("pejabat-plh");
    await tour.submit();
    await tour.shows(".notice-good:focus");
    await abroad.sees(new RegExp(`Acts today.*Plh\\. ${deputy}`));
    await tour.look("pejabat-plh-daftar");
  });
});
