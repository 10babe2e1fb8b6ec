import type { ResetRequests } from "#shared/account/password-resets.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { TooManyAttempts, Unauthenticated } from "#shared/runtime/errors.ts";
import { type AuthChallenges, askAgainSeconds, type ResetChallenge } from "./auth-challenge.ts";
import { secretId } from "./secret.ts";

/**
 * «Kirim»: takes the e-mail and answers at once; account-recovery looks it up afterwards, so body, status and time
 * are the same for everybody (threat 1). The same e-mail may be sent again a few times; another e-mail needs a new captcha.
 * @throws Unauthenticated `step-expired`; TooManyAttempts when it is too soon or was asked for often enough
 */
export async function requestResetCode(
  {
    challenges,
    resetRequests,
    clock,
  }: {
    challenges: Pick<AuthChallenges, "ask">;
    resetRequests: Pick<ResetRequests, "send">;
    clock: Clock;
  },
  { challenge, email }: { challenge: ResetChallenge; email: string },
): Promise<void> {
  if (!(await challenges.ask(challenge.id, email, clock.now()))) {
    const isAgain = challenge.state !== "checked" && challenge.askedFor === secretId(email);
    if (!isAgain) throw new Unauthenticated("step-expired");
    throw new TooManyAttempts(askAgainSeconds);
  }
  await resetRequests.send({ challengeId: challenge.id });
}
