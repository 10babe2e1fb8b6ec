/**
 * What is known of one person's way in: whether the account was activated, which authenticator it has, its recovery codes. Passwords
 * and the authenticator that counts are in Cognito. Sessions and freezes that end logins are in the session table.
 */
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import type { Listed, ListedQuery } from "#shared/employee/employees.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { RecoveryHashes } from "./recovery-code.ts";

export const accountStates = ["not-activated", "no-authenticator", "ready"] as const;

/** A reset of the second factor that officers asked for. Once two have decided it the next right password after `effectiveFrom` applies it. */
const mfaReset = z.object({
  /** The approval's. */
  id: z.string(),
  /** ISO instants, once it is approved. */
  decidedAt: z.string().optional(),
  /** At the counter the decision's; of who is absent a day after its mail was handed over. Until then it is not in effect. */
  effectiveFrom: z.string().optional(),
});
export type MfaReset = Readonly<z.infer<typeof mfaReset>>;

/** A copy of what the session table says, for lists and officers. */
const frozen = z.object({ at: z.string(), by: z.string(), reason: z.string() });
export type FrozenCopy = Readonly<z.infer<typeof frozen>>;

/** The last reminder from a list: when, and of which run. */
const reminded = z.object({ sentAt: z.string(), runId: z.string() });

/** Wrong codes that were answered with how far the phone's clock is off: none of them ever counts as a code of the account. */
const clockHints = z.object({
  /** How many there ever were. */
  made: z.int(),
  /** Time steps of the codes; ISO instants at which they were answered. */
  recent: z.array(z.object({ step: z.int(), at: z.string() })),
});
export type ClockHints = Readonly<z.infer<typeof clockHints>>;

/** What officers may know: no secret. */
const summaryShape = {
  employeeId,
  /** The agency in whose lists the account is. */
  instansiId: z.string(),
  state: z.enum(accountStates),
  /** ISO instant, and the name the holder gave it. */
  registeredAt: z.string().optional(),
  deviceName: z.string().optional(),
  recoveryCodesLeft: z.int().optional(),
  mfaReset: mfaReset.optional(),
  frozen: frozen.optional(),
  reminded: reminded.optional(),
};
export const accountSummary = z.object(summaryShape);
export type AccountSummary = Readonly<z.infer<typeof accountSummary>>;

export const accountRecord = accountSummary.extend({
  /** The authenticator's key, sealed for this employee's id. Missing for one that was registered before keys were kept. */
  authenticatorKey: z.string().optional(),
  /** The newest time step whose code our own check took. */
  usedStep: z.int().optional(),
  clockHints: clockHints.optional(),
  recoveryCodes: z
    .object({ salt: z.string(), hashes: z.record(z.string(), z.literal(true)) })
    .optional(),
});
export type AccountRecord = Readonly<z.infer<typeof accountRecord>>;

export interface AccountOwner {
  readonly id: Id<"emp">;
  readonly instansiId: string;
}

/** An authenticator that Cognito has just taken. */
export interface NewAuthenticator {
  /** Sealed for the owner's id. */
  readonly sealedKey: string;
  readonly deviceName: string;
  readonly recoveryCodes: RecoveryHashes;
  readonly at: Date;
}

/** Which list of the agency an account is in; undefined when nobody has to do anything about it. */
export function listOf(
  instansiId: string,
  { state, frozen: isFrozen }: Pick<AccountSummary, "state"> & { readonly frozen?: unknown },
): string | undefined {
  if (isFrozen) return `${instansiId}#frozen`;
  return state === "ready" ? undefined : `${instansiId}#${state}`;
}

/** What the table knows of each account; session-api and the operators' command line write it, accounts-api a part. */
export interface AccountRecords {
  /** A new account, not activated; a part of its record's transaction. It fails as `record-changed` when there is one. */
  adding(owner: AccountOwner, at: Date): JoinedWrite;
  /** Strongly consistent, with its secrets. */
  find(id: Id<"emp">): Promise<AccountRecord | undefined>;
  /** Strongly consistent, without secrets: all that the desk may read. */
  summary(id: Id<"emp">): Promise<AccountSummary | undefined>;
  /**
   * The account begins anew under another number: nobody has activated it, and no reset waits; a part of that change's transaction.
   * It fails as `decision-raced` when the account is not as it was seen, or frozen. What it had of an authenticator goes with the
   * next activation.
   */
  restarting(owner: AccountOwner, seen: AccountSummary, at: Date): JoinedWrite;
  /**
   * The account goes to the lists of its holder's new agency; a part of that change's transaction. It fails as `decision-raced` when the
   * account is not as it was seen.
   */
  moving(owner: AccountOwner, seen: AccountSummary, at: Date): JoinedWrite;
  /** Its holder has set a password. An account that is further stays as it is. */
  activate(owner: AccountOwner, at: Date): Promise<void>;
  /** Cognito has taken an authenticator: it replaces the former one with its codes, and a pending reset. */
  register(owner: AccountOwner, authenticator: NewAuthenticator): Promise<void>;
  /** A login was completed, so there is an authenticator: for one that was registered before there was a table. */
  confirmReady(owner: AccountOwner, at: Date): Promise<void>;
  /** Cognito has no authenticator for the account any more. */
  dropAuthenticator(owner: AccountOwner, at: Date): Promise<void>;
  /** Takes the code of a time step once; false when that step or a later one was taken. */
  useStep(id: Id<"emp">, step: number): Promise<boolean>;
  /** @param hints one more than was found; false when somebody else was faster */
  noteHint(id: Id<"emp">, hints: ClockHints): Promise<boolean>;
  /** New recovery codes in place of all earlier ones. */
  replaceRecoveryCodes(id: Id<"emp">, codes: RecoveryHashes): Promise<void>;
  /** Takes a recovery code once; false when it is none, or was taken. */
  useRecoveryCode(id: Id<"emp">, hash: string): Promise<boolean>;
  /**
   * A reset that was asked for, in place of an earlier one that nobody decided; a part of the approval's transaction. It fails as
   * `mfa-reset-pending` when one is decided.
   */
  askingMfaReset(id: Id<"emp">, asked: Pick<MfaReset, "id">): JoinedWrite;
  /**
   * The same reset once it is approved; a part of that transaction. It fails as `approval-subject-changed` when the reset was
   * taken away, asked for anew or decided.
   */
  decidingMfaReset(id: Id<"emp">, reset: MfaReset): JoinedWrite;
  /** Lets a reset of who is absent take effect at that instant, once: its mail was handed over. Another reset stays as it is. */
  startMfaReset(id: Id<"emp">, resetId: string, effectiveFrom: string): Promise<void>;
  /** Takes this reset away: cancelled or applied; true for the one who did it. */
  takeMfaReset(id: Id<"emp">, resetId: string): Promise<boolean>;
  /** Notes for the lists that the account was frozen, or (undefined) is not any more. It makes no account that is missing. */
  markFrozen(owner: AccountOwner, frozen: FrozenCopy | undefined, at: Date): Promise<void>;
  /**
   * Who is in one list of an agency (`listOf`), longest first; the newest can be missing for a moment (the index follows the
   * table). Fewer than `limit` are the last.
   */
  list(list: string, query: ListedQuery): Promise<readonly Listed[]>;
  /** Those of at most a hundred people who are in a list; the newest change can be missing for a moment. */
  among(list: string, ids: readonly Id<"emp">[]): Promise<ReadonlySet<Id<"emp">>>;
}
