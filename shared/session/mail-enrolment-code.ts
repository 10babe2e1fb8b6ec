/** A right password in a browser that used no mailed code: the mailbox has to answer before an authenticator is registered. */
import { type AskMailedCode, askMailedCode } from "#shared/account/ask-mailed-code.ts";
import { type ConfirmMailedCode, confirmMailedCode } from "#shared/account/confirm-mailed-code.ts";
import { codesFrom } from "#shared/employee/email.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { Forbidden, TooManyAttempts, Unauthenticated } from "#shared/runtime/errors.ts";
import { accountIdOf } from "./account-state.ts";
import type { AuthChallenges, EnrolmentChallenge } from "./auth-challenge.ts";
import type { Sessions } from "./sessions.ts";

const purpose = "enrolment";

export interface MailEnrolmentCode extends AskMailedCode {
  /** How long a changed address receives no code, hours. */
  readonly newEmailWaitHours: number;
}

/**
 * Mails a code to the record's address.
 * @throws Unauthenticated `address-too-new` when the address was changed too lately (decision 0014); Conflict `email-missing`;
 * TooManyAttempts
 */
export async function mailEnrolmentCode(
  dependencies: MailEnrolmentCode,
  employee: Employee,
): Promise<void> {
  const { clock, newEmailWaitHours } = dependencies;
  if ((codesFrom(employee, newEmailWaitHours) ?? 0) > clock.now())
    throw new Unauthenticated("address-too-new");
  await askMailedCode(dependencies, {
    employeeId: employee.id,
    purpose,
    address: employee.email,
  });
}

/** As mailEnrolmentCode, of a login: a code that was mailed a moment ago still counts, so asking again is no failure. */
export async function mailFirstEnrolmentCode(
  dependencies: MailEnrolmentCode,
  employee: Employee,
): Promise<void> {
  await mailEnrolmentCode(dependencies, employee).catch((error: unknown) => {
    if (!(error instanceof TooManyAttempts)) throw error;
  });
}

/**
 * Confirms the mailed code: from now on the challenge may register an authenticator.
 * @throws Unauthenticated `mailed-code-refused` (may be tried again), `mailed-code-expired`, `too-many-codes`, `step-expired`; Forbidden
 * `account-frozen`, which only who has password and code is told
 */
export async function confirmEnrolmentCode(
  dependencies: ConfirmMailedCode & {
    readonly employees: Pick<Employees, "findByNip">;
    readonly sessions: Pick<Sessions, "findAccount">;
    readonly challenges: Pick<AuthChallenges, "confirmMail">;
  },
  { challenge, code }: { readonly challenge: EnrolmentChallenge; readonly code: string },
): Promise<void> {
  const { employees, sessions, challenges } = dependencies;
  const owner = await employees.findByNip(challenge.nip);
  if (!owner) throw new Unauthenticated("step-expired");
  const { address } = await confirmMailedCode(dependencies, {
    employeeId: owner.id,
    purpose,
    code,
  });
  if (address !== owner.email) throw new Unauthenticated("mailed-code-expired");
  if ((await sessions.findAccount(accountIdOf(challenge.nip))).frozen)
    throw new Forbidden("account-frozen");
  if (!(await challenges.confirmMail(challenge.id))) throw new Unauthenticated("step-expired");
}

/** @throws Unauthenticated `mailed-code-needed` until the mailed code was confirmed */
export function requireConfirmedMail({ awaitsMail }: EnrolmentChallenge): void {
  if (awaitsMail) throw new Unauthenticated("mailed-code-needed");
}
