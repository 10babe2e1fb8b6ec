/** What officers' pages are told of an account, and what they ask. No secret is among it. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { accountActions } from "#shared/audit/account-actions.ts";
import { actorRoles } from "#shared/audit/audit-entry.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { entryFields } from "#shared/employee/entry.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { accountStates } from "./account-record.ts";
import { mfaResetFacts, mfaResetModes } from "./mfa-reset.ts";

/** Of a reset: it waits for a penyetuju, for its mail, for its day, or for the holder's next login. */
const mfaResetStates = ["asked", "unmailed", "waits", "due"] as const;

const accountEvent = z.strictObject({
  /** Unique within the account's history. */
  id: z.string(),
  at: z.iso.datetime(),
  action: z.enum(accountActions),
  /** Who did or asked for it; only an officer is named. */
  by: z.strictObject({ role: z.enum(actorRoles), name: z.string().exactOptional() }),
  /** That a second person approved it, and the name when it was an officer. */
  approvedBy: z.strictObject({ name: z.string().exactOptional() }).exactOptional(),
  /** In the officer's words. */
  reason: z.string().exactOptional(),
});
export type AccountEventAnswer = z.infer<typeof accountEvent>;

const contactChange = z.strictObject({
  /** Masked. */
  to: z.string(),
  askedAt: z.iso.datetime(),
  effectiveFrom: z.iso.datetime(),
});

export const accountAnswer = z.strictObject({
  id: employeeId,
  /** "missing": nothing is known of the account, which is a fault, and no state that anything is decided by. */
  state: z.enum([...accountStates, "missing"]),
  /** Since when there is an authenticator. */
  registeredAt: z.iso.datetime().exactOptional(),
  recoveryCodesLeft: z.int().exactOptional(),
  /** The newest of the last logins; none among them, none is told. */
  lastLoginAt: z.iso.datetime().exactOptional(),
  /** Seconds until another password or code is taken. */
  lockedSeconds: z.int(),
  /** Whether wrong passwords or codes, or mailed codes, are counted against it. */
  isCounted: z.boolean(),
  frozen: z
    .strictObject({
      at: z.iso.datetime(),
      reason: z.string().exactOptional(),
      /** Whether one officer lifts it, or only with a penyetuju. */
      liftedBy: z.enum(["one", "two"]),
    })
    .exactOptional(),
  /** Who has a role is frozen by two operators. */
  hasRole: z.boolean(),
  mfaReset: z
    .strictObject({
      state: z.enum(mfaResetStates),
      effectiveFrom: z.iso.datetime().exactOptional(),
    })
    .exactOptional(),
  /** The holder's own changes of address and number, which wait. */
  emailChange: contactChange.exactOptional(),
  phoneChange: contactChange.exactOptional(),
  /** How a reset may be asked for: not at the counter for who has a role, not at all while the address is new. */
  modes: z.array(z.enum(mfaResetModes)).readonly(),
  /** Why this reader can change nothing. */
  locked: z.enum(["own-record", "role"]).exactOptional(),
  /** Newest first, at most ten: what gave or took a way in. No login, browser or place is among it. */
  events: z.array(accountEvent).readonly(),
});
export type AccountAnswer = z.infer<typeof accountAnswer>;

export const accountReason = z.strictObject({ reason: z.string().max(longestReason) });

export const unfreezeRequest = accountReason.extend({
  /** Client-made UUID: the same request twice asks once. */
  requestId: z.uuid(),
});

export const mfaResetRequest = z.strictObject({
  ...mfaResetFacts.shape,
  ticket: z.string().max(100),
  reason: z.string().max(longestReason),
  /** Client-made UUID: the same request twice asks once. */
  requestId: z.uuid(),
  /** That the holder reads aloud at the counter. */
  code: z.string().max(20).exactOptional(),
});

/** A new person, in the words of the record's catalogue. */
export const newPersonRequest = z.strictObject({
  entry: z.strictObject(keyed(entryFields, () => z.string().max(500).exactOptional())),
  reason: z.string().max(longestReason),
  requestId: z.uuid(),
});

export const nipChangeRequest = z.strictObject({
  /** Of the record, as the officer saw it. */
  revision: z.int().min(1),
  nip: z.string().max(100),
  reason: z.string().max(longestReason),
  requestId: z.uuid(),
});

export const emailCorrectionRequest = z.strictObject({
  /** Of the record, as the officer saw it. */
  revision: z.int().min(1),
  email: z.string().max(254),
  reason: z.string().max(longestReason),
  requestId: z.uuid(),
});
