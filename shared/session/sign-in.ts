import { admitPassword, type LoginGuard, type Visitor } from "#shared/account/login-guard.ts";
import type { Users } from "#shared/account/users.ts";
import type { WorkAnswer } from "#shared/captcha/captcha.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { Forbidden, Unauthenticated } from "#shared/runtime/errors.ts";
import { accountIdOf, mayEnrol } from "./account-state.ts";
import { type ApplyMfaReset, applyMfaReset } from "./apply-mfa-reset.ts";
import { type AuthChallenges, newChallenge } from "./auth-challenge.ts";
import type { LoginAnswer } from "./login-answers.ts";
import { type MailEnrolmentCode, mailFirstEnrolmentCode } from "./mail-enrolment-code.ts";
import { secretId } from "./secret.ts";
import type { Sessions } from "./sessions.ts";

interface SignIn extends LoginGuard, ApplyMfaReset, MailEnrolmentCode {
  readonly limits: LoginGuard["limits"] & MailEnrolmentCode["limits"];
  readonly users: Pick<Users, "checkPassword">;
  readonly employees: Pick<Employees, "findByNip">;
  readonly sessions: Pick<Sessions, "findAccount" | "endAll">;
  readonly challenges: Pick<AuthChallenges, "add">;
}

/**
 * The first factor. Where there is no authenticator, a browser that used no mailed code lately gets one before it may
 * register one (decision 0010). A reset of the second factor that is due is carried out.
 * @param enrolmentPermit the secret of the browser's cookie, if it used a mailed code lately
 * @returns what is next, and the secret of the challenge's cookie
 * @throws Unauthenticated `login-refused`, whatever was wrong; `address-too-new` when all was right, but no code may be mailed yet;
 * WorkRequired; TooManyAttempts; Forbidden `account-frozen`
 */
export async function signIn(
  dependencies: SignIn,
  {
    password,
    work,
    enrolmentPermit,
    ...visitor
  }: Visitor & {
    password: string;
    work?: WorkAnswer | undefined;
    enrolmentPermit?: string | undefined;
  },
): Promise<Pick<LoginAnswer, "next"> & { secret: string }> {
  const { challenges } = dependencies;
  const { nip } = visitor;
  const attempt = await admitPassword(dependencies, visitor, work);
  const checked = await checkPassword(dependencies, nip, password).catch(async (error: unknown) => {
    if (error instanceof Unauthenticated) await attempt.failed();
    throw error;
  });
  const { next, cognitoSession, employee, from } = checked;
  const { secret, base } = newChallenge(next, nip, from);
  if (next === "code") await challenges.add({ ...base, kind: next, cognitoSession });
  else {
    const isPermitted = await mayEnrolHere(dependencies, { nip, enrolmentPermit });
    if (!isPermitted) await mailFirstEnrolmentCode(dependencies, employee);
    const awaits = isPermitted ? {} : ({ awaitsMail: true } as const);
    await challenges.add({ ...base, kind: next, cognitoSession, ...awaits });
  }
  return { next, secret };
}

/**
 * @returns Cognito's answer, and from when on the login counts: a reset that was carried out for it ends what began before
 * @throws as signIn
 */
async function checkPassword(
  dependencies: Pick<SignIn, "users" | "employees" | "clock"> & ApplyMfaReset,
  nip: Nip,
  password: string,
) {
  const { users, employees, clock } = dependencies;
  const checked = await users.checkPassword(nip, password);
  const from = clock.now();
  const employee = await employees.findByNip(nip);
  if (!employee) throw new Unauthenticated("login-refused");
  if (checked.next !== "code" || !(await applyMfaReset(dependencies, employee)))
    return { ...checked, employee, from };
  const later = new Date(clock.now().getTime() + 1);
  return { ...(await users.checkPassword(nip, password)), employee, from: later };
}

/** @throws Forbidden `account-frozen` */
async function mayEnrolHere(
  { sessions, clock }: Pick<SignIn, "sessions" | "clock">,
  { nip, enrolmentPermit }: { nip: Nip; enrolmentPermit: string | undefined },
): Promise<boolean> {
  if (!enrolmentPermit) return false;
  const account = await sessions.findAccount(accountIdOf(nip));
  if (!mayEnrol(account, secretId(enrolmentPermit), clock.now())) return false;
  if (account.frozen) throw new Forbidden("account-frozen");
  return true;
}
