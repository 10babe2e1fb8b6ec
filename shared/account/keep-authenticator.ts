/** What we keep of an authenticator beside Cognito: its sealed key, and its recovery codes (decision 0033). */
import type { Origin } from "#shared/audit/origin.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { Seals } from "#shared/runtime/seals.ts";
import type { AccountHistory } from "./account-history.ts";
import type { AccountOwner, AccountRecords } from "./account-record.ts";
import { newRecoveryCodes } from "./recovery-code.ts";

export interface RegisterAuthenticator {
  readonly accountRecords: Pick<AccountRecords, "register">;
  readonly authenticatorKey: Pick<Seals, "seal">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly clock: Clock;
}

/**
 * Keeps an authenticator that Cognito has just taken. If this fails, its codes are right all the same: only clock diagnosis, login
 * by QR and recovery codes are missing until the holder registers one anew.
 * @param key base32 @returns its recovery codes, which nobody can read again
 */
export async function keepAuthenticator(
  { accountRecords, authenticatorKey, accountHistory, clock }: RegisterAuthenticator,
  {
    owner,
    key,
    deviceName,
    origin,
  }: {
    readonly owner: AccountOwner;
    readonly key: string;
    readonly deviceName: string;
    readonly origin?: Origin | undefined;
  },
): Promise<readonly string[]> {
  const at = clock.now();
  const [sealedKey, { codes, stored }] = await Promise.all([
    authenticatorKey.seal(owner.id, key),
    newRecoveryCodes(),
  ]);
  await accountRecords.register(owner, { sealedKey, deviceName, recoveryCodes: stored, at });
  await accountHistory.note({
    employeeId: owner.id,
    action: "authenticator-registered",
    actor: { role: "holder", id: owner.id },
    at,
    origin,
  });
  return codes;
}
