/** Attributes of an account's item that change together. */
import type { AttributeUpdate } from "#shared/runtime/attribute-update.ts";
import type { AccountSummary } from "./account-record.ts";
import type { RecoveryHashes } from "./recovery-code.ts";

/** What an authenticator has brought, and a reset that was to end it. */
export const withoutAuthenticator = {
  authenticatorKey: undefined,
  deviceName: undefined,
  registeredAt: undefined,
  recoveryCodes: undefined,
  recoveryCodesLeft: undefined,
  usedStep: undefined,
  clockHints: undefined,
  mfaReset: undefined,
};

/** Recovery codes, with their number beside them: the desk may read that and not them. */
export function storedCodes({ salt, hashes }: RecoveryHashes) {
  const left = Object.fromEntries(hashes.map((hash) => [hash, true as const]));
  return { recoveryCodes: { salt, hashes: left }, recoveryCodesLeft: hashes.length };
}

export const isThere = "attribute_exists(#employeeId)";
export const isMissing = "attribute_not_exists(#employeeId)";

/** The condition that nobody has moved the account since. */
export function asSeen(
  seen: AccountSummary | undefined,
): Pick<AttributeUpdate, "condition" | "values"> {
  if (!seen) return { condition: isMissing };
  const wasFrozen = seen.frozen ? "attribute_exists(#frozen)" : "attribute_not_exists(#frozen)";
  return { condition: `#state = :seen AND ${wasFrozen}`, values: { ":seen": seen.state } };
}
