import * as z from "zod";
import { nipSchema } from "#shared/employee/employee.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import { authChallengeMinutes } from "./auth-challenge-life.ts";
import { newSecret, secretId } from "./secret.ts";

/** What somebody has to answer before a session begins: an authenticator's code, an enrolment, a reset's mailed code. */
const challengeBase = z.object({
  /** SHA-256 of the challenge's cookie. */
  id: z.string(),
  /** As typed; whether anybody has this number is not known here. */
  nip: nipSchema,
  /** ISO instants. */
  startedAt: z.string(),
  endsAt: z.string(),
  /** Codes tried so far. */
  attempts: z.int(),
});
type ChallengeBase = Readonly<z.infer<typeof challengeBase>>;

/** The password was right; the authenticator's code is awaited. */
const codeChallenge = challengeBase.extend({ kind: z.literal("code"), cognitoSession: z.string() });

/** The password was right; an authenticator has yet to be registered. */
const enrolmentChallenge = challengeBase.extend({
  kind: z.literal("enrolment"),
  cognitoSession: z.string(),
  /** The authenticator's key after it was shown, so that the page shows the same one again. */
  sealedKey: z.string().optional(),
  /** Until its mailed code was confirmed, where the browser had used none. */
  awaitsMail: z.literal(true).optional(),
});

/** A captcha was solved for this number. checked → asked (e-mail given) → settled (it was looked up); asked again from both. */
const resetChallenge = challengeBase.extend({
  kind: z.literal("reset"),
  state: z.enum(["checked", "asked", "settled"]),
  /** Only while `asked`. */
  email: z.string().optional(),
  /** Codes asked for so far. */
  asks: z.int().optional(),
  /** When the last was asked for, and a hash of the e-mail it was asked for. */
  askedAt: z.string().optional(),
  askedFor: z.string().optional(),
  /** Set after an e-mail was given that belongs to the number: now a code may be tried. */
  matched: z.literal(true).optional(),
});

export const authChallengeSchema = z.discriminatedUnion("kind", [
  codeChallenge,
  enrolmentChallenge,
  resetChallenge,
]);
export type CodeChallenge = Readonly<z.infer<typeof codeChallenge>>;
export type EnrolmentChallenge = Readonly<z.infer<typeof enrolmentChallenge>>;
export type ResetChallenge = Readonly<z.infer<typeof resetChallenge>>;
export type AuthChallenge = CodeChallenge | EnrolmentChallenge | ResetChallenge;
export type AuthChallengeOf<Kind extends AuthChallenge["kind"]> = Extract<
  AuthChallenge,
  { kind: Kind }
>;

/** Codes one challenge may try; the next one ends it. */
export const maxAttempts = 5;

/** How often a code may be asked for in one challenge: for the same e-mail this long after the last time, for another one at once. */
export const maxAsks = 3;
export const askAgainSeconds = 60;

/** Another code may be asked for now if the last one was asked for before this instant. */
export function askAgainFrom(now: Date): string {
  return new Date(now.getTime() - askAgainSeconds * 1000).toISOString();
}

/** What a new challenge begins with, and the secret for its cookie. */
export function newChallenge(
  kind: AuthChallenge["kind"],
  nip: Nip,
  now: Date,
): { secret: string; base: ChallengeBase } {
  const secret = newSecret();
  const startedAt = now.toISOString();
  const endsAt = new Date(now.getTime() + authChallengeMinutes[kind] * 60_000).toISOString();
  return { secret, base: { id: secretId(secret), nip, startedAt, endsAt, attempts: 0 } };
}

/**
 * Counts one try of a code before it is made.
 * @throws Unauthenticated `too-many-codes` when the challenge has none left, `step-expired` when it is gone
 */
export async function countAttempt(
  challenges: Pick<AuthChallenges, "countAttempt">,
  { id, attempts }: Pick<AuthChallenge, "id" | "attempts">,
): Promise<void> {
  if (await challenges.countAttempt(id)) return;
  throw new Unauthenticated(attempts >= maxAttempts ? "too-many-codes" : "step-expired");
}

export function isOverdue({ endsAt }: AuthChallenge, now: Date): boolean {
  return now.getTime() >= Date.parse(endsAt);
}

/** The open auth challenges. Each change happens once: it answers false when the challenge is gone or has changed. */
export interface AuthChallenges {
  add(challenge: AuthChallenge): Promise<void>;
  find(id: string): Promise<AuthChallenge | undefined>;
  /** Counts one try of a code before it is made; false when the challenge has none left. */
  countAttempt(id: string): Promise<boolean>;
  /** Stores the authenticator's key that was made for an enrolment; false when there is one already. */
  keepKey(id: string, kept: { sealedKey: string; cognitoSession: string }): Promise<boolean>;
  /** The mailed code of an enrolment was right; false when none is awaited. */
  confirmMail(id: string): Promise<boolean>;
  /**
   * checked → asked; asked again only a few times: for the same e-mail a minute later, for another one at once. Then what was known of
   * the e-mail before is forgotten. Whether the last one was looked up does not count, because that takes longer where it was right.
   */
  ask(id: string, email: string, now: Date): Promise<boolean>;
  /**
   * Notes that number and e-mail belong together, before a code is mailed: from now on a code may be tried. False when another e-mail
   * was asked for meanwhile.
   */
  match(id: string, email: string): Promise<boolean>;
  /** asked → settled; the e-mail is forgotten. False when another one was asked for meanwhile. */
  settle(id: string, email: string): Promise<boolean>;
  /** Ends a challenge; true for the one request that ended it. */
  take(id: string): Promise<boolean>;
}
