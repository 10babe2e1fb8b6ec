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
import { operatorWhoDecides } from "./operators.ts";
import { readOutputs } from "./stack-outputs.ts";

export const akun: Command = {
  usage: `kartu akun lihat NIP [--outputs cdk-outputs.json]
kartu akun buka NIP --oleh NIP --alasan TEXT

lihat   whether the account may log in, whether it has an authenticator, the last login, and what locks it
buka    forgets wrong passwords, wrong codes and mailed reset codes, at --oleh's word, and notes it in the history`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        outputs: { type: "string", default: "cdk-outputs.json" },
        oleh: { type: "string", default: "" },
        alasan: { type: "string", default: "" },
      },
    });
    const [verb, nip = "", ...others] = positionals;
    if ((verb !== "lihat" && verb !== "buka") || others.length > 0)
      throw new UsageError("Say lihat or buka.");
    const reason = values.alasan.trim();
    if (verb === "buka" && (!values.oleh || !reason))
      throw new UsageError("Say with --oleh at whose word, and with --alasan why.");
    const world = connect(values.outputs);
    const person = await findPerson(world, nip);
    if (verb === "buka") {
      const { id } = await operatorWhoDecides(world, { nip: values.oleh, about: person });
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
  print(`  account: ${await accountOf(world, person)}`);
  const { sessions } = await world.sessions.findAccount(accountIdOf(person.nip));
  const last = Object.values(sessions).sort().at(-1);
  // Sessions last 12 hours; a login before that stands in the security log.
  print(`  last login: ${last ?? "none in the last 12 hours"}`);
  const { failures, lockedSeconds, forgottenInSeconds, counts } = await locksOf(world, person.nip);
  print(
    failures === 0
      ? "  failures in a row: none"
      : `  failures in a row: ${failures}, locked for ${lockedSeconds} s, forgotten in ${forgottenInSeconds} s`,
  );
  for (const [name, count] of Object.entries(counts)) print(`  ${name} this hour: ${count}`);
  const { items } = await world.accountHistory.page({ employeeId: person.id, limit: 10 });
  for (const { at, action, actor, reason } of items)
    print(`  ${at} ${action} by ${actor.id ?? actor.role}${reason ? `: ${reason}` : ""}`);
}

async function accountOf({ cognito, poolId }: World, { nip }: Employee): Promise<string> {
  try {
    const user = await cognito.send(new AdminGetUserCommand({ UserPoolId: poolId, Username: nip }));
    const mfa = user.UserMFASettingList?.length ? "authenticator registered" : "no authenticator";
    return `${user.Enabled ? "enabled" : "disabled"}, ${user.UserStatus}, ${mfa}`;
  } catch (error) {
    if (error instanceof UserNotFoundException) return "none: kartu init or an import makes it";
    throw error;
  }
}
