/** Accounts, and approvals about them, as they are answered. Fields that are not named here are never sent. */
import type { Approval } from "#shared/access/approval.ts";
import { isOwnRecord } from "#shared/access/own-record.ts";
import { mayEdit, type RoleHolder } from "#shared/access/principal.ts";
import type { AccountAnswer, AccountApprovalAnswer } from "#shared/account/account-answers.ts";
import type { AccountSummary } from "#shared/account/account-record.ts";
import { emailCorrection } from "#shared/account/email-correction.ts";
import { isDue, type MfaResetMode, mfaResetFacts } from "#shared/account/mfa-reset.ts";
import type { AccountLocks } from "#shared/account/unlock-account.ts";
import { lastMoveByOne } from "#shared/employee/email-move.ts";
import { type Employee, fullName, isEmployeeId } from "#shared/employee/employee.ts";
import { maskEmail } from "#shared/employee/mask-email.ts";
import { maskPhone } from "#shared/employee/mask-phone.ts";
import { type TellApprovals, tellApprovals } from "#shared/employee/tell-approvals.ts";
import { type AccountState, isOneOfficers } from "#shared/session/account-state.ts";
import { type ContactChange, changeOf as waitingChange } from "#shared/session/contact-change.ts";
import { freezeToLift } from "#shared/session/decide-freeze.ts";

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
  const { registeredAt, recoveryCodesLeft } = account ?? {};
  const locked = lockOf(person, by);
  return {
    id: person.id,
    state: account?.state ?? "missing",
    ...(registeredAt && { registeredAt }),
    ...(recoveryCodesLeft !== undefined && { recoveryCodesLeft }),
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

/** @param approvals all that are answered together, of the kinds that penyetuju decide */
export async function approvalAnswers(
  api: TellApprovals,
  approvals: readonly Approval[],
  by: Pick<RoleHolder, "employeeId">,
): Promise<(approval: Approval) => AccountApprovalAnswer> {
  const tell = await tellApprovals(api, approvals, by);
  const emailChanged = await emailChangesOf(api, approvals);
  return (approval) => ({
    ...tell(approval),
    change: changeOf(approval, emailChanged.get(approval.subject.id)),
  });
}

type EmailChanged = Extract<
  AccountApprovalAnswer["change"],
  { readonly kind: "mfa-reset" }
>["emailChanged"];

/** Of those whose reset waits: who changed their address alone, and when. Two reads more, where there is something to tell. */
async function emailChangesOf(
  { employees, clock }: TellApprovals,
  approvals: readonly Approval[],
): Promise<ReadonlyMap<string, EmailChanged>> {
  const waiting = approvals.filter(({ kind, outcome }) => kind === "mfa-reset" && !outcome);
  if (waiting.length === 0) return new Map();
  const people = await employees.findAll(waiting.map(({ subject }) => subject.id));
  const moves = [...people.values()].flatMap((person) => {
    const move = lastMoveByOne(person, clock.now());
    return move ? [{ id: person.id, move }] : [];
  });
  const movers = await employees.findAll(
    moves.flatMap(({ move: { by } }) => (by.id && isEmployeeId(by.id) ? [by.id] : [])),
  );
  const named = moves.map(({ id, move: { at, by } }) => {
    const mover = by.id && isEmployeeId(by.id) ? movers.get(by.id) : undefined;
    return [id, { ...(mover && { name: fullName(mover) }), at }] as const;
  });
  return new Map(named);
}

function changeOf(
  { kind, old, new: wanted }: Approval,
  emailChanged: EmailChanged,
): AccountApprovalAnswer["change"] {
  if (kind === "mfa-reset")
    return { kind, ...mfaResetFacts.parse(wanted), ...(emailChanged && { emailChanged }) };
  if (kind === "email-correction")
    return {
      kind,
      from: emailCorrection.parse(old).email,
      to: emailCorrection.parse(wanted).email,
    };
  if (kind === "account-unfreeze") return { kind, ...freezeToLift.parse(old) };
  throw new Error("Operators decide this kind.");
}
