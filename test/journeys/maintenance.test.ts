/** An operator closes the site and opens it again, while people have pages open. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect } from "vitest";
import { kartu } from "../support/kartu-process.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

describe("the site is closed for maintenance", () => {
  let world: World;
  let phone: Visitor;
  let desktop: Visitor;
  let outputs: string;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    phone = await world.visitor({ width: 360, height: 740 });
    desktop = await world.visitor({ width: 1280, height: 720, language: "en" });
    outputs = join(mkdtempSync(join(tmpdir(), "kartu-maintenance-")), "cdk-outputs.json");
    writeFileSync(outputs, JSON.stringify(world.cloud.outputs));
    return () => pemeliharaan("selesai");
  });
  beforeEach(() => pictureFailures([phone, desktop]));

  const pemeliharaan = async (verb: string) =>
    (await kartu(["pemeliharaan", verb, "--outputs", outputs], { cloud: world.cloud })).printed;
  const statusOf = async (path: string) => (await fetch(`${world.cloud.siteUrl}${path}`)).status;

  test("every page says so with 503, in both languages, and a page that is open tells it too", async () => {
    await phone.goto("/masuk");
    expect(await pemeliharaan("lihat")).toContain("Situs terbuka.");

    expect(await pemeliharaan("mulai")).toMatch(/Situs ditutup sejak 20\d\d-/);
    await phone.type("NIP", "196801012005032901");
    await phone.type("Password", "Salah-Sekali-2026!");
    await phone.press("Login");
    await phone.sees("Layanan sedang dipelihara.");

    for (const path of ["/", "/kartu", "/v/7q2m0000000000000000000000", "/nowhere"]) {
      const answer = await fetch(`${world.cloud.siteUrl}${path}`);
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "120"]);
      expect(await answer.text()).toContain("Sedang dalam pemeliharaan");
    }
    const api = await fetch(`${world.cloud.siteUrl}/api/me/card`);
    expect(api.status).toBe(503);
    expect(await api.json()).toMatchObject({ code: "maintenance", retryAfterSeconds: 120 });
  });

  test("the page has its styles, fits a phone and a desktop, and leads to itself", async () => {
    await phone.goto("/kartu");
    await phone.sees("Data, foto, dan kartu Anda tetap tersimpan.");
    await phone.screenshot("pemeliharaan-360");
    await desktop.goto("/kartu");
    await desktop.sees("Your data, photo and card are safe.");
    await desktop.screenshot("pemeliharaan-1280");
    for (const { page } of [phone, desktop]) {
      const [wide, seen] = await page.evaluate<[number, number]>(
        "[document.documentElement.scrollWidth, innerWidth]",
      );
      expect(wide).toBeLessThanOrEqual(seen);
    }
    expect(phone.complaints).toEqual([]);
    expect(desktop.complaints).toEqual([]);
  });

  test("a second «mulai» changes nothing, and after «selesai» the same page is back", async () => {
    const since = await pemeliharaan("lihat");
    expect(await pemeliharaan("mulai")).toBe(since);

    expect(await pemeliharaan("selesai")).toContain("Situs terbuka.");
    expect(await statusOf("/masuk")).toBe(200);
    expect(await statusOf("/api/me/card")).toBe(401);
    await phone.page.getByRole("link", { name: "Coba lagi" }).click();
    await phone.isAt("/masuk");
  });

  test("an officer in the middle of a change reads why, loses nothing, and saves when the site is open again", async () => {
    const petugas = { like: "Budi Petugasanto", name: "Budi Peliharanto" };
    const { employee } = await world.newcomer(petugas);
    const holder = await world.newcomer({ like: "Siti Contohwati", name: "Siti Peliharawati" });
    const officer = await world.visitor({ width: 1280, height: 720 });
    await officer.signIn(employee.nip);
    await officer.isAt("/petugas/beranda");
    await officer.goto(`/petugas/pegawai?id=${holder.id}`);
    await officer.press("Ubah data");
    await officer.type("Nomor telepon", "0812 3333 4444");
    await officer.type("Alasan perubahan", "SK 99/2026");
    await officer.press("Periksa perubahan");

    await pemeliharaan("mulai");
    await officer.press("Simpan");
    await officer.sees("Layanan sedang dipelihara. Isian Anda tidak hilang");

    await pemeliharaan("selesai");
    await officer.press("Simpan");
    await officer.sees("Perubahan tersimpan.");
    await officer.page.locator("td", { hasText: "SK 99/2026" }).first().waitFor();
  });
});
