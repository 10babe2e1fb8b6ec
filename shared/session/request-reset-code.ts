import type { ResetRequests } from "#shared/account/password-resets.ts";
import { addressHash } from "#shared/account/reset-tries.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { TooManyAttempts, Unauthenticated } from "#shared/runtime/errors.ts";
import {
  type AuthChallenges,
  askAgainSeconds,
  maxAsks,
  type ResetChallenge,
} from "./auth-challenge.ts";

/**
 * «Kirim»: takes the e-mail and answers at once; account-recovery looks it up afterwards, so body, status and time
 * are the same for everybody (threat 1). Of one captcha a few may be sent: the same e-mail again after a minute, another one at once.
 * @throws Unauthenticated `step-expired`, `too-many-asks`; TooManyAttempts when it is too soon
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
  if (!(await challenges.ask(challenge.id, email, clock.now()))) refuse(challenge, email);
  await resetRequests.send({ challengeId: challenge.id });
}

/** Why the challenge as it was found takes no e-mail. It says nothing of the person: everybody's goes the same way. */
function refuse({ asks = 0, askedFor }: ResetChallenge, email: string): never {
  if (asks >= maxAsks) throw new Unauthenticated("too-many-asks");
  if (askedFor === addressHash(email)) throw new TooManyAttempts(askAgainSeconds);
  throw new Unauthenticated("step-expired");
}
