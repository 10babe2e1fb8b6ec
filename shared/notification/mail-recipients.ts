import { formerAddresses } from "#shared/employee/email-move.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { isForFormer } from "./mail-links.ts";
import type { ItemMails } from "./notification.ts";

/** How long one sender has a person's mails, seconds. Longer than a sender runs (`mail-queue`), so that its claim ends by itself when it dies. */
export const claimSeconds = 90;

interface Recipient {
  readonly to: string;
  readonly isFormer: boolean;
}

/** Former addresses first. If a stranger changed the address, its holder does not read the record's. */
export function recipientsOf(
  person: Employee,
  { at, code, settled = [] }: ItemMails,
): readonly Recipient[] {
  const isTold = isForFormer(code) && person.diedOn === undefined;
  const former = isTold ? formerAddresses(person, at) : [];
  const { email } = person;
  const own = email && !isDeaf(person) ? [{ to: email, isFormer: false }] : [];
  const waiting = former.filter((to) => !settled.includes(to));
  return [...waiting.map((to) => ({ to, isFormer: true })), ...own];
}

/** No mail reaches the record's address, or it has none, or its holder has died. */
export function isDeaf({ email, emailFailedAt, diedOn }: Employee): boolean {
  return email === undefined || emailFailedAt !== undefined || diedOn !== undefined;
}
