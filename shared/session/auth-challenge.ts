import * as z from "zod";
import { type Employee, nipSchema } from "#shared/employee/employee.ts";
import type { EmployeeTable } from "#shared/employee/employee-table.ts";
import type { Nip } from "#shared/employee/nip.ts";
import type { HttpRequest } from "#shared/http/http-request.ts";
import type { Access } from "#shared/http/route.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import { accountIdOf, isVoid } from "./account-state.ts";
import { authChallengeMinutes } from "./auth-challenge-life.ts";
import type { AuthChallengeTable } from "./auth-challenge-table.ts";
import { cookieName, readCookie } from "./cookies.ts";
import { newSecret, secretId } from "./secret.ts";
import type { SessionTable } from "./session-table.ts";

/** What someone who has not signed in yet has to answer next: an authenticator's code, an enrolment, a reset's mailed code. */
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
  /** The authenticator's key once it was shown, so that showing the page again shows the same. */
  sealedKey: z.string().optional(),
});

/** A captcha was solved for this number. checked → asked (e-mail given) → settled (looked up, or being so). */
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
  /** Set once an e-mail was given that belongs to the number: a code may be tried. */
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

/** A code may be asked for so often in one challenge, each time for the same e-mail and this long after the last. */
export const maxAsks = 3;
export const askAgainSeconds = 60;

/** The latest instant of the last asking that allows another one now. */
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

interface Collaborators {
  readonly challenges: Pick<AuthChallengeTable, "find">;
  readonly sessions: Pick<SessionTable, "findAccount">;
  readonly employees: Pick<EmployeeTable, "findByNip">;
  readonly clock: Clock;
}

/** Who has to answer this challenge on the way in. */
export function atChallenge<Kind extends AuthChallenge["kind"]>(
  collaborators: Collaborators,
  kind: Kind,
): Access<AuthChallengeOf<Kind>> {
  return {
    who: [kind],
    cookie: cookieName(cookieOf(kind)),
    admit: (request) => requireChallenge(collaborators, request, kind),
  };
}

/**
 * The challenge a request is at. One on the way in (the password was right) ends with the password: a reset voids it, and so
 * does a change of what the login rests on. A reset's own challenge is judged where its code is used, because "void" would
 * tell a stranger that somebody has the number.
 * @throws Unauthenticated `step-expired`, also when it is at another one
 */
async function requireChallenge<Kind extends AuthChallenge["kind"]>(
  collaborators: Collaborators,
  request: HttpRequest,
  kind: Kind,
): Promise<AuthChallengeOf<Kind>> {
  const secret = readCookie(cookieOf(kind), request);
  const challenge = secret ? await collaborators.challenges.find(secretId(secret)) : undefined;
  if (!challenge || !isOfKind(challenge, kind) || isOverdue(challenge, collaborators.clock.now()))
    throw new Unauthenticated("step-expired");
  if (kind !== "reset" && (await checkChallenge(collaborators, challenge)).isVoid)
    throw new Unauthenticated("step-expired");
  request.note({ nip: challenge.nip });
  return challenge;
}

/** Whether the account was reset, or its record changed, after this challenge began; and the record, which was read for it. */
export async function checkChallenge(
  { sessions, employees }: Pick<Collaborators, "sessions" | "employees">,
  { nip, startedAt }: Pick<AuthChallenge, "nip" | "startedAt">,
): Promise<{ isVoid: boolean; employee: Employee | undefined }> {
  const [account, employee] = await Promise.all([
    sessions.findAccount(accountIdOf(nip)),
    employees.findByNip(nip),
  ]);
  return { isVoid: isVoid(startedAt, account, employee), employee };
}

/**
 * Counts one try of a code before it is made.
 * @throws Unauthenticated `too-many-codes` when the challenge has none left, `step-expired` when it is gone
 */
export async function countAttempt(
  challenges: Pick<AuthChallengeTable, "countAttempt">,
  { id, attempts }: Pick<AuthChallenge, "id" | "attempts">,
): Promise<void> {
  if (await challenges.countAttempt(id)) return;
  throw new Unauthenticated(attempts >= maxAttempts ? "too-many-codes" : "step-expired");
}

export function isOverdue({ endsAt }: AuthChallenge, now: Date): boolean {
  return now.getTime() >= Date.parse(endsAt);
}

function cookieOf(kind: AuthChallenge["kind"]): "reset" | "login" {
  return kind === "reset" ? "reset" : "login";
}

function isOfKind<Kind extends AuthChallenge["kind"]>(
  challenge: AuthChallenge,
  kind: Kind,
): challenge is AuthChallengeOf<Kind> {
  return challenge.kind === kind;
}
