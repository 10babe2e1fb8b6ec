/** Attributes of an account's item that change together. */
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import type { AttributeUpdate } from "#shared/runtime/attribute-update.ts";
import { type AccountSummary, type ClockHints, listOf } from "./account-record.ts";
import type { RecoveryHashes } from "./recovery-code.ts";
import { betweenRemindersMs, type Reminder } from "./reminders.ts";

/** In a list of accounts (`AccountRecords.list`). */
export const listedItem = z
  .object({ employeeId, listedSince: z.string() })
  .transform(({ employeeId: id, listedSince: since }) => ({ id, since }));

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

/** In which list an account is; in none when nobody has to look at it. */
export const placedItem = z.object({ employeeId, listed: z.string().optional() });

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

/** As of an account that nobody has activated; what it had of an authenticator stays until somebody does. */
export function restart(instansiId: string, seen: AccountSummary, at: Date): AttributeUpdate {
  const state = "not-activated";
  const listing = { listed: listOf(instansiId, { state }), listedSince: at.toISOString() };
  const set = { instansiId, state, ...listing, mfaReset: undefined };
  return { set, ...asSeen({ ...seen, frozen: undefined }) };
}

/** In the lists of another agency, as it was there. */
export function move(instansiId: string, seen: AccountSummary, at: Date): AttributeUpdate {
  const listed = listOf(instansiId, seen);
  const set = { instansiId, listed, listedSince: listed && at.toISOString() };
  return { set, ...asSeen(seen) };
}

/** One hint more than was found. */
export function nextHints(hints: ClockHints): AttributeUpdate {
  const isFirst = hints.made === 1;
  return {
    set: { clockHints: hints },
    condition: isFirst
      ? `${isThere} AND attribute_not_exists(#clockHints)`
      : "#clockHints.made = :before",
    values: isFirst ? {} : { ":before": hints.made - 1 },
  };
}

/** What decides in which list an account is. */
export type AccountPlace = Pick<AccountSummary, "state" | "frozen">;

/** Where an account goes whose holder has set a password; undefined when it is further. */
export function whenActivated(seen: AccountSummary | undefined): AccountPlace | undefined {
  const isNew = !seen || seen.state === "not-activated";
  return isNew ? { state: "no-authenticator", frozen: seen?.frozen } : undefined;
}

/** A reminder, unless there was one within a week. */
export function remindedOnce({ runId, at }: Reminder): AttributeUpdate {
  const before = new Date(at.getTime() - betweenRemindersMs).toISOString();
  return {
    set: { reminded: { sentAt: at.toISOString(), runId } },
    condition: `${isThere} AND (attribute_not_exists(#reminded) OR #reminded.sentAt <= :before)`,
    values: { ":before": before },
  };
}

/** Where an account goes that has lost its authenticator. */
export function withoutFactor(seen: AccountSummary | undefined): AccountPlace {
  return { state: "no-authenticator", frozen: seen?.frozen };
}
