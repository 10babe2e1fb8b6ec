/** The rules of a reset of the second factor that officers ask for (decision 0036). */
import * as z from "zod";
import { type Approval, isWhereAsked } from "#shared/access/approval.ts";
import { hasRole, type PersonsRoles } from "#shared/access/role.ts";
import { codesFrom } from "#shared/employee/email.ts";
import { wasMovedByTwo } from "#shared/employee/email-move.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { AccountSummary, MfaReset } from "./account-record.ts";

/** "counter": the holder is there and reads a mailed code aloud. "absent": all others, who can cancel for a day. */
export const mfaResetModes = ["counter", "absent"] as const;
export type MfaResetMode = (typeof mfaResetModes)[number];

/** By which paper the officer knew the holder. */
const identityPapers = ["ktp", "karpeg", "sim", "paspor"] as const;

/** What an approval of this kind holds as `new`. */
export const mfaResetFacts = z.object({
  mode: z.enum(mfaResetModes),
  paper: z.enum(identityPapers),
  /** The number under which the agency keeps the request. */
  ticket: z.string(),
});
export type MfaResetFacts = Readonly<z.infer<typeof mfaResetFacts>>;

/** How long the holder can cancel one that was asked for without them. */
const absentHours = 24;

/** From when on a reset of who is absent is in effect: the day begins when its mail has gone, however long that took. */
export function absentFrom(mailedAt: Date): string {
  return new Date(mailedAt.getTime() + absentHours * 3_600_000).toISOString();
}

/** Whether the next right password carries it out. One that is only asked for, or waits for its mail or its day, does not count. */
export function isDue(reset: MfaReset | undefined, now: Date): boolean {
  return reset?.effectiveFrom !== undefined && reset.effectiveFrom <= now.toISOString();
}

interface Context {
  readonly person: Employee;
  readonly given: PersonsRoles;
  readonly newEmailWaitHours: number;
  readonly now: Date;
}

/**
 * Why this person's reset cannot be made in this way; undefined when it can. Neither way is open while the address is new, unless two
 * people changed it (`codesFrom`): the code and the notices would go to whoever made it so. Where two
 * changed it, its former owner hears for a week of what happens to the account, and has to have the day to cancel: no counter then.
 */
export function modeProblem(
  mode: MfaResetMode,
  { person, given, newEmailWaitHours, now }: Context,
): "mfa-reset-needs-wait" | "email-too-new" | "email-failed" | undefined {
  // Who may do something for others is worth more to a thief.
  if (mode === "counter" && hasRole(given, person, now)) return "mfa-reset-needs-wait";
  const codes = codesFrom(person, newEmailWaitHours);
  if (codes && now < codes) return "email-too-new";
  if (mode === "counter" && wasMovedByTwo(person, now)) return "mfa-reset-needs-wait";
  // Whoever is absent would not hear of it. At the counter the mail is read aloud.
  const isDeaf = person.emailFailedAt !== undefined || person.email === undefined;
  return mode === "absent" && isDeaf ? "email-failed" : undefined;
}

/** How a reset for this person may be asked for. */
export function modesFor(context: Context): readonly MfaResetMode[] {
  return mfaResetModes.filter((mode) => !modeProblem(mode, context));
}

/** Whether this approval is still what was asked: nobody cancelled it, asked anew or decided it, and the holder still works there. */
export function isStillAsked(
  approval: Pick<Approval, "id" | "subject" | "decider">,
  account: Pick<AccountSummary, "mfaReset"> | undefined,
  person: Pick<Employee, "instansiId" | "unitKerja"> | undefined,
): boolean {
  const reset = account?.mfaReset;
  const isSame = reset?.id === approval.id && reset.decidedAt === undefined;
  return isSame && isWhereAsked(approval, person);
}
