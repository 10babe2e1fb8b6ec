/** Attributes of an account's item that change together. */
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
