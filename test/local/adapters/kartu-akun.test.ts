/** `kartu akun` as an operator runs it: whoever failed too often is shown, and let in again. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  AdminDisableUserCommand,
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rolesSubject } from "#shared/access/grant-role.ts";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AccountDirectory } from "#shared/account/account-directory.ts";
import { accountSubject } from "#shared/account/account-event.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { LockoutTable } from "#shared/account/lockout-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { registerEmployee } from "#shared/employee/register-employee.ts";
import { changeNip } from "#shared/employee/revision.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { loginFailureWindow } from "#shared/rate-limit/limits.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { createCognito } from "../../../local/cloud/cognito/cognito-service.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { startServices } from "../../../local/cloud/test/one-service.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { kartu } from "../../support/kartu-process.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { newTable } from "../../support/tables-of-the-app.ts";
import { newPool } from "./directories-for-this-file.ts";

const cloud = await startServices(async (context) => [
  ...(await createDynamodb(context)).services,
  createCognito(context, { deliver: () => undefined }),
]);
const cognito = new CognitoIdentityProviderClient(cloud.client);
const dynamodb = new DynamoDBClient(cloud.client);
const db = DynamoDBDocumentClient.from(dynamodb, {
  marshallOptions: { removeUndefinedValues: true },
});
const outputs = join(cloud.directory, "outputs.json");
const siti = anEmployee();
const oka = anEmployee({
  ...{ id: "emp_oka", nip: aNip("197205052009031906"), email: "oka@contoh.example" },
});

let history: AuditTable;
let lockouts: LockoutTable;
let limits: RateLimitTable;
let employees: WritableEmployeeTable;
let UserPoolId: string;

beforeAll(async () => {
  const table = (noun: string) => newTable(dynamodb, noun);
  const names = {
    EmployeeTable: await table("employee-table"),
    MarkerTable: await table("marker-table"),
    AuditTable: await table("audit-table"),
    SessionTable: await table("session-table"),
    RateLimitTable: await table("rate-limit-table"),
    RoleTable: await table("role-table"),
    UserPool: (await newPool(cognito)).id,
  };
  UserPoolId = names.UserPool;
  history = new AuditTable(db, names.AuditTable);
  lockouts = new LockoutTable(db, names.RateLimitTable);
  limits = new RateLimitTable(db, names.RateLimitTable);
  const markers = new MarkerTable(db, names.MarkerTable);
  employees = new WritableEmployeeTable(db, names.EmployeeTable, {
    audit: history,
    changes: new OpenChangeTable(db, await table("open-change-table")),
    markers,
  });
  const accountRecords = new AccountTable(db, await table("account-table"));
  const world = { employees, accountRecords, clock: systemClock };
  for (const { id, ...employee } of [siti, oka])
    await registerEmployee(world, { employee, by: { role: "import" }, id });
  // She has asked for a code.
  await new AccountDirectory(cognito, UserPoolId).createUser(siti);
  const at = oka.updatedAt;
  await new WritableRoleTable(db, names.RoleTable, history).save(
    { id: oka.id, revision: 1, grants: [aGrant("operator")] },
    {
      ...{ subjectId: rolesSubject(oka.id), revision: 1, at, action: "role-granted", changes: [] },
      actor: { role: "import" },
    },
  );
  writeFileSync(outputs, JSON.stringify({ "Kartu-Data": names }));
});
afterAll(() => cloud.stop());

const akun = async (...args: string[]) =>
  (await kartu(["akun", ...args, "--outputs", outputs], { cloud })).printed;

test("who failed too often is shown without a number, and may try again once an operator says so", async () => {
  const now = new Date();
  for (let i = 0; i < 9; i++) {
    await lockouts.fail(siti.nip, await lockouts.find(siti.nip), now);
    await limits.add(loginFailureWindow, siti.nip, now);
  }

  const shown = await akun("lihat", siti.nip);
  expect(shown).toMatch(
    /gagal berturut-turut: 9, terkunci \d+ detik lagi, dilupakan dalam \d+ detik/,
  );
  expect(shown).toContain("login-failures-by-nip dalam satu jam ini: 9");
  expect(shown).toContain("akun: aktif, CONFIRMED, tanpa autentikator");
  expect(shown).toContain("terakhir masuk: tidak dalam 12 jam terakhir");
  expect(shown).not.toContain(siti.nip);

  const opened = await akun("buka", siti.nip, "--oleh", oka.nip, "--alasan", "Tiket 7");
  expect(opened).toContain("gagal berturut-turut: tidak ada");
  expect(opened).toContain("login-failures-by-nip dalam satu jam ini: 0");
  expect(opened).toContain("account-unlocked oleh emp_oka: Tiket 7");
  expect(await lockouts.find(siti.nip)).toMatchObject({ failures: 0 });

  await akun("buka", siti.nip, "--oleh", oka.nip, "--alasan", "Tiket 8");
  const { items } = await history.history({ subjectId: accountSubject(siti.id), limit: 10 });
  expect(items.map(({ action, actor, reason }) => [action, actor.id, reason])).toEqual([
    ["account-unlocked", "emp_oka", "Tiket 8"],
    ["account-unlocked", "emp_oka", "Tiket 7"],
  ]);
});

test("whoever never activated has no user of Cognito's, and a disabled account is told", async () => {
  expect(await akun("lihat", oka.nip)).toContain("akun: belum diaktivasi");
  await new AccountDirectory(cognito, UserPoolId).createUser(oka);
  await cognito.send(new AdminDisableUserCommand({ UserPoolId, Username: oka.nip }));

  expect(await akun("lihat", oka.nip)).toContain("akun: dinonaktifkan");
});

test.each([
  [["buka", siti.nip, "--alasan", "x"], "Sebut dengan --oleh siapa"],
  [["buka", siti.nip, "--oleh", oka.nip, "--alasan", " "], "dan dengan --alasan mengapa"],
  [["buka", siti.nip, "--oleh", siti.nip, "--alasan", "x"], "memutuskan tentang dirinya sendiri"],
  [["buka", oka.nip, "--oleh", siti.nip, "--alasan", "x"], "bukan operator sekarang"],
  [["lihat", "123"], "NIP terdiri dari 18 angka."],
  [["lihat", "197007172000121009"], "Tidak ada pegawai dengan NIP 1970"],
  [["tutup", siti.nip], "Sebut lihat atau buka."],
])("akun %j is refused", async (args, problem) => {
  expect(await akun(...args)).toContain(problem);
});

test("a former number finds the person, and its user goes when the new one is made", async () => {
  const nip = aNip("198502122010012009");
  const told = { at: new Date(), actor: { role: "system" }, action: "changed" } as const;
  const before = await employees.find(siti.id);
  if (!before) throw new Error("Siti is gone.");
  const { after, ...next } = changeNip(before, nip, told);
  await employees.save({ ...next, after });

  const shown = await akun("lihat", siti.nip);
  expect(shown).toContain("NIP lama: 1985");
  expect(shown).toContain("akun: belum diaktivasi");

  for (const _ of ["once", "again"])
    await new AccountDirectory(cognito, UserPoolId).createUser({
      ...siti,
      nip,
      formerNips: after.formerNips,
    });
  expect(await akun("lihat", nip)).toContain("akun: aktif, CONFIRMED, tanpa autentikator");
  const former = new AdminGetUserCommand({ UserPoolId, Username: siti.nip });
  await expect(cognito.send(former)).rejects.toBeInstanceOf(UserNotFoundException);
});
