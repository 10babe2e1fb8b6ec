import { randomBytes } from "node:crypto";
import type { CloudClock } from "../kernel/clock.ts";
import type { Shelf, Store } from "../kernel/store.ts";
import { notAuthorized } from "./errors.ts";
import type { Client } from "./user-pool.ts";

/** What a session waits for. */
export type Step =
  | "NEW_PASSWORD_REQUIRED"
  | "SOFTWARE_TOKEN_MFA"
  /** For AssociateSoftwareToken. */
  | "MFA_SETUP"
  /** For VerifySoftwareToken: the secret has been given out. */
  | "MFA_SETUP_VERIFY"
  /** For the answer to the MFA_SETUP challenge: the token is set up. */
  | "MFA_SETUP_DONE";

/** What the server remembers between two steps of one sign-in. */
export interface ChallengeSession {
  readonly step: Step;
  readonly poolId: string;
  readonly clientId: string;
  readonly username: string;
  readonly sub: string;
  /** The TOTP secret given out, in the step MFA_SETUP_VERIFY. */
  readonly secret?: string;
}

interface KeptSession extends ChallengeSession {
  /** Milliseconds. */
  readonly expiresAt: number;
  readonly used: boolean;
}

/** A session that was given back in time. */
export interface OpenSession extends KeptSession {
  readonly token: string;
}

const longestValidityMillis = 15 * 60_000;
const sweptAtOnce = 10;

/** The sessions of unfinished sign-ins: opaque, for one use, for the client's AuthSessionValidity. */
export class ChallengeSessions {
  readonly #clock: CloudClock;
  readonly #sessions: Shelf<KeptSession>;

  constructor(store: Store, clock: CloudClock) {
    this.#clock = clock;
    this.#sessions = store.shelf("cognito.challenge-sessions");
  }

  /** @returns the Session string the client gives back */
  open(client: Client, session: Omit<ChallengeSession, "poolId" | "clientId">): string {
    const now = this.#clock.millis();
    this.#sweep(now);
    const token = `${timeKey(now)}${randomBytes(48).toString("base64url")}`;
    this.#sessions.set(token, {
      ...session,
      poolId: client.poolId,
      clientId: client.id,
      expiresAt: now + client.definition.AuthSessionValidity * 60_000,
      used: false,
    });
    return token;
  }

  /** @throws AwsError NotAuthorizedException unless the session waits for this step, is fresh and unused */
  read(token: string | undefined, step: Step): OpenSession {
    const session = token === undefined ? undefined : this.#sessions.get(token);
    if (!token || session?.step !== step) throw invalidSession("");
    if (session.used) throw invalidSession(", session can only be used once");
    if (session.expiresAt <= this.#clock.millis()) throw invalidSession(", session is expired");
    return { ...session, token };
  }

  /** Marks a session as used. It stays until it is swept, so that a second use gets the right error. */
  consume({ token, ...session }: OpenSession): void {
    this.#sessions.set(token, { ...session, used: true });
  }

  /** Tokens begin with the time they were made, so the dead ones are the first. */
  #sweep(now: number): void {
    const dead = timeKey(Math.max(0, now - longestValidityMillis));
    for (const [token] of this.#sessions.range({ to: dead, limit: sweptAtOnce })) {
      this.#sessions.delete(token);
    }
  }
}

function invalidSession(detail: string): Error {
  return notAuthorized(`Invalid session for the user${detail}.`);
}

function timeKey(millis: number): string {
  return Math.floor(millis).toString(36).padStart(10, "0");
}
