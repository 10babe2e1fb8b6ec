import type { CloudClock } from "../kernel/clock.ts";
import type { Shelf, Store } from "../kernel/store.ts";
import { notAuthorized } from "./errors.ts";

interface Failures {
  readonly count: number;
  /** Milliseconds. */
  readonly lockedUntil: number;
  readonly lastAttemptAt: number;
}

const freeFailures = 5;
const longestLockMillis = 900_000;
const forgivenAfterMillis = 900_000;

/**
 * Cognito's protection against guessing: the fifth failure locks the name for a second, each further one for twice as long, up
 * to 15 minutes. Passwords and TOTP codes count together. Names that no user has are counted too, so that a lock reveals
 * nothing. Only a sign-in or 15 quiet minutes end it, so a new password does not.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html#authentication-flow-lockout-behavior
 */
export class Lockout {
  readonly #clock: CloudClock;
  readonly #failures: Shelf<Failures>;

  constructor(store: Store, clock: CloudClock) {
    this.#clock = clock;
    this.#failures = store.shelf("cognito.failures");
  }

  /**
   * Call it before a password or code is checked. An attempt during a lock does not lengthen the lock, but it counts as an
   * attempt: the failures are forgotten only after 15 minutes without any.
   * @throws AwsError NotAuthorizedException while the name is locked
   */
  check(poolId: string, name: string): void {
    const failures = this.#failures.get(`${poolId}/${name}`);
    if (!failures || failures.count < freeFailures) return;
    const now = this.#clock.millis();
    if (now - failures.lastAttemptAt >= forgivenAfterMillis) {
      this.clear(poolId, name);
      return;
    }
    this.#failures.set(`${poolId}/${name}`, { ...failures, lastAttemptAt: now });
    if (now < failures.lockedUntil) throw notAuthorized("Password attempts exceeded");
  }

  /** Counts a wrong password or code. */
  fail(poolId: string, name: string): void {
    const now = this.#clock.millis();
    const count = (this.#failures.get(`${poolId}/${name}`)?.count ?? 0) + 1;
    const lock = count < freeFailures ? 0 : 1000 * 2 ** (count - freeFailures);
    this.#failures.set(`${poolId}/${name}`, {
      count,
      lockedUntil: now + Math.min(lock, longestLockMillis),
      lastAttemptAt: now,
    });
  }

  /** Deletes the failures after a complete sign-in. */
  clear(poolId: string, name: string): void {
    this.#failures.delete(`${poolId}/${name}`);
  }
}
