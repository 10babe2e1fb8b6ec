/** What a page is told about the account of who is signed in. */
import * as z from "zod";
import { accountActions } from "#shared/audit/account-actions.ts";
import { actorRoles } from "#shared/audit/audit-entry.ts";
import { origin } from "#shared/audit/origin.ts";

/** Where somebody is signed in now: this browser first, then the one that was used last. */
export const sessionsAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        /** For ending it; it opens nothing. */
        id: z.string(),
        beganAt: z.iso.datetime(),
        /** At most a minute before the last activity. */
        lastSeenAt: z.iso.datetime(),
        isThis: z.boolean(),
        /** Approved by a phone. */
        madeBy: z.literal("qr").exactOptional(),
        /** Absent of a session from before this was kept. */
        origin: z.strictObject(origin.shape).exactOptional(),
      }),
    )
    .readonly(),
});
export type SessionsAnswer = z.infer<typeof sessionsAnswer>;

const accountHistoryEntry = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  action: z.enum(accountActions),
  /** In which capacity somebody did it; who it was is not told. */
  by: z.enum(actorRoles),
  origin: z.strictObject(origin.shape).exactOptional(),
});
export type AccountHistoryEntry = z.infer<typeof accountHistoryEntry>;

/** Newest first, 20 a page, to the very beginning. */
export const accountHistoryAnswer = z.strictObject({
  items: z.array(accountHistoryEntry).readonly(),
  /** Absent on the last page. */
  cursor: z.string().exactOptional(),
});
export type AccountHistoryAnswer = z.infer<typeof accountHistoryAnswer>;

export const authenticatorAnswer = z.strictObject({
  /** ISO instant, and the name the holder gave it; absent for one that was registered before these were kept. */
  registeredAt: z.iso.datetime().exactOptional(),
  deviceName: z.string().exactOptional(),
  recoveryCodesLeft: z.int(),
  /** A reset that officers asked for; from when the next right password carries it out, once it is approved. */
  mfaReset: z.strictObject({ effectiveFrom: z.iso.datetime().exactOptional() }).exactOptional(),
});
export type AuthenticatorAnswer = z.infer<typeof authenticatorAnswer>;
