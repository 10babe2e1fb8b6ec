import { parseArgs } from "node:util";
import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import { RoleTable } from "#shared/access/role-table.ts";
import { AccountHistory } from "#shared/account/account-history.ts";
import { LockoutTable } from "#shared/account/lockout-table.ts";
import { locksOf, unlockAccount } from "#shared/account/unlock-account.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { type Employee, fullName } from "#shared/employee/employee.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { maskNip } from "#shared/employee/nip.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { accountIdOf } from "#shared/session/account-state.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { type Command, UsageError } from "./command.ts";
import { findPerson } from "./find-person.ts";
import { decisionOptions, neededDecision, operatorWhoDecides } from "./operators.ts";
import { readOutputs } from "./stack-outputs.ts";

export const akun: Command = {
  usage: `kartu akun lihat NIP [--outputs cdk-outputs.json]
kartu akun buka NIP --oleh NIP --alasan TEKS

lihat   apakah akun boleh masuk, apakah ada autentikator, kapan terakhir masuk, dan apa yang menguncinya
buka    melupakan kata sandi dan kode yang salah serta kode reset yang dikirim, atas keputusan operator --oleh; dicatat di riwayat`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: decisionOptions,
    });
    const [verb, nip = "", ...others] = positionals;
    if ((verb !== "lihat" && verb !== "buka") || others.length > 0)
      throw new UsageError("Sebut lihat atau buka.");
    const decision = verb === "buka" ? neededDecision(values) : undefined;
    const world = connect(values.outputs);
    const person = await findPerson(world, nip);
    if (decision) {
      const { nip: oleh, reason } = decision;
      const { id } = await operatorWhoDecides(world, { nip: oleh, about: person });
      await unlockAccount(world, { person, by: { role: "operator", id }, reason });
    }
    await show(world, person, print);
  },
};

type World = ReturnType<typeof connect>;

function connect(outputsFile: string) {
  const names = readOutputs(outputsFile, [
    "EmployeeTable",
    "MarkerTable",
    "AuditTable",
    "SessionTable",
    "RateLimitTable",
    "RoleTable",
    "UserPool",
  ]);
  const db = documentClient();
  const markers = new MarkerTable(db, names.MarkerTable);
  return {
    employees: new EmployeeTable(db, names.EmployeeTable, markers),
    roles: new RoleTable(db, names.RoleTable),
    sessions: new SessionTable(db, names.SessionTable),
    lockouts: new LockoutTable(db, names.RateLimitTable),
    limits: new RateLimitTable(db, names.RateLimitTable),
    cognito: new CognitoIdentityProviderClient(),
    poolId: names.UserPool,
    accountHistory: new AccountHistory(new AuditTable(db, names.AuditTable)),
    clock: systemClock,
  };
}

/** NIPs are masked, because people copy this output into tickets. */
async function show(world: World, person: Employee, print: (line: string) => void): Promise<void> {
  print(`${fullName(person)}, ${maskNip(person.nip)} (${person.id})`);
  for (const former of person.formerNips ?? [])
    print(`  NIP lama: ${maskNip(former.nip)}, sampai ${former.until}`);
  print(`  akun: ${await accountOf(world, person)}`);
  const { sessions } = await world.sessions.findAccount(accountIdOf(person.nip));
  const last = Object.values(sessions).sort().at(-1);
  // Sessions last 12 hours; a login before that stands in the security log.
  print(`  terakhir masuk: ${last ?? "tidak dalam 12 jam terakhir"}`);
  const { failures, lockedSeconds, forgottenInSeconds, counts } = await locksOf(world, person);
  print(
    failures === 0
      ? "  gagal berturut-turut: tidak ada"
      : `  gagal berturut-turut: ${failures}, terkunci ${lockedSeconds} detik lagi, dilupakan dalam ${forgottenInSeconds} detik`,
  );
  for (const [name, count] of Object.entries(counts))
    print(`  ${name} dalam satu jam ini: ${count}`);
  const { items } = await world.accountHistory.page({ employeeId: person.id, limit: 10 });
  for (const { at, action, actor, reason } of items)
    print(`  ${at} ${action} oleh ${actor.id ?? actor.role}${reason ? `: ${reason}` : ""}`);
}

async function accountOf({ cognito, poolId }: World, { nip }: Employee): Promise<string> {
  try {
    const user = await cognito.send(new AdminGetUserCommand({ UserPoolId: poolId, Username: nip }));
    const mfa = user.UserMFASettingList?.length ? "autentikator terdaftar" : "tanpa autentikator";
    return `${user.Enabled ? "aktif" : "dinonaktifkan"}, ${user.UserStatus}, ${mfa}`;
  } catch (error) {
    if (error instanceof UserNotFoundException)
      return "belum diaktivasi: dibuat ketika pemiliknya pertama kali meminta kode";
    throw error;
  }
}
