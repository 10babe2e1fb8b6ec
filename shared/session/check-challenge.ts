import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { accountIdOf, isOthers, isVoid } from "./account-state.ts";
import type { AuthChallenge } from "./auth-challenge.ts";
import type { Sessions } from "./sessions.ts";

export interface CheckChallenge {
  readonly sessions: Pick<Sessions, "findAccount">;
  readonly employees: Pick<Employees, "findByNip">;
}

/**
 * Whether the account was reset, its record changed, or a session ended all others, after this challenge began; with the record that
 * was read for it.
 */
export async function checkChallenge(
  { sessions, employees }: CheckChallenge,
  { nip, startedAt, kind }: Pick<AuthChallenge, "nip" | "startedAt" | "kind">,
): Promise<{ isVoid: boolean; employee: Employee | undefined }> {
  const [account, employee] = await Promise.all([
    sessions.findAccount(accountIdOf(nip)),
    employees.findByNip(nip),
  ]);
  // A reset asks the mailbox, so it is not one of the logins that a session ends.
  const isEnded = kind !== "reset" && isOthers(startedAt, account);
  return { isVoid: isEnded || isVoid(startedAt, account, employee), employee };
}
