import type { Employee } from "#shared/employee/employee.ts";
import type { EmployeeTable } from "#shared/employee/employee-table.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import type { RateLimitTable } from "#shared/runtime/rate-limit-table.ts";
import { accountIdOf } from "./account-state.ts";
import type { SignedIn } from "./cognito-account.ts";
import { codeByNip } from "./limits.ts";
import { newSecret, secretId } from "./secret.ts";
import type { Session } from "./session.ts";
import type { SessionKey } from "./session-key.ts";
import type { SessionTable } from "./session-table.ts";
import type { CodeStep } from "./step.ts";
import type { StepTable } from "./step-table.ts";
import type { UserDirectory } from "./user-directory.ts";

interface Collaborators {
  readonly users: Pick<UserDirectory, "checkCode" | "revoke">;
  readonly employees: Pick<EmployeeTable, "find">;
  readonly steps: Pick<StepTable, "countAttempt" | "take">;
  readonly sessions: Pick<SessionTable, "add">;
  readonly sessionKey: Pick<SessionKey, "seal">;
  readonly limits: Pick<RateLimitTable, "count">;
  readonly clock: Clock;
}

/**
 * The second factor; the step becomes a session with a cookie of its own.
 * @returns the session, its holder's record and the secret of its cookie
 * @throws Unauthenticated `code-refused` (may be tried again), `step-expired`; TooManyAttempts
 */
export async function answerCode(
  collaborators: Collaborators,
  { step, code }: { step: CodeStep; code: string },
): Promise<{ secret: string; session: Session; employee: Employee }> {
  const { users, employees, steps, limits, clock } = collaborators;
  await limits.count(codeByNip, step.nip, clock.now());
  if (!(await steps.countAttempt(step.id))) throw new Unauthenticated("step-expired");
  const signedIn = await users.checkCode(step.nip, step.cognitoSession, code);
  const isFirst = await steps.take(step.id);
  const employee = await employees.find(signedIn.employeeId);
  const opened = isFirst && employee && (await openSession(collaborators, step, signedIn));
  if (!opened) {
    await users.revoke(signedIn.refreshToken);
    throw new Unauthenticated("step-expired");
  }
  return { employee, ...opened };
}

/** @returns undefined when a reset voided the login meanwhile */
async function openSession(
  { sessions, sessionKey, clock }: Collaborators,
  { nip, startedAt }: CodeStep,
  { employeeId, refreshToken }: SignedIn,
): Promise<{ secret: string; session: Session } | undefined> {
  const secret = newSecret();
  const id = secretId(secret);
  const now = clock.now();
  const session: Session = {
    id,
    accountId: accountIdOf(nip),
    employeeId,
    startedAt,
    lastSeenAt: now.toISOString(),
    sealedToken: await sessionKey.seal(id, refreshToken),
  };
  return (await sessions.add(session, now)) ? { secret, session } : undefined;
}
