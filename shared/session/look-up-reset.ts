import type { AccountRecords } from "#shared/account/account-record.ts";
import type { NewUsers } from "#shared/account/accounts.ts";
import type { PasswordResets } from "#shared/account/password-resets.ts";
import { codesFrom, isSameMailbox } from "#shared/employee/email.ts";
import type { Reachable } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { resetMails } from "#shared/rate-limit/limits.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { isVoid } from "./account-state.ts";
import { type AuthChallenges, isOverdue } from "./auth-challenge.ts";

/** How a reset request ended. Only our log gets it. */
export type ResetOutcome =
  | "code-sent"
  /** It is gone, was settled, or another e-mail was asked for meanwhile. */
  | "challenge-over"
  /** It waited longer than the challenge lives: nobody can use its code any more. */
  | "overdue"
  | "nip-unknown"
  /** Also of a record that has none. */
  | "email-differs"
  | "email-too-new"
  | "too-many-mails"
  | "no-account";

export interface LookUpReset {
  readonly challenges: Pick<AuthChallenges, "find" | "match" | "settle">;
  readonly employees: Pick<Employees, "findByNip">;
  readonly accountRecords: Pick<AccountRecords, "summary">;
  readonly newUsers: NewUsers;
  readonly resets: Pick<PasswordResets, "sendResetCode">;
  readonly limits: Pick<RateLimits, "read" | "add">;
  readonly clock: Clock;
  /** How long a changed address receives no code, hours. */
  readonly newEmailWaitHours: number;
  /** Waits until Cognito may be asked for one more mail. */
  readonly turn: () => Promise<void>;
}

/**
 * Looks a reset request up. The code is mailed if number and e-mail belong together in the record, and the address is not a
 * new one (also before the first reset, because who changed it may wait for the code). Who never activated gets a user in
 * Cognito first: here, where nobody sees how long it takes (decision 0040). A request that is delivered again
 * after it was settled does nothing. One that failed half-way mails a second code; Cognito accepts the newest.
 */
export async function lookUpReset(
  dependencies: LookUpReset,
  challengeId: string,
): Promise<ResetOutcome> {
  const { challenges, employees, clock, newEmailWaitHours } = dependencies;
  const challenge = await challenges.find(challengeId);
  if (challenge?.kind !== "reset" || challenge.state !== "asked") return "challenge-over";
  if (isOverdue(challenge, clock.now())) return "overdue";
  const { email = "" } = challenge;
  const employee = await employees.findByNip(challenge.nip);
  let outcome: ResetOutcome;
  if (!employee) outcome = "nip-unknown";
  else if (isVoid(challenge.startedAt, {}, employee)) outcome = "challenge-over";
  else if (!employee.email || !isSameMailbox(employee.email, email)) outcome = "email-differs";
  else if ((codesFrom(employee, newEmailWaitHours) ?? 0) > clock.now()) outcome = "email-too-new";
  else outcome = await mailCode(dependencies, challengeId, { ...employee, email: employee.email });
  await challenges.settle(challengeId, email);
  return outcome;
}

async function mailCode(
  { challenges, accountRecords, newUsers, resets, limits, clock, turn }: LookUpReset,
  challengeId: string,
  person: Reachable,
): Promise<ResetOutcome> {
  const { nip, email } = person;
  // This happens before the mail is sent, because a fast person types the code at once.
  if (!(await challenges.match(challengeId, email))) return "challenge-over";
  if ((await limits.read(resetMails, nip, clock.now())) >= resetMails.max) return "too-many-mails";
  await turn();
  const { state = "not-activated" } = (await accountRecords.summary(person.id)) ?? {};
  // Nobody else's: who has lost a user of Cognito's has lost an authenticator, and a mailbox alone is no way to another one.
  if (state === "not-activated") await newUsers.createUser(person);
  const outcome = await resets.sendResetCode(nip, email);
  // It is counted here, where number and e-mail were right, so that strangers cannot use it up; and after the mail, so that a request
  // that Cognito throttles does not use it up either. Requests at the same moment may be mailed a few more: Cognito counts too.
  if (outcome === "code-sent") await limits.add(resetMails, nip, clock.now());
  return outcome;
}
