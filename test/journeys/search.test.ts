import { beforeEach, describe, expect } from "vitest";
import { addCrowd } from "./support/crowd.ts";
import { keyboard } from "./support/hands.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const agency = { instansiId: "ins_carian", instansi: "Pemerintah Kota Carian" };
const names = ["Ayu Lestari", "Budi Lestari", "Citra Wulan", "Dewi Lestarini"];

/**
 * Every second has a contract; nobody has a photo or has activated the account.
 * @param soon the last day of four contracts
 */
const person = (i: number, soon: string) => ({
  name: names[i % names.length] ?? "",
  unitKerja: i < 30 ? "Dinas Pencarian" : "Dinas Lain",
  ...(i % 2 === 1 && { kind: "PPPK" as const, kedudukanHukum: "71", tmt: "2022-01-01" }),
  ...(i % 2 === 1 && { golongan: "IX", contractEnd: i < 8 ? soon : "2099-12-31" }),
});

describe("an officer finds people by name, unit, kind and what they lack", () => {
  let world: World;
  let officer: Visitor;
  let other: Visitor;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    officer = await world.visitor(desktop);
    other = await world.visitor({ ...phone, language: "en" });
    const soon = new Date(world.cloud.clock.now().getTime() + 30 * 86_400_000);
    const day = soon.toISOString().slice(0, 10);
    await addCrowd(world.cloud, 40, agency, (i) => person(i, day), 700);
  });
  beforeEach(() => pictureFailures([officer, other], "cari-"));

  test("a second name is found; filters stand in the address, what was typed does not; back restores both and the focus", async () => {
    const petugas = await world.newcomer({
      like: "Budi Petugasanto",
      name: "Cahyo Carianto",
      ...agency,
    });
    const { page } = officer;
    const tour = new Tour("id", officer, world.cloud.siteUrl);
    await officer.signIn(petugas.employee.nip);
    await officer.isAt("/petugas/beranda");
    await officer.follow("Cari pegawai");
    await tour.shows("main tbody tr");
    await tour.fill("q", "lestari");
    await tour.submit();
    await officer.sees("25 pegawai di halaman ini");
    await tour.click("main summary");
    await tour.shows("#tag");
    await tour.choose("kind", "PPPK");
    await tour.choose("tag", "ends-soon");
    await tour.fill("unit", "dinas pencarian");
    await tour.look("cari-saringan");
    await tour.submit();
    await officer.sees("4 pegawai di halaman ini");
    await tour.look("cari-disaring");
    const address = new URL(page.url());
    expect([...address.searchParams.keys()]).toEqual(["jenis", "unit", "keadaan", "d"]);
    expect(address.href).not.toMatch(/lestari/i);

    await tour.click("main tbody tr:nth-child(3) a");
    await tour.shows(".record-facts");
    await page.goBack();
    await tour.shows("main tbody tr:nth-child(3) a:focus");
    expect(page.url()).toBe(address.href);
    await expect.poll(() => page.locator("#q").inputValue()).toBe("lestari");
    await expect.poll(() => page.locator("#tag").inputValue()).toBe("ends-soon");

    await officer.press("Hapus saringan: Kontrak berakhir dalam 90 hari");
    await officer.sees(/^\d+ pegawai di halaman ini/);
    expect(new URL(page.url()).searchParams.get("keadaan")).toBeNull();
    await tour.choose("tag", "frozen");
    await tour.submit();
    await officer.sees("Tidak ada pegawai yang cocok dengan semua saringan ini.");
    await tour.look("cari-kosong");
    await page.getByRole("link", { name: "Hapus semua saringan" }).click();
    await officer.isAt("/petugas");
    await officer.sees("25 pegawai di halaman ini");
  });

  test("by keyboard on a phone, in English: an address with filters is opened, and its second page", async () => {
    const petugas = await world.newcomer({
      like: "Budi Petugasanto",
      name: "Candra Carianto",
      ...agency,
    });
    const tour = new Tour("en", other, world.cloud.siteUrl, { hands: keyboard });
    await other.signIn(petugas.employee.nip);
    await other.isAt("/petugas/beranda");
    await tour.open("/petugas?keadaan=not-activated", "main tbody tr");
    await other.sees("25 employees on this page");
    await tour.look("cari-alamat");
    await tour.press("Next page");
    await other.sees("15 employees on this page");
    await tour.press("Remove filter: Not activated");
    await other.sees("25 employees on this page");
  });
});
