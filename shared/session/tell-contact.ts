import type { MailedCode } from "#shared/account/mailed-code.ts";
import { codesFrom } from "#shared/employee/email.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { AccountState } from "./account-state.ts";
import { isChangeVoid } from "./carry-out-contact-changes.ts";
import type { ContactAnswer } from "./contact-answers.ts";
import { type ContactChange, changeOf } from "./contact-change.ts";

export type AddressOwner = Pick<Employee, "id" | "nip">;

/** What waits for a holder's own address, and since when they would be void. */
export interface AddressFacts {
  /** What was asked for at a new address; it may be over. */
  readonly asked?: MailedCode;
  readonly changes: readonly ContactChange[];
  readonly account: AccountState;
}

/** Strongly consistent, in one read. */
export interface OwnAddresses {
  find(owner: AddressOwner): Promise<AddressFacts>;
}

export interface TellContact {
  readonly ownAddresses: OwnAddresses;
  readonly clock: Clock;
  readonly newEmailWaitHours: number;
}

/** What the holder is told of the own address and number. A change that is void is not told: it will never take effect. */
export async function tellContact(
  { ownAddresses, clock, newEmailWaitHours }: TellContact,
  employee: Employee,
): Promise<ContactAnswer> {
  const { email, emailFailedAt, phone } = employee;
  const { asked, changes, account } = await ownAddresses.find(employee);
  const isAwaited = asked && clock.now().toISOString() < asked.endsAt;
  const waiting = changes.filter((change) => !isChangeVoid(change, account, employee));
  const [change, phoneChange] = [changeOf(waiting, "email"), changeOf(waiting, "phone")];
  const codes = codesFrom(employee, newEmailWaitHours);
  return {
    ...(email && { email }),
    ...(email && codes && codes > clock.now() && { emailCodesFrom: codes.toISOString() }),
    ...(emailFailedAt && { emailFailed: true }),
    ...(phone && { phone }),
    ...(isAwaited && { codeAt: asked.address }),
    ...(change && { change: told(change) }),
    ...(phoneChange && { phoneChange: told(phoneChange) }),
  };
}

function told({ to, effectiveFrom }: ContactChange) {
  return { to, effectiveFrom };
}
