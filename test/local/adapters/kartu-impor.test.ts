/** `kartu impor` on tables of the embedded cloud, which it finds by the folder of `npm start`. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { demoAgencies } from "../../../local/demo/agencies.ts";
import { removeCloudFile, writeCloudFile } from "../../../local/start/cloud-file.ts";
import { runCommand } from "../../../ops/kartu.ts";
import { siasnCsv } from "../../shared/import/siasn-files.ts";
import { anEntry } from "../../support/audit-table-contract.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { kartu } from "../../support/kartu-process.ts";
import { dynamodbForThisFile, newEmployees } from "./dynamodb-for-this-file.ts";

const dynamodb = dynamodbForThisFile();
const faults = join("test", "shared", "import", "files", "siasn-faults.csv");

const inTheFile = anEmployee({
  ...{ id: "emp_here", nip: aNip("197706042006022002"), email: "pegawai.1@contoh.example" },
});
const elsewhere = anEmployee({
  ...{ id: "emp_far", instansiId: "ins_khayalan", instansi: "Pemerintah Provinsi Khayalan" },
  ...{ nip: aNip("198502122010012005"), email: "jauh@contoh.example" },
});

async function imporIn(home: string, ...more: string[]) {
  const printed: string[] = [];
  const args = ["impor", faults, "--dry-run", "--json", "--home", home, ...more];
  await runCommand(args, (line) => printed.push(line));
  return JSON.parse(printed.join("\n"));
}

test("a file is compared with the records of its agency, without signing in", async () => {
  const { employees, tableName, markerTable } = await newEmployees(dynamodb);
  for (const { id, ...rest } of [inTheFile, anEmployee(), elsewhere])
    await employees.add({ id, ...rest }, anEntry({ subjectId: id, revision: 1, changes: [] }));
  const AgencyTable = await dynamodb.newTable("agency-table");
  for (const agency of demoAgencies)
    await dynamodb.db.send(
      new PutCommand({ TableName: AgencyTable, Item: { ...agency, kind: "agency" } }),
    );
  const UnitTable = await dynamodb.newTable("unit-table");
  const home = mkdtempSync(join(tmpdir(), "kartu-impor-"));
  const outputs = {
    "Kartu-Data": { EmployeeTable: tableName, MarkerTable: markerTable, AgencyTable, UnitTable },
  };
  writeCloudFile(home, { client: dynamodb.client, outputs });

  expect(await imporIn(home)).toMatchObject({ rows: 30, new: 15, changed: 1, gone: 1 });
  const other = await imporIn(home, "--instansi", "ins_khayalan");
  // One of them has a number that another agency has.
  expect(other).toMatchObject({ new: 15, changed: 0, gone: 1 });
  expect(other.problems).toContainEqual(expect.objectContaining({ code: "nip-taken" }));

  const folder = mkdtempSync(join(tmpdir(), "kartu-impor-"));
  const unknown = join(folder, "antah.csv");
  writeFileSync(unknown, siasnCsv({ "INSTANSI KERJA": "Kab. Antah" }));
  const said = await kartu(["impor", unknown, "--dry-run", "--home", home]);
  expect(said.printed).toContain("«Kab. Antah» tidak dikenal");
  await expect(imporIn(home, "--instansi", "antah")).rejects.toThrow(
    "Instansi antah tidak ada. Yang ada: ins_contoh",
  );

  removeCloudFile(home);
  expect(await imporIn(home)).toMatchObject({ new: 16, changed: 0, gone: 0 });
});

test("without a cloud nothing is brought, and it says so", async () => {
  const home = mkdtempSync(join(tmpdir(), "kartu-impor-"));
  const { printed, code } = await kartu(["impor", faults, "--home", home]);

  expect([code, printed]).toEqual([1, expect.stringContaining("Cloud tertanam tidak berjalan")]);
});
