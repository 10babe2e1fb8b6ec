import type { MailedCode } from "#shared/account/mailed-code.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { type AccountState, isVoid } from "./account-state.ts";
import type { ContactAnswer } from "./contact-answers.ts";
import type { EmailChange } from "./email-change.ts";

export type AddressOwner = Pick<Employee, "id" | "nip">;

/** What waits for a holder's own address, and since when it would be void. */
export interface AddressFacts {
  /** What was asked for at a new address; it may be over. */
  readonly asked?: MailedCode;
  readonly change?: EmailChange;
  readonly account: AccountState;
}

/** Strongly consistent, in one read. */
export interface OwnAddresses {
  find(owner: AddressOwner): Promise<AddressFacts>;
}

/** What the holder is told of the own address. A change that is void is not told: it will never take effect. */
export async function tellContact(
  { ownAddresses, clock }: { readonly ownAddresses: OwnAddresses; readonly clock: Clock },
  employee: Employee,
): Promise<ContactAnswer> {
  const { email, emailFailedAt, phone } = employee;
  const { asked, change, account } = await ownAddresses.find(employee);
  const isAwaited = asked && clock.now().toISOString() < asked.endsAt;
  const waits = change && !isVoid(change.askedAt, account, employee);
  return {
    email,
    ...(emailFailedAt && { emailFailed: true }),
    ...(phone && { phone }),
    ...(isAwaited && { codeAt: asked.address }),
    ...(waits && { change: { to: change.to, effectiveFrom: change.effectiveFrom } }),
  };
}
