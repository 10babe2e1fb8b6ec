import type { EmployeeTable } from "#shared/employee/employee-table.ts";
import { InvalidInput, Unauthenticated } from "#shared/runtime/errors.ts";
import type { AccountDirectory } from "./account-directory.ts";
import { passwordProblems } from "./password-rules.ts";
import type { SessionTable } from "./session-table.ts";
import type { ResetStep } from "./step.ts";
import type { StepTable } from "./step-table.ts";
import type { UserDirectory } from "./user-directory.ts";

/**
 * Sets a new password with the mailed code, and signs its holder out everywhere. The authenticator stays: a mailbox
 * alone opens nothing (threat 25).
 * @throws InvalidInput on "newPassword", before any code is used; Unauthenticated `reset-code-refused`, `step-expired`
 */
export async function resetPassword(
  {
    users,
    accounts,
    employees,
    steps,
    sessions,
  }: {
    users: Pick<UserDirectory, "resetPassword">;
    accounts: Pick<AccountDirectory, "signOutEverywhere">;
    employees: Pick<EmployeeTable, "findByNip">;
    steps: Pick<StepTable, "countAttempt" | "take">;
    sessions: Pick<SessionTable, "removeAllOf">;
  },
  { step, code, newPassword }: { step: ResetStep; code: string; newPassword: string },
): Promise<void> {
  const problems = passwordProblems(newPassword, step.nip);
  if (problems.length > 0)
    throw new InvalidInput(...problems.map((problem) => ({ field: "newPassword", ...problem })));
  if (!(await steps.countAttempt(step.id))) throw new Unauthenticated("step-expired");
  await users.resetPassword(step.nip, code, newPassword);
  await steps.take(step.id);
  const endOurSessions = async () => {
    const employee = await employees.findByNip(step.nip);
    if (employee) await sessions.removeAllOf(employee.id);
  };
  await Promise.all([accounts.signOutEverywhere(step.nip), endOurSessions()]);
}
