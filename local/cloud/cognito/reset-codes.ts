import type { CloudClock } from "../kernel/clock.ts";
import { AwsError } from "../kernel/service.ts";
import { equal } from "../kernel/sigv4.ts";
import type { Shelf, Store } from "../kernel/store.ts";
import type { User } from "./user.ts";

interface ResetCode {
  /** Absent when the reset of a user who does not exist is simulated. */
  readonly issued?: { readonly code: string; readonly sub: string };
  /** Milliseconds. */
  readonly expiresAt: number;
}

const validMillis = 3_600_000;

/** Codes to reset forgotten passwords: one per name, the newest counts, for an hour. */
export class ResetCodes {
  readonly #clock: CloudClock;
  readonly #codes: Shelf<ResetCode>;

  constructor(store: Store, clock: CloudClock) {
    this.#clock = clock;
    this.#codes = store.shelf("cognito.reset-codes");
  }

  issue(poolId: string, { username, sub }: User, code: string): void {
    this.#set(poolId, username, { code, sub });
  }

  /** Remembers a request for nobody, so that guesses at its code are answered as for a user. */
  simulate(poolId: string, name: string): void {
    this.#set(poolId, name);
  }

  /**
   * @returns the user whose code it is
   * @throws AwsError ExpiredCodeException (also when none was asked for), CodeMismatchException
   */
  check(poolId: string, name: string, user: User | undefined, code: string): User {
    const kept = this.#codes.get(`${poolId}/${name}`);
    if (!kept || kept.expiresAt <= this.#clock.millis()) {
      throw new AwsError(
        "ExpiredCodeException",
        "Invalid code provided, please request a code again.",
      );
    }
    const { issued } = kept;
    if (!issued || !user?.enabled || issued.sub !== user.sub || !equal(issued.code, code)) {
      throw new AwsError(
        "CodeMismatchException",
        "Invalid verification code provided, please try again.",
      );
    }
    return user;
  }

  delete(poolId: string, name: string): void {
    this.#codes.delete(`${poolId}/${name}`);
  }

  #set(poolId: string, name: string, issued?: { code: string; sub: string }): void {
    this.#codes.set(`${poolId}/${name}`, {
      ...(issued ? { issued } : {}),
      expiresAt: this.#clock.millis() + validMillis,
    });
  }
}
