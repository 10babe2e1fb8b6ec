import { beforeEach, describe, expect } from "vitest";
import { addCrowd } from "./support/crowd.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const id = "ins_beringin";
const former = "Pemerintah Kabupaten Beringin";
/** As long as names of agencies are in Indonesia, and longer. */
const renamed =
  "Pemerintah Kabupaten Beringin Sakti Raya dan Kepulauan Teluk Cenderawasih Bagian Selatan";
const contact = "Hubungi BKPSDM Beringin, surel bkpsdm@beringin.example.";

/** Pictures of cards that are shown in another shape than they were drawn in. */
const distorted = `[...document.querySelectorAll(".specimen img")]
  .filter(({ naturalWidth, naturalHeight, width, height }) =>
    Math.abs(naturalWidth / naturalHeight - width / height) > 0.02)
  .map(({ src }) => src)`;

describe("an agency is added, and two of its people give it another name and look", () => {
  let world: World;
  let operator: Visitor;
  let petugas: Visitor;
  let penyetuju: Visitor;
  let holderNip: string;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    operator = await world.visitor(desktop);
    petugas = await world.visitor(desktop);
    penyetuju = await world.visitor(phone);
    // Behind those of the tree of units.
    await addCrowd(world.cloud, 30, { instansiId: id, instansi: former }, () => ({}), 600);
  });
  beforeEach(() => pictureFailures([operator, petugas, penyetuju], "agency-"));

  test("an operator adds the agency, and sees who did it", async () => {
    const { employee } = await world.newcomer({
      like: "Oka Operatorawan",
      name: "Okti Beringinan",
    });
    const tour = new Tour("id", operator, world.cloud.siteUrl);
    await operator.signIn(employee.nip);
    await operator.isAt("/operator/beranda");
    await tour.open("/operator/instansi", ".print-item");
    await tour.press("Tambah instansi");
    await tour.fill("id", id);
    await tour.fill("name", former);
    await tour.choose("zone", "WITA");
    await tour.fill("reason", "SK 1/2026");
    await tour.submit();
    await tour.shows(".notice-good:focus");

    await tour.press(`Ubah ${former}`);
    await tour.shows("#history-title");
    await operator.sees(/Instansi ditambahkan/);
    await operator.sees(/Okti Beringinan/);
    await operator.sees(/belum pernah berganti/);
    await tour.look("instansi-operator");
  });

  test("a petugas asks for another name and look, and a penyetuju approves them", async () => {
    const at = { instansiId: id, instansi: former };
    const asker = await world.newcomer({
      like: "Budi Petugasanto",
      name: "Bima Beringinan",
      ...at,
    });
    const decider = await world.newcomer({
      like: "Rahayu Verifikasari",
      name: "Rara Beringinan",
      ...at,
    });
    const held = await world.newcomer({ like: "Siti Contohwati", name: "Sri Beringinan", ...at });
    holderNip = held.employee.nip;
    const tour = new Tour("id", petugas, world.cloud.siteUrl);
    await petugas.signIn(asker.employee.nip);
    await petugas.isAt("/petugas/beranda");
    await tour.open("/petugas/instansi", "#history-title");
    await tour.fill("name", renamed);
    await tour.choose("emblem", "truntum");
    await tour.choose("palette", "senja");
    await tour.fill("contact", contact);
    await tour.fill("reason", "Perda 4/2026");
    await tour.look("instansi-petugas");
    await tour.submit();
    await petugas.sees(/Perubahan sudah diajukan/);

    const other = new Tour("id", penyetuju, world.cloud.siteUrl);
    await penyetuju.signIn(decider.employee.nip);
    await penyetuju.isAt("/petugas/beranda");
    await other.open("/petugas/persetujuan", "main li.panel");
    await other.imagesDrawn(".specimen img");
    expect(await penyetuju.page.evaluate(distorted)).toEqual([]);
    await other.look("instansi-persetujuan");
    await other.press("Setujui…");
    await other.click("dialog[open] [type=submit]");
    await other.shows(".notice-good:focus");
  });

  test("the records follow, and a card is drawn with the new name and look", async () => {
    const tour = new Tour("id", petugas, world.cloud.siteUrl);
    await world.cloud.waitUntilIdle();
    await tour.open("/petugas/instansi", "#history-title");
    // The crowd, and the three.
    await expect
      .poll(() => petugas.page.locator("main").textContent())
      .toMatch(/Selesai: semua data pegawai sudah diperiksa, 33 di antaranya diganti/);
    await petugas.sees(/Bima Beringinan, S\.Sos\. \(petugas\)/);
    await petugas.sees(/disetujui oleh Dra\. Rara Beringinan/);
    await tour.look("instansi-berganti");

    const holder = await world.visitor(phone);
    await holder.signIn(holderNip);
    await holder.isAt("/kartu");
    const card = new Tour("id", holder, world.cloud.siteUrl);
    await card.imagesDrawn("img.card-face");
    await holder.sees(renamed);
    await holder.screenshot("agency-card");
    await holder.press("Belakang");
    await card.imagesDrawn("img.card-face");
    await holder.screenshot("agency-card-back");
  });
});
