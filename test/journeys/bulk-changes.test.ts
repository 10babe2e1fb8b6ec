/** Two people of a list go to another unit: marked over a reload, looked at, approved by a second person, done and reported. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect } from "vitest";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const to = "Inspektorat";

describe("a petugas at a phone in Indonesian asks, a penyetuju at a desktop in English decides", () => {
  let world: World;
  let asking: Tour;
  let deciding: Tour;
  let people: Record<"petugas" | "penyetuju" | "one" | "other", SeededPerson>;
  let employees: EmployeeTable;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { cloud } = world;
    const at = async (language: "id" | "en", screen: typeof phone) =>
      new Tour(language, await world.visitor({ ...screen, language }), cloud.siteUrl);
    [asking, deciding] = [await at("id", phone), await at("en", desktop)];
    const named = (like: string, name: string) => world.newcomer({ like, name });
    people = {
      petugas: await named("Budi Petugasanto", "Bimo Massalanto"),
      penyetuju: await named("Rahayu Verifikasari", "Rukmini Massalsari"),
      one: await named("Siti Contohwati", "Sari Serentakwati"),
      other: await named("Siti Contohwati", "Sinta Serentakwati"),
    };
    const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
    const settings = cloud.services.functions.settings();
    employees = new EmployeeTable(db, settings.EMPLOYEE_TABLE ?? "");
  });
  beforeEach(() => pictureFailures([asking, deciding].map(({ visitor }) => visitor)));

  const unitOf = async (who: keyof typeof people) =>
    (await employees.find(people[who].id))?.unitKerja;

  test("who is marked stays so over a reload, and the list says exactly who is meant", async () => {
    await asking.visitor.signIn(people.petugas.employee.nip);
    await asking.visitor.isAt("/petugas/beranda");
    await asking.open("/petugas", "table");
    await asking.press("Pilih beberapa…");
    await asking.shows(".mark");
    await asking.look("massal-pilih");
    await asking.fill("q", "serentakwati");
    await asking.submit();
    await asking.visitor.sees(/Sinta Serentakwati/);
    await asking.press("Pilih semua yang ditemukan");
    await asking.visitor.sees(/2 pegawai dipilih/);
    await asking.reload();
    await asking.visitor.sees(/2 pegawai dipilih/);
    await asking.click('a[href*="bagian=massal"]');
    await asking.shows("#unitKerja");
    await asking.look("massal-apa");
    await asking.submit();
    await asking.lookAtErrors("massal-salah");
    await asking.fill("unitKerja", to);
    await asking.submit();
    await asking.visitor.sees(/Sari Serentakwati/);
    await asking.look("massal-siapa");
  }, 120_000);

  test("it is asked for, and nothing changes yet", async () => {
    await asking.press("Ajukan untuk 2 pegawai");
    await asking.shows("#reason");
    await asking.fill("reason", "SK 12/2026");
    await asking.submit();
    await asking.shows(".notice-good:focus");
    await asking.look("massal-diajukan");

    expect(await unitOf("one")).not.toBe(to);
  }, 120_000);

  test("the penyetuju reads exactly who, approves, and each record says so", async () => {
    await deciding.visitor.signIn(people.penyetuju.employee.nip);
    await deciding.visitor.isAt("/petugas/beranda");
    await deciding.open("/petugas/persetujuan", 'a[href*="bagian=massal"]');
    await deciding.look("persetujuan-massal");
    await deciding.press("Approve…");
    await deciding.shows("dialog[open] [type=submit]");
    await deciding.click("dialog[open] [type=submit]");
    await deciding.shows(".notice-good:focus");
    await world.cloud.waitUntilIdle({ timeoutSeconds: 60 });

    expect([await unitOf("one"), await unitOf("other")]).toEqual([to, to]);
    await asking.reload();
    await asking.loads("/petugas", ".notice-good");
    await asking.visitor.sees(/Selesai: 2 pegawai diubah/);
    await asking.look("massal-selesai");
  }, 120_000);
});
