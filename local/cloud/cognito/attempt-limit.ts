import type { CloudClock } from "../kernel/clock.ts";
import { AwsError } from "../kernel/service.ts";
import type { Shelf, Store } from "../kernel/store.ts";

/** AWS allows 5 to 20 an hour, of both together, depending on how risky it finds the caller. */
const attemptsPerHour = 10;
const hourMillis = 3_600_000;

/**
 * How often the code of a forgotten password may be requested or entered, per name and hour («Forgot password behavior»). A signed-in user's
 * changes of the password have a limit too, which AWS tells nowhere (seen: aws-amplify/aws-sdk-android, issue 627).
 * https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-recover-a-user-account.html
 */
export class AttemptLimit {
  readonly #clock: CloudClock;
  /** Times of the attempts of the last hour, in milliseconds. */
  readonly #attempts: Shelf<number[]>;

  constructor(store: Store, clock: CloudClock) {
    this.#clock = clock;
    this.#attempts = store.shelf("cognito.attempts");
  }

  /** @throws AwsError LimitExceededException when the hour's attempts are used up */
  spend(poolId: string, name: string): void {
    const key = `${poolId}/${name}`;
    const now = this.#clock.millis();
    const recent = (this.#attempts.get(key) ?? []).filter((at) => now - at < hourMillis);
    if (recent.length >= attemptsPerHour) {
      throw new AwsError(
        "LimitExceededException",
        "Attempt limit exceeded, please try after some time.",
      );
    }
    this.#attempts.set(key, [...recent, now]);
  }
}
