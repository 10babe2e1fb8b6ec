/** `kartu instansi` as an operator runs it, on tables of the embedded cloud, which it finds by the folder of `npm start`. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { writeCloudFile } from "../../../local/start/cloud-file.ts";
import { kartu } from "../../support/kartu-process.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const dynamodb = dynamodbForThisFile();
let home: string;
let agencies: AgencyTable;
let history: AuditTable;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "kartu-instansi-"));
  const names = {
    AgencyTable: await dynamodb.newTable("agency-table"),
    AuditTable: await dynamodb.newTable("audit-table"),
  };
  writeCloudFile(home, { client: dynamodb.client, outputs: { "Kartu-Data": names } });
  agencies = new AgencyTable(dynamodb.db, names.AgencyTable);
  history = new AuditTable(dynamodb.db, names.AuditTable);
});

const instansi = async (...args: string[]) =>
  (await kartu(["instansi", ...args, "--home", home])).printed;

test("an emblem that is not there, and a text without room, are refused", async () => {
  const tambah = (...more: string[]) => instansi("tambah", "kobar", "--nama", "Kobar", ...more);

  expect(await tambah("--lambang", "garuda")).toContain(
    "Lambang garuda tidak ada. Yang ada: kawung, truntum.",
  );
  expect(await tambah("--warna", "pucat")).toContain(
    "Warna pucat tidak ada. Yang ada: merdeka, senja.",
  );
  expect(await tambah("--zona", "WIX")).toContain("pilih WIB, WITA, WIT");
  const [long, hidden] = ["W".repeat(160), "Hubungi \u202eBKPSDM"];
  expect(await tambah("--kontak", long)).toContain("Tidak muat pada kartu: kontak.");
  expect(await tambah("--penemu", hidden)).toContain("penemu: ada karakter yang tidak terlihat");
  expect(await instansi("ubah", "kobar", "--nama", "Kobar")).toContain("belum ada");
  expect(await agencies.list()).toEqual([]);
  expect((await kartu(["instansi", "lihat", "--home", join(home, "none")])).printed).toContain(
    "Tidak ada yang dapat dihubungi",
  );
});

test("an agency is added, changed and listed, and its history tells of each change", async () => {
  expect(await instansi("tambah", "kobar", "--nama", "Kobar")).toContain("kobar ditulis");
  expect(await instansi("tambah", "kobar", "--nama", "Kobar")).toContain("sudah ada");
  const contact = "Hubungi BKPSDM, surel bkpsdm@kobar.example.";
  const change = ["--nama", "Kobar Raya", "--zona", "WIT", "--kontak", contact];
  expect(await instansi("ubah", "kobar", ...change)).toContain("kobar ditulis");
  expect(await instansi("ubah", "kobar", ...change)).toContain("Tidak ada yang berubah");
  expect(await instansi("lihat")).toBe(`kobar: Kobar Raya, WIT\n  ${contact}\n`);
  expect(await instansi("ubah", "kobar", "--kontak", "")).toContain("kobar ditulis");

  expect(await agencies.find("kobar")).toEqual({
    ...{ id: "kobar", revision: 3, name: "Kobar Raya", zone: "WIT", texts: {} },
  });
  const { items } = await history.history({ subjectId: "agency#kobar", limit: 9 });
  expect(items.map(({ action, changes }) => [action, changes])).toEqual([
    ["changed", [{ field: "contact", from: contact }]],
    [
      "changed",
      [
        { field: "name", from: "Kobar", to: "Kobar Raya" },
        { field: "zone", from: "WIB", to: "WIT" },
        { field: "contact", to: contact },
      ],
    ],
    [
      "registered",
      [
        { field: "name", to: "Kobar" },
        { field: "zone", to: "WIB" },
      ],
    ],
  ]);
});
