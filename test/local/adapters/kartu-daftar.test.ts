/** `kartu daftar` as an operator runs it, on tables of the embedded cloud. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { toItem } from "#shared/employee/employee-item.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { anEmployee } from "../../support/builders.ts";
import { kartu } from "../../support/kartu-process.ts";
import { dynamodbForThisFile, newEmployees } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

test("people whose records have no lines yet are found by every filter, and their records stay as they are", async () => {
  const { employees, tableName, markerTable } = await newEmployees(cloud);
  const agencyTable = await cloud.newTable("agency-table");
  const siti = anEmployee({ photoId: undefined });
  // As a release before the filters wrote it.
  const item = toItem(siti, { cardChanged: false, holderTold: false });
  const old = { ...item, listedIn: "ins_contoh#active" };
  await cloud.db.send(new PutCommand({ TableName: tableName, Item: old }));
  await cloud.db.send(
    new PutCommand({ TableName: agencyTable, Item: { ...anAgency(), kind: "agency" } }),
  );
  const home = mkdtempSync(join(tmpdir(), "kartu-daftar-"));
  const outputs = join(home, "cdk-outputs.json");
  const names = { EmployeeTable: tableName, MarkerTable: markerTable, AgencyTable: agencyTable };
  writeFileSync(outputs, JSON.stringify({ "Kartu-Data": names }));
  const found = async () => {
    const { instansiId } = siti;
    const query = { instansiId, words: ["rahma"], limit: 25, fits: () => true };
    const tagged = { tag: "no-photo", today: "2026-11-27" } as const;
    const pages = await Promise.all([
      employees.search(query),
      employees.search({ ...query, tagged, kind: "PNS", status: "active" }),
      employees.search({ ...query, units: [siti.unitKerja] }),
    ]);
    return pages.map(({ items }) => items);
  };
  expect(await found()).toEqual([[], [], []]);

  for (const _ of ["once", "again"]) {
    const run = await kartu(["daftar", "--outputs", outputs], { cloud });
    expect(run).toEqual({ printed: "1 pegawai, selesai.\n", code: 0 });
    expect(await found()).toEqual([[siti], [siti], [siti]]);
  }
  expect(await employees.idOf(siti.nip)).toBe(siti.id);
  rmSync(home, { recursive: true });
});
