/** An empty account of the embedded cloud, and whom `kartu init` is told to begin with. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeEach } from "vitest";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { startServices } from "../../../local/cloud/test/one-service.ts";
import { kartu } from "../../support/kartu-process.ts";
import { newTable } from "../../support/tables-of-the-app.ts";

export const siti = {
  nip: "198001012005012001",
  name: "Siti Rahma",
  email: "siti@kobar.example",
  golongan: "III/c",
  jabatan: "Analis SDM Aparatur",
  unitKerja: "BKPSDM",
  tmt: "2005-01-01",
  peran: ["petugas", "operator"],
};
export const made = {
  ...siti,
  nip: "198502022010011002",
  name: "Made Putra",
  email: "made@kobar.example",
  tmt: "2010-01-01",
  peran: ["penyetuju", "operator"],
};
export const kobar = {
  id: "kobar",
  nama: "Kabupaten Kotawaringin Barat",
  ...{ zona: "WITA", lambang: "truntum" },
  kontak: "Jika ditemukan, hubungi BKPSDM, surel bkpsdm@kobar.example.",
};
export const wanted = { instansi: kobar, orang: [siti, made], alasan: "SK 1/2026" };

/** Tables of its own for each test of the file that calls this. */
export async function accountForThisFile() {
  const cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
  ]);
  const dynamodb = new DynamoDBClient(cloud.client);
  const file = (name: string) => join(cloud.directory, name);
  const write = (name: string, content: unknown) => {
    writeFileSync(file(name), JSON.stringify(content));
    return file(name);
  };
  const places = ["--outputs", file("outputs.json")];
  let tables: Tables;

  afterAll(() => cloud.stop());
  beforeEach(async () => {
    tables = await newTables(dynamodb);
    write("outputs.json", { "Kartu-Data": tables.names });
  });
  return {
    ...{ cloud, file, write },
    now: () => tables,
    async init(args: readonly string[], input = ""): Promise<string> {
      return (await kartu(["init", ...args, ...places], { cloud, input })).printed;
    },
    /** How many there are, none of them activated. */
    async accounts(): Promise<number> {
      return (await tables.accountTable.list("kobar#not-activated", { limit: 9 })).length;
    },
  };
}

type Tables = Awaited<ReturnType<typeof newTables>>;

async function newTables(dynamodb: DynamoDBClient) {
  const names = {
    EmployeeTable: await newTable(dynamodb, "employee-table"),
    MarkerTable: await newTable(dynamodb, "marker-table"),
    OpenChangeTable: await newTable(dynamodb, "open-change-table"),
    AccountTable: await newTable(dynamodb, "account-table"),
    RoleTable: await newTable(dynamodb, "role-table"),
    AuditTable: await newTable(dynamodb, "audit-table"),
    AgencyTable: await newTable(dynamodb, "agency-table"),
    UnitTable: await newTable(dynamodb, "unit-table"),
  };
  const db = DynamoDBDocumentClient.from(dynamodb);
  const markers = new MarkerTable(db, names.MarkerTable);
  return {
    names,
    agencies: new AgencyTable(db, names.AgencyTable),
    employees: new EmployeeTable(db, names.EmployeeTable, markers),
    accountTable: new AccountTable(db, names.AccountTable),
    roles: new WritableRoleTable(db, names.RoleTable, new AuditTable(db, names.AuditTable)),
  };
}
