import { beforeEach, describe, expect } from "vitest";
import { addCrowd } from "./support/crowd.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const agency = { instansiId: "ins_susunan", instansi: "Pemerintah Kota Susunan" };
const former = "Dinas Pasar dan Kebersihan";
const renamed = "Dinas Perdagangan";

describe("two people rename a unit, and its people follow", () => {
  let world: World;
  let petugas: Visitor;
  let penyetuju: Visitor;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    petugas = await world.visitor(desktop);
    penyetuju = await world.visitor(phone);
    const unitOf = (i: number) => ({
      unitKerja: i < 30 ? former : `Seksi ${String(i).padStart(2, "0")}`,
    });
    // Behind those of the lists of accounts.
    await addCrowd(world.cloud, 60, agency, unitOf, 500);
  });
  beforeEach(() => pictureFailures([petugas, penyetuju], "unit-"));

  test("the tree is walked and searched, a new name asked for, approved, and carried out", async () => {
    const asker = await world.newcomer({
      like: "Budi Petugasanto",
      name: "Ujang Susunanto",
      ...agency,
    });
    const decider = await world.newcomer({
      like: "Rahayu Verifikasari",
      name: "Uni Setujuwati",
      ...agency,
    });
    const tour = new Tour("id", petugas, world.cloud.siteUrl);
    const { page } = petugas;
    await petugas.signIn(asker.employee.nip);
    await tour.click('main a[href*="/petugas/unit"]');
    await tour.shows("main tbody tr:nth-child(25)");
    await tour.look("unit");
    await tour.press("Tampilkan berikutnya");
    await tour.shows("main tbody tr:nth-child(26)");

    await tour.fill("q", "pasar kebersih");
    await tour.submit();
    await tour.shows("search .unit-list a");
    await tour.look("unit-dicari");
    await tour.click("search .unit-list a");
    await petugas.sees(/30 orang/);
    await tour.look("unit-terbuka");
    const address = page.url();

    await page.getByRole("link", { name: "Ganti nama" }).click();
    await tour.shows("#name");
    await tour.fill("name", "Seksi 31");
    await tour.fill("reason", "Perda 4/2026");
    await tour.submit();
    await petugas.sees(/sudah dipakai unit lain/);
    await tour.fill("name", renamed);
    await tour.look("unit-ganti-nama");
    await tour.submit();
    await tour.shows(".notice-good:focus");

    const other = new Tour("id", penyetuju, world.cloud.siteUrl);
    await penyetuju.signIn(decider.employee.nip);
    await other.open("/petugas/persetujuan", "main li.panel");
    await penyetuju.sees(new RegExp(renamed));
    await other.look("unit-persetujuan");
    await other.press("Setujui…");
    await other.click("dialog[open] [type=submit]");
    await other.shows(".notice-good:focus");

    await world.cloud.waitUntilIdle();
    await tour.open(`/petugas/unit${new URL(address).search}`, "#unit-title");
    await expect.poll(() => page.locator("#unit-title").textContent()).toBe(renamed);
    await petugas.sees(/30 orang/);
    expect(await page.locator("main").textContent()).not.toContain(former);
    await tour.look("unit-berganti");
    await tour.open("/petugas");
    await tour.fill("q", "Kerumunan 7");
    await tour.submit();
    await petugas.sees(new RegExp(renamed));
  });
});
