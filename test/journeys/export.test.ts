import { readFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect, onTestFailed } from "vitest";
import { ExportTable } from "#shared/export/export-table.ts";
import type { DemoEmployee } from "../../local/demo/people.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { anExport } from "../support/export-table-contract.ts";
import { readByOthers } from "../support/spreadsheets.ts";
import { narrow } from "./support/inspection.ts";
import { Tour } from "./support/tour.ts";
import type { Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

describe("an officer takes out a list of people", () => {
  let world: World;
  let officer: Visitor;
  let tour: Tour;
  let petugas: SeededPerson;
  const members: DemoEmployee[] = [];

  test.beforeAll(async ({ world: given }) => {
    world = given;
    for (const name of ["Ekspora Satuwati", "Ekspora Duanto"])
      members.push((await world.newcomer({ like: "Siti Contohwati", name })).employee);
    petugas = await world.newcomer({ like: "Budi Petugasanto", name: "Bagus Daftarsanto" });
    officer = await world.visitor({ width: narrow });
    tour = new Tour("id", officer, world.cloud.siteUrl);
  });
  beforeEach(() => {
    onTestFailed(() => officer.screenshot("failed-export"));
  });

  test("what the list shows is what is exported, as a workbook that others read", async () => {
    await officer.signIn(petugas.employee.nip);
    await officer.isAt("/petugas/beranda");
    await officer.follow("Cari pegawai");
    await tour.fill("q", "ekspora");
    await officer.press("Cari");
    await officer.sees("2 pegawai di halaman ini");
    await officer.follow("Ekspor");
    await officer.isAt("/petugas/ekspor");
    await officer.sees("ekspora");
    await tour.look("ekspor");
    await officer.press("Siapkan berkas");
    await tour.shows('.print-item [role="status"] .notice-good');
    await officer.sees("2 pegawai siap diunduh.");
    await tour.look("ekspor-siap");

    const download = await officer.download("Download");
    const rows = await readByOthers(readFileSync(await download.path()));
    expect(download.suggestedFilename()).toMatch(/^daftar-pegawai_\d{4}-\d\d-\d\d_\d{4}\.xlsx$/);
    expect(rows[1]?.[0]).toMatch(/^Diekspor oleh Bagus Daftarsanto.* WIB, nomor exp_\w+\.$/);
    expect(rows[2]?.[0]).toContain("pencarian «ekspora»");
    expect(rows.slice(4).map(([nip]) => nip)).toEqual(
      expect.arrayContaining(members.map(({ nip }) => nip)),
    );
    expect(rows.slice(4)).toHaveLength(2);
  });

  test("a list of more than 500 people waits for a second person, and is written once that one agrees", async () => {
    // The exporter counted so many: test/functions/records-api/exports.test.ts has them all.
    const { client, clock, services } = world.cloud;
    const { EXPORT_TABLE = "" } = services.functions.settings();
    const table = new ExportTable(
      DynamoDBDocumentClient.from(new DynamoDBClient(client)),
      EXPORT_TABLE,
    );
    const { id: officerId, employee } = petugas;
    const now = clock.now().toISOString();
    const endsAt = new Date(clock.now().getTime() + 86_400_000).toISOString();
    await table.add(
      anExport({
        // Other stories show this sample's own letters as a card's token, and no token may be logged.
        id: "exp_5exp0rt5exp0rt5exp0rt5exp0",
        ...{ officerId, instansiId: employee.instansiId, q: "ekspora", format: "csv" },
        ...{ state: "large", total: 501, requestedAt: now, updatedAt: now, endsAt },
      }),
    );
    await tour.open("/petugas/ekspor", ".print-item .notice-info");
    await officer.press("Minta persetujuan…");
    await tour.shows("#ask-export");
    await tour.fill("reason", "Diminta inspektorat");
    await tour.look("ekspor-minta");
    await tour.submit();
    await officer.sees("501 pegawai. Menunggu keputusan penyetuju.");

    const penyetuju = await world.newcomer({ like: "Rahayu Verifikasari", name: "Ratna Izinwati" });
    const decider = await world.visitor({ width: narrow });
    const deciding = new Tour("id", decider, world.cloud.siteUrl);
    await decider.signIn(penyetuju.employee.nip);
    await decider.isAt("/petugas/beranda");
    await deciding.open("/petugas/persetujuan", ".print-item");
    await decider.sees("Ekspor daftar 501 pegawai");
    await deciding.look("persetujuan-ekspor");
    await decider.press("Setujui…");
    await deciding.click("dialog[open] [type=submit]");
    await deciding.shows(".notice-good:focus");

    await tour.open("/petugas/ekspor", ".print-item .notice-good");
    await officer.press("Siapkan berkasnya");
    const newest = officer.page.locator(".print-item").filter({ hasText: "CSV" });
    await newest.getByText("2 pegawai siap diunduh.").waitFor();
    const [download] = await Promise.all([
      officer.page.waitForEvent("download"),
      newest.getByRole("link", { name: "Download" }).click(),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    for (const { nip } of members) expect(text).toContain(`"'${nip}"`);
  });

  test("who may export nothing, and comes by the address alone, is told so and asked nothing", async () => {
    const auditor = await world.visitor();
    const { employee } = await world.newcomer({
      like: "Wayan Pemeriksawan",
      name: "Wira Lihatwan",
    });
    await auditor.signIn(employee.nip);
    await auditor.isAt("/petugas/beranda");
    await auditor.goto("/petugas/ekspor");
    await auditor.sees("Anda tidak berwenang membuka halaman ini.");
    expect(await auditor.page.locator("#format").isVisible()).toBe(false);
  });

  test("nothing was left behind: no dead letters, no complaints of the browser, nobody's name in the logs", async () => {
    await world.cloud.waitUntilIdle();
    const logs = world.logLines().join("\n");

    expect(world.cloud.deadLetters()).toEqual({});
    expect(officer.complaints).toEqual([]);
    expect(logs).toContain("export.written");
    expect(logs).toContain("export.fetched");
    expect(logs).not.toContain("ekspora");
  });
});
