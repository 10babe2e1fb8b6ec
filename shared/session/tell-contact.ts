import type { MailedCodes } from "#shared/account/mailed-code.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { accountIdOf, isVoid } from "./account-state.ts";
import { awaitedCode } from "./change-email.ts";
import type { ContactAnswer } from "./contact-answers.ts";
import type { EmailChanges } from "./email-change.ts";
import type { Sessions } from "./sessions.ts";

/** What the holder is told of the own address. A change that is void is not told: it will never take effect. */
export async function tellContact(
  dependencies: {
    readonly codes: Pick<MailedCodes, "find">;
    readonly emailChanges: Pick<EmailChanges, "find">;
    readonly sessions: Pick<Sessions, "findAccount">;
    readonly clock: Clock;
  },
  employee: Employee,
): Promise<ContactAnswer> {
  const { id, email, emailFailedAt, phone, nip } = employee;
  const { emailChanges, sessions } = dependencies;
  const [asked, change] = await Promise.all([awaitedCode(dependencies, id), emailChanges.find(id)]);
  const codeAt = asked?.address;
  // Few have a change that waits, so the account is not read for everybody.
  const waits =
    change && !isVoid(change.askedAt, await sessions.findAccount(accountIdOf(nip)), employee);
  return {
    email,
    ...(emailFailedAt && { emailFailed: true }),
    ...(phone && { phone }),
    ...(codeAt && { codeAt }),
    ...(waits && { change: { to: change.to, effectiveFrom: change.effectiveFrom } }),
  };
}
