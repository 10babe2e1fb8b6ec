/** `kartu init` as an operator runs it, on tables and a user pool of the embedded cloud. */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  ListUsersCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeEach, expect, test } from "vitest";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { createCognito } from "../../../local/cloud/cognito/cognito-service.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { startServices } from "../../../local/cloud/test/one-service.ts";
import { aNip } from "../../support/builders.ts";
import { kartu } from "../../support/kartu-process.ts";
import { newTable } from "../../support/tables-of-the-app.ts";
import { newPool } from "./directories-for-this-file.ts";

const cloud = await startServices(async (context) => [
  ...(await createDynamodb(context)).services,
  createCognito(context, { deliver: () => undefined }),
]);
const cognito = new CognitoIdentityProviderClient(cloud.client);
const dynamodb = new DynamoDBClient(cloud.client);
const db = DynamoDBDocumentClient.from(dynamodb);
const file = (name: string) => join(cloud.directory, name);
const write = (name: string, content: unknown) => {
  writeFileSync(file(name), JSON.stringify(content));
  return file(name);
};

let UserPoolId: string;
let employees: EmployeeTable;
let roles: WritableRoleTable;
let accountTable: AccountTable;
let places: string[];

afterAll(() => cloud.stop());

beforeEach(async () => {
  const names = {
    EmployeeTable: await newTable(dynamodb, "employee-table"),
    MarkerTable: await newTable(dynamodb, "marker-table"),
    OpenChangeTable: await newTable(dynamodb, "open-change-table"),
    AccountTable: await newTable(dynamodb, "account-table"),
    RoleTable: await newTable(dynamodb, "role-table"),
    AuditTable: await newTable(dynamodb, "audit-table"),
    UserPool: (await newPool(cognito)).id,
  };
  UserPoolId = names.UserPool;
  employees = new EmployeeTable(db, names.EmployeeTable, new MarkerTable(db, names.MarkerTable));
  accountTable = new AccountTable(db, names.AccountTable);
  roles = new WritableRoleTable(db, names.RoleTable, new AuditTable(db, names.AuditTable));
  write("outputs.json", { "Kartu-Data": names });
  copyFileSync(join("shared", "card", "template.json"), file("template.json"));
  places = ["--outputs", file("outputs.json"), "--template", file("template.json")];
});

const siti = {
  ...{ nip: "198001012005012001", name: "Siti Rahma", email: "siti@kobar.example" },
  ...{ golongan: "III/c", jabatan: "Analis SDM Aparatur", unitKerja: "BKPSDM" },
  tmt: "2005-01-01",
  peran: ["petugas", "operator"],
};
const made = {
  ...siti,
  ...{ nip: "198502022010011002", name: "Made Putra", email: "made@kobar.example" },
  tmt: "2010-01-01",
  peran: ["penyetuju", "operator"],
};
const kobar = {
  id: "kobar",
  nama: "Kabupaten Kotawaringin Barat",
  ...{ zona: "WITA", lambang: "truntum" },
  kontak: "Jika ditemukan, hubungi BKPSDM, surel bkpsdm@kobar.example.",
};
const wanted = { instansi: kobar, orang: [siti, made], alasan: "SK 1/2026" };

const init = async (args: readonly string[], input = "") =>
  (await kartu(["init", ...args, ...places], { cloud, input })).printed;

async function rolesOf(nip: string): Promise<string[]> {
  const employee = await employees.findByNip(aNip(nip));
  if (!employee) return [];
  return (await roles.find(employee.id)).grants.map(({ role }) => role);
}

async function accounts(): Promise<number> {
  const { Users = [] } = await cognito.send(new ListUsersCommand({ UserPoolId }));
  return Users.length;
}

test("from a file it makes the agency, two people with records, accounts and roles, and prints no secret", async () => {
  const told = await init(["--file", write("awal.json", wanted)]);

  expect(told).toContain("Siti Rahma: siap");
  expect(told).not.toMatch(/198001012005012001|aA1!|kobar\.example/);
  const record = await employees.findByNip(aNip(siti.nip));
  expect(record).toMatchObject({
    ...{ name: "Siti Rahma", kind: "PNS", kedudukanHukum: "01" },
    ...{ instansiId: "kobar", instansi: "Kabupaten Kotawaringin Barat" },
  });
  const user = await cognito.send(new AdminGetUserCommand({ UserPoolId, Username: siti.nip }));
  expect(user.UserStatus).toBe("CONFIRMED");
  const listed = await accountTable.list("kobar#not-activated", { limit: 9 });
  expect(listed.ids).toContain(record?.id);
  expect(await rolesOf(siti.nip)).toEqual(["petugas", "operator"]);
  expect(await rolesOf(made.nip)).toEqual(["penyetuju", "operator"]);
  const { agencies } = JSON.parse(readFileSync(file("template.json"), "utf8"));
  expect(agencies.kobar).toEqual({
    ...{ name: "Kabupaten Kotawaringin Barat", zone: "WITA", emblem: "truntum" },
    texts: { contact: kobar.kontak },
  });
});

test("nobody's roles are given at their own word", async () => {
  await init(["--file", write("awal.json", wanted)]);
  const [one, other] = await Promise.all(
    [siti, made].map(({ nip }) => employees.findByNip(aNip(nip))),
  );

  for (const [whose, by] of [
    [one, other],
    [other, one],
  ] as const) {
    const { grants } = await roles.find(whose?.id ?? "emp_");
    expect(new Set(grants.map(({ grantedBy }) => grantedBy))).toEqual(new Set([by?.id]));
  }
});

test("after an interruption it finishes, and a third time changes nothing", async () => {
  const awal = write("awal.json", wanted);
  const outputs = JSON.parse(readFileSync(file("outputs.json"), "utf8"));
  const broken = {
    "Kartu-Data": { ...outputs["Kartu-Data"], UserPool: "ap-southeast-3_Nobody00" },
  };
  const { printed: stopped } = await kartu(
    [
      ...["init", "--file", awal, "--template", file("template.json")],
      ...["--outputs", write("broken.json", broken)],
    ],
    { cloud },
  );
  expect(stopped).not.toContain("siap");
  const begun = await employees.findByNip(aNip(siti.nip));
  expect(begun).toBeDefined();
  expect(await accounts()).toBe(0);

  expect(await init(["--file", awal])).toContain("Made Putra: siap");
  expect((await employees.findByNip(aNip(siti.nip)))?.id).toBe(begun?.id);
  expect(await accounts()).toBe(2);
  expect(await rolesOf(made.nip)).toEqual(["penyetuju", "operator"]);

  const before = await roles.find(begun?.id ?? "emp_");
  expect(await init(["--file", awal])).toContain("sudah terdaftar, datanya tidak diubah");
  expect(await roles.find(begun?.id ?? "emp_")).toEqual(before);
});

test("by flags, and with --dry-run nothing is written", async () => {
  const orang = (person: typeof siti) => [
    "--orang",
    Object.entries(person)
      .map((pair) => pair.join("="))
      .join("; "),
  ];
  const flags = [
    ...["--instansi", "kobar", "--nama-instansi", kobar.nama, "--alasan", "SK 1/2026"],
    ...orang(siti),
    ...orang(made),
  ];
  const template = readFileSync(file("template.json"), "utf8");

  expect(await init([...flags, "--dry-run"])).toContain("petugas, operator (baru)");
  expect(await employees.findByNip(aNip(siti.nip))).toBeUndefined();
  expect(readFileSync(file("template.json"), "utf8")).toBe(template);

  expect(await init(flags)).toContain("Siti Rahma: siap");
  expect(await rolesOf(siti.nip)).toEqual(["petugas", "operator"]);
});

test("it asks for everything, and for a wrong answer again", async () => {
  const answersOf = ({ nip, name, email, golongan, jabatan, unitKerja, peran }: typeof siti) => [
    nip,
    name,
    "",
    "",
    email,
    golongan,
    jabatan,
    unitKerja,
    "",
    peran.join(","),
  ];
  const answers = [
    ...["kobar", kobar.nama, "WIX", "", "burung", "truntum", kobar.kontak, "123"],
    ...answersOf(siti),
    ...answersOf(made),
    ...["tidak", "SK 1/2026", "ya"],
  ];

  const told = await init([], `${answers.join("\n")}\n`);

  expect(told).toContain("NIP: terdiri dari 18 angka");
  expect(told).toContain("pilih WIB, WITA, WIT");
  expect(told).toContain("Pilih satu dari daftar.");
  expect(told).toContain("Made Putra: siap");
  expect(await employees.findByNip(aNip(siti.nip))).toMatchObject({ tmt: "2005-01-01" });
});

const all = ["petugas", "penyetuju", "operator"];

test.each([
  ["one person", { orang: [siti] }, "orang"],
  [
    "one operator",
    {
      orang: [
        { ...siti, peran: all },
        { ...made, peran: ["auditor"] },
      ],
    },
    "Perlu dua operator",
  ],
  [
    "a petugas whom nobody else approves",
    {
      orang: [
        { ...siti, peran: all },
        { ...made, peran: ["operator"] },
      ],
    },
    "perlu penyetuju, orang lain",
  ],
  ["a role that is not there", { orang: [siti, { ...made, peran: ["dewa"] }] }, "peran"],
  ["no address", { orang: [{ ...siti, email: "siti" }, made] }, "Orang ke-1: Surel: ditulis"],
  ["golongan of PPPK", { orang: [siti, { ...made, golongan: "IX" }] }, "Orang ke-2: Golongan:"],
  ["a number twice", { orang: [siti, { ...made, nip: siti.nip }] }, "Satu NIP ditulis untuk dua"],
  ["an id with capitals", { instansi: { ...kobar, id: "Kobar Barat" } }, "huruf kecil"],
])("%s is refused before anything is written", async (_, change, problem) => {
  expect(await init(["--file", write("awal.json", { ...wanted, ...change })])).toContain(problem);

  expect(await employees.findByNip(aNip(siti.nip))).toBeUndefined();
  expect(await accounts()).toBe(0);
});
