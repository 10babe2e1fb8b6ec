import type { AccountRecords } from "#shared/account/account-record.ts";
import {
  admitCode,
  type LoginGuard,
  signedInCompletely,
  type Visitor,
} from "#shared/account/login-guard.ts";
import type { SignedIn, Users } from "#shared/account/users.ts";
import { type OwnCheck, type Weight, weighCode } from "#shared/account/weigh-code.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { Forbidden, Unauthenticated } from "#shared/runtime/errors.ts";
import type { Seals } from "#shared/runtime/seals.ts";
import { accountIdOf } from "./account-state.ts";
import { type AuthChallenges, type CodeChallenge, countAttempt } from "./auth-challenge.ts";
import { newSecret, secretId } from "./secret.ts";
import type { Session } from "./session.ts";
import type { SessionOutcome, Sessions } from "./sessions.ts";

interface Dependencies extends LoginGuard, OwnCheck {
  readonly users: Pick<Users, "checkCode" | "revoke">;
  readonly employees: Pick<Employees, "find" | "findByNip">;
  readonly accountRecords: Pick<AccountRecords, "find" | "useStep" | "noteHint" | "confirmReady">;
  readonly challenges: Pick<AuthChallenges, "countAttempt" | "take">;
  readonly sessions: Pick<Sessions, "add">;
  readonly sessionKey: Pick<Seals, "seal">;
}

/**
 * The second factor. The challenge becomes a session with a new cookie.
 * @returns the session, its holder's record and the secret of its cookie
 * @throws Unauthenticated `code-refused` (may be tried again), `step-expired`; InvalidInput `clock-behind`, `clock-ahead`;
 * TooManyAttempts; Forbidden `account-frozen`, which only who has both factors is told
 */
export async function answerCode(
  dependencies: Dependencies,
  { challenge, code, visitor }: { challenge: CodeChallenge; code: string; visitor: Visitor },
): Promise<{ secret: string; session: Session; employee: Employee }> {
  const { users, employees, challenges } = dependencies;
  const attempt = await admitCode(dependencies, visitor);
  await countAttempt(challenges, challenge);
  const weight = await weigh(dependencies, challenge, code);
  if (weight.is === "spent") {
    await attempt.failed();
    throw new Unauthenticated("code-refused");
  }
  const signedIn = await users
    .checkCode(challenge.nip, challenge.cognitoSession, code)
    .catch(async (error: unknown) => {
      if (error instanceof Unauthenticated && error.code === "code-refused") await attempt.failed();
      throw error;
    });
  await signedInCompletely(dependencies, challenge.nip);
  if (weight.is === "current")
    await dependencies.accountRecords.useStep(signedIn.employeeId, weight.step);
  const isFirst = await challenges.take(challenge.id);
  const employee = await employees.find(signedIn.employeeId);
  // Where a key of ours weighed the code, the account is known to be ready.
  if (employee && weight.is === "unknown")
    await dependencies.accountRecords.confirmReady(employee, dependencies.clock.now());
  const opened = isFirst && employee && (await openSession(dependencies, challenge, signedIn));
  if (opened && opened.outcome === "added") return { employee, ...opened };
  await users.revoke(signedIn.refreshToken);
  throw opened && opened.outcome === "frozen"
    ? new Forbidden("account-frozen")
    : new Unauthenticated("step-expired");
}

async function weigh(
  dependencies: Dependencies,
  { nip }: CodeChallenge,
  code: string,
): Promise<Weight> {
  const employee = await dependencies.employees.findByNip(nip);
  return employee ? await weighCode(dependencies, employee.id, code) : { is: "unknown" };
}

async function openSession(
  { sessions, sessionKey, clock }: Dependencies,
  { nip, startedAt }: CodeChallenge,
  { employeeId, refreshToken }: SignedIn,
): Promise<{ outcome: SessionOutcome; secret: string; session: Session }> {
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
  return { outcome: await sessions.add(session, now), secret, session };
}
