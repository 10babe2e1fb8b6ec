/** Accounts as they are answered. Fields that are not named here are never sent. */
import { isOwnRecord } from "#shared/access/own-record.ts";
import { mayEdit, type RoleHolder } from "#shared/access/principal.ts";
import type { AccountAnswer } from "#shared/account/account-answers.ts";
import type { AccountSummary } from "#shared/account/account-record.ts";
import { isDue, type MfaResetMode } from "#shared/account/mfa-reset.ts";
import type { AccountLocks } from "#shared/account/unlock-account.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { maskEmail } from "#shared/employee/mask-email.ts";
import { maskPhone } from "#shared/employee/mask-phone.ts";
import { type AccountState, isOneOfficers } from "#shared/session/account-state.ts";
import { type ContactChange, changeOf as waitingChange } from "#shared/session/contact-change.ts";

interface Facts {
  readonly account: AccountSummary | undefined;
  readonly state: AccountState;
  readonly locks: AccountLocks;
  readonly lastLoginAt: string | undefined;
  readonly modes: readonly MfaResetMode[];
  readonly hasRole: boolean;
  readonly changes: readonly ContactChange[];
  readonly now: Date;
}

/** All but what happened to it (`tellAccountEvents`). */
export function accountAnswerOf(
  person: Employee,
  facts: Facts,
  by: RoleHolder,
): Omit<AccountAnswer, "events"> {
  const { account, state, locks, lastLoginAt, modes, hasRole, changes, now } = facts;
  const email = waitingChange(changes, "email");
  const phone = waitingChange(changes, "phone");
  const locked = lockOf(person, by);
  return {
    id: person.id,
    state: account?.state ?? "missing",
    ...authenticatorOf(account),
    ...(lastLoginAt && { lastLoginAt }),
    lockedSeconds: locks.lockedSeconds,
    isCounted: locks.failures > 0 || Object.values(locks.counts).some((count) => count > 0),
    ...(state.frozen && {
      frozen: {
        at: state.frozen.at,
        ...(state.frozen.reason !== undefined && { reason: state.frozen.reason }),
        liftedBy: !hasRole && isOneOfficers(state.frozen) ? "one" : "two",
      },
    }),
    ...resetOf(account, now),
    ...(email && { emailChange: { ...timesOf(email), to: maskEmail(email.to) } }),
    ...(phone && { phoneChange: { ...timesOf(phone), to: maskPhone(phone.to) } }),
    ...{ modes, hasRole },
    ...(locked && { locked }),
  };
}

/**
 * Of an account that began anew under another number the item still has the dead authenticator, which the next activation takes away:
 * the desk, which decided the number, may not write what has to do with authenticators.
 */
function authenticatorOf(account: AccountSummary | undefined) {
  if (!account || account.state === "not-activated") return {};
  const { registeredAt, recoveryCodesLeft } = account;
  return {
    ...(registeredAt && { registeredAt }),
    ...(recoveryCodesLeft !== undefined && { recoveryCodesLeft }),
  };
}

function timesOf({ askedAt, effectiveFrom }: ContactChange) {
  return { askedAt, effectiveFrom };
}

function resetOf(account: AccountSummary | undefined, now: Date): Pick<AccountAnswer, "mfaReset"> {
  const reset = account?.mfaReset;
  if (!reset) return {};
  const { effectiveFrom } = reset;
  if (!reset.decidedAt) return { mfaReset: { state: "asked" } };
  if (!effectiveFrom) return { mfaReset: { state: "unmailed" } };
  const state = isDue(reset, now) ? "due" : "waits";
  return { mfaReset: { effectiveFrom, state } };
}

function lockOf(person: Employee, by: RoleHolder): AccountAnswer["locked"] {
  if (!mayEdit(by, person)) return "role";
  return isOwnRecord(person.id, by) ? "own-record" : undefined;
}
