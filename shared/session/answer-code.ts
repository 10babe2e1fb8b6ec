import type { AccountHistory } from "#shared/account/account-history.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import {
  admitCode,
  type LoginGuard,
  signedInCompletely,
  type Visitor,
} from "#shared/account/login-guard.ts";
import { revokeSignIn } from "#shared/account/revoke-sign-in.ts";
import { type UseCode, useCode } from "#shared/account/use-code.ts";
import type { SignedIn } from "#shared/account/users.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { Forbidden, Unauthenticated } from "#shared/runtime/errors.ts";
import { type AuthChallenges, type CodeChallenge, countAttempt } from "./auth-challenge.ts";
import { openSession } from "./open-session.ts";
import type { Session } from "./session.ts";
import type { Sessions } from "./sessions.ts";

interface Dependencies extends LoginGuard, UseCode {
  readonly employees: Pick<Employees, "find" | "findByNip">;
  readonly accountRecords: UseCode["accountRecords"] & Pick<AccountRecords, "confirmReady">;
  readonly challenges: Pick<AuthChallenges, "countAttempt" | "take">;
  readonly sessions: Pick<Sessions, "add">;
  readonly accountHistory: Pick<AccountHistory, "note">;
}

/**
 * The second factor. The challenge becomes a session with a new cookie.
 * @returns the session, its holder's record and the secret of its cookie
 * @throws Unauthenticated `code-refused` (may be tried again), `step-expired`; InvalidInput `clock-behind`, `clock-ahead`;
 * TooManyAttempts; Forbidden `account-frozen`, which only who has both factors is told
 */
export async function answerCode(
  dependencies: Dependencies,
  {
    challenge,
    code,
    visitor,
    origin,
  }: { challenge: CodeChallenge; code: string; visitor: Visitor; origin: Origin },
): Promise<{ secret: string; session: Session; employee: Employee }> {
  const { users, employees, challenges } = dependencies;
  const { signedIn, isKnown } = await checkFactor(dependencies, { challenge, code, visitor });
  const { employeeId } = signedIn;
  const [isFirst, employee] = await Promise.all([
    challenges.take(challenge.id),
    employees.find(employeeId),
    revokeSignIn(users, signedIn),
    signedInCompletely(dependencies, challenge.nip),
  ]);
  // Where a key of ours weighed the code, the account is known to be ready.
  if (employee && !isKnown)
    await dependencies.accountRecords.confirmReady(employee, dependencies.clock.now());
  const { nip, startedAt } = challenge;
  const isKnownDevice = visitor.device !== undefined;
  const login = { nip, employeeId, startedAt, origin, isKnownDevice };
  const opened = isFirst && employee && (await openSession(dependencies, login));
  if (opened && opened.outcome === "added") return { employee, ...opened };
  throw opened && opened.outcome === "frozen"
    ? new Forbidden("account-frozen")
    : new Unauthenticated("step-expired");
}

async function checkFactor(
  dependencies: Dependencies,
  { challenge, code, visitor }: { challenge: CodeChallenge; code: string; visitor: Visitor },
): Promise<{ signedIn: SignedIn; isKnown: boolean }> {
  const { employees, challenges } = dependencies;
  const { nip, cognitoSession } = challenge;
  const attempt = await admitCode(dependencies, visitor);
  await countAttempt(challenges, challenge);
  const employeeId = (await employees.findByNip(nip))?.id;
  return await useCode(dependencies, { nip, employeeId, cognitoSession, code }).catch(
    async (error: unknown) => {
      if (error instanceof Unauthenticated && error.code === "code-refused") await attempt.failed();
      throw error;
    },
  );
}
