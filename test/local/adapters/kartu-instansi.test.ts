/** `kartu instansi` as an operator runs it, on tables of the embedded cloud, which it finds by the folder of `npm start`. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { BulkTable } from "#shared/bulk/bulk-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { writeCloudFile } from "../../../local/start/cloud-file.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { kartu } from "../../support/kartu-process.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const dynamodb = dynamodbForThisFile();
let home: string;
let agencies: AgencyTable;
let history: AuditTable;
let bulks: BulkTable;
let roles: WritableRoleTable;
let employees: WritableEmployeeTable;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "kartu-instansi-"));
  const table = (noun: string) => dynamodb.newTable(noun);
  const names = {
    ...{ AgencyTable: await table("agency-table"), AuditTable: await table("audit-table") },
    ...{ BulkTable: await table("bulk-table"), RoleTable: await table("role-table") },
    ...{ EmployeeTable: await table("employee-table"), MarkerTable: await table("marker-table") },
    ...{ UnitTable: await table("unit-table"), ApprovalTable: await table("approval-table") },
    RateLimitTable: await table("rate-limit-table"),
    // Nobody listens there: the reconciler would ask for the first step.
    BulkQueue: "http://127.0.0.1:9/queue",
  };
  writeCloudFile(home, { client: dynamodb.client, outputs: { "Kartu-Data": names } });
  const { db } = dynamodb;
  agencies = new AgencyTable(db, names.AgencyTable);
  history = new AuditTable(db, names.AuditTable);
  bulks = new BulkTable(db, names.BulkTable);
  roles = new WritableRoleTable(db, names.RoleTable, history);
  employees = new WritableEmployeeTable(db, names.EmployeeTable, {
    audit: history,
    changes: new OpenChangeTable(db, await table("open-change-table")),
    markers: new MarkerTable(db, names.MarkerTable),
  });
});

/** Somebody who runs the system, for --oleh. */
async function anOperator() {
  const person = anEmployee();
  const { id: subjectId, updatedAt: at } = person;
  const line = { revision: 1, at, actor: { role: "operator" }, changes: [] } as const;
  await employees.add(person, { ...line, subjectId, action: "registered" });
  const grants = [aGrant("operator")];
  const granted = { ...line, subjectId: `roles#${subjectId}`, action: "role-granted" } as const;
  await roles.save({ id: person.id, revision: 1, grants }, granted);
  return person;
}

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
  expect(await instansi("tambah", "kobar", "--nama", "Kobar", "--zona", "WIT")).toContain(
    "kobar ditulis",
  );
  expect(await instansi("tambah", "kobar", "--nama", "Kobar")).toContain("sudah ada");
  const contact = "Hubungi BKPSDM, surel bkpsdm@kobar.example.";
  const change = ["--subjudul", "Pemerintah", "--kontak", contact, "--alamat", "Jalan Contoh 1"];
  expect(await instansi("ubah", "kobar", ...change)).toContain("kobar ditulis");
  expect(await instansi("ubah", "kobar", ...change)).toContain("Tidak ada yang berubah");
  expect(await instansi("lihat")).toBe(
    `kobar: Kobar, WIT\n  Jalan Contoh 1\n  Pemerintah\n  ${contact}\n`,
  );
  expect(
    await instansi("ubah", "kobar", "--kontak", "", "--subjudul", "", "--alamat", ""),
  ).toContain("kobar ditulis");

  expect(await agencies.find("kobar")).toEqual({
    ...{ id: "kobar", revision: 3, name: "Kobar", zone: "WIT", texts: {} },
  });
  const { items } = await history.history({ subjectId: "agency#kobar", limit: 9 });
  expect(items.map(({ action, changes }) => [action, changes])).toEqual([
    [
      "changed",
      [
        { field: "address", from: "Jalan Contoh 1" },
        { field: "subtitle", from: "Pemerintah" },
        { field: "contact", from: contact },
      ],
    ],
    [
      "changed",
      [
        { field: "address", to: "Jalan Contoh 1" },
        { field: "subtitle", to: "Pemerintah" },
        { field: "contact", to: contact },
      ],
    ],
    [
      "registered",
      [
        { field: "name", to: "Kobar" },
        { field: "zone", to: "WIT" },
      ],
    ],
  ]);
});

test("a new name starts the work that carries it into the records, at the word of an operator", async () => {
  const { nip, id } = await anOperator();
  await instansi("tambah", "kobar", "--nama", "Kobar");
  const change = (...more: string[]) => instansi("ubah", "kobar", "--nama", "Kobar Raya", ...more);
  expect(await change()).toContain("sebut --oleh (NIP operator) dan --alasan");
  expect(await instansi("ubah", "kobar", "--zona", "WIT")).toContain("sebut --oleh");
  expect(await change("--oleh", aNip("196801012005032901"), "--alasan", "Perda 1")).toContain(
    "Tidak ada pegawai",
  );
  expect(await agencies.find("kobar")).toMatchObject({ name: "Kobar", revision: 1 });

  const decided = ["--oleh", nip, "--alasan", "Perda 1"];
  const printed = await change(...decided);
  expect(printed).toContain("kobar ditulis");
  expect(printed).toContain("Nama atau zona baru sedang ditulis ke data pegawai");
  const { nameWork } = (await agencies.find("kobar")) ?? {};
  if (!nameWork) throw new Error("No work has begun.");
  expect(await bulks.find(nameWork)).toMatchObject({
    ...{ kind: "agency-name", instansiId: "kobar", askedBy: id, state: "running" },
    parameters: { reason: "Perda 1" },
  });
  const { items } = await history.history({ subjectId: "agency#kobar", limit: 1 });
  expect(items).toMatchObject([{ actor: { role: "operator", id }, reason: "Perda 1" }]);
  expect(await instansi("lihat")).toContain(
    "Nama pada data pegawai: berjalan, 0 diperiksa, 0 diganti.",
  );

  expect(await instansi("samakan", "kobar", ...decided)).toContain("berjalan");
  await bulks.stop(nameWork, { why: "given-up", at: new Date() });
  expect(await instansi("samakan", "kobar")).toContain("Sebut --oleh");
  expect(await instansi("samakan", "kobar", ...decided)).toContain("berjalan");
  const again = (await agencies.find("kobar"))?.nameWork;
  expect(again).not.toBe(nameWork);
  const added = ["tambah", "Dinas Pasar", ...decided];
  expect(await instansi("unit", "kobar", ...added)).toContain("Diajukan (apr_");
  expect(await instansi("unit", "kobar")).toBe("Belum ada unit.\n");
  expect(await instansi("samakan", "tiada", ...decided)).toContain("belum ada");
});
