import type { Actor } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { AccountHistory } from "./account-history.ts";
import type { AccountRecords } from "./account-record.ts";

export interface ResendActivation {
  readonly accountRecords: Pick<AccountRecords, "summary">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly limits: Pick<RateLimits, "count">;
  readonly clock: Clock;
}

/** Nobody's mailbox is filled by a colleague. */
const perAccount: Limit = { name: "activation-mails", max: 3, windowSeconds: 86_400 };

/**
 * Mails the steps of an activation to the record's address. The mail has no code: the holder asks for one on the site.
 * @throws Conflict `account-activated`, `account-missing`; TooManyAttempts after three in a day
 */
export async function resendActivation(
  { accountRecords, accountHistory, limits, clock }: ResendActivation,
  {
    person: { id },
    by,
    reason,
  }: {
    readonly person: { readonly id: EmployeeId };
    readonly by: Actor;
    readonly reason: string;
  },
): Promise<void> {
  const account = await accountRecords.summary(id);
  if (!account) throw new Conflict("account-missing");
  if (account.state !== "not-activated") throw new Conflict("account-activated");
  const at = clock.now();
  await limits.count(perAccount, id, at);
  // Its notice is the mail (`toldActions`).
  await accountHistory.note({ employeeId: id, action: "activation-resent", actor: by, at, reason });
}
