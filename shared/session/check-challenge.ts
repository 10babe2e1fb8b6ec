import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { accountIdOf, isVoid } from "./account-state.ts";
import type { AuthChallenge } from "./auth-challenge.ts";
import type { Sessions } from "./sessions.ts";

export interface CheckChallenge {
  readonly sessions: Pick<Sessions, "findAccount">;
  readonly employees: Pick<Employees, "findByNip">;
}

/** Whether the account was reset, or its record changed, after this challenge began; with the record that was read for it. */
export async function checkChallenge(
  { sessions, employees }: CheckChallenge,
  { nip, startedAt }: Pick<AuthChallenge, "nip" | "startedAt">,
): Promise<{ isVoid: boolean; employee: Employee | undefined }> {
  const [account, employee] = await Promise.all([
    sessions.findAccount(accountIdOf(nip)),
    employees.findByNip(nip),
  ]);
  return { isVoid: isVoid(startedAt, account, employee), employee };
}
