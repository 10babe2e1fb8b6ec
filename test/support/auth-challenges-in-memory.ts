import { addressHash } from "#shared/account/reset-tries.ts";
import {
  type AuthChallenge,
  type AuthChallenges,
  askAgainFrom,
  maxAsks,
  maxAttempts,
} from "#shared/session/auth-challenge.ts";

/** The challenges without DynamoDB; runs the same contract test (auth-challenge-table-contract.ts). */
export class AuthChallengesInMemory implements AuthChallenges {
  readonly #challenges = new Map<string, AuthChallenge>();

  get all(): readonly AuthChallenge[] {
    return [...this.#challenges.values()];
  }

  async add(challenge: AuthChallenge): Promise<void> {
    if (this.#challenges.has(challenge.id)) throw new Error("This challenge exists.");
    this.#challenges.set(challenge.id, challenge);
  }

  async find(id: string): Promise<AuthChallenge | undefined> {
    return this.#challenges.get(id);
  }

  async countAttempt(id: string): Promise<boolean> {
    const challenge = this.#challenges.get(id);
    if (!challenge || challenge.attempts >= maxAttempts) return false;
    this.#challenges.set(id, { ...challenge, attempts: challenge.attempts + 1 });
    return true;
  }

  async keepKey(id: string, kept: { sealedKey: string; cognitoSession: string }): Promise<boolean> {
    const challenge = this.#challenges.get(id);
    if (challenge?.kind !== "enrolment" || challenge.sealedKey) return false;
    this.#challenges.set(id, { ...challenge, ...kept });
    return true;
  }

  async confirmMail(id: string): Promise<boolean> {
    const challenge = this.#challenges.get(id);
    if (challenge?.kind !== "enrolment" || !challenge.awaitsMail) return false;
    const { awaitsMail: _, ...confirmed } = challenge;
    this.#challenges.set(id, confirmed);
    return true;
  }

  async ask(id: string, email: string, now: Date): Promise<boolean> {
    const challenge = this.#challenges.get(id);
    if (challenge?.kind !== "reset") return false;
    const { matched, ...rest } = challenge;
    const { state, asks = 0, askedAt = "", askedFor } = challenge;
    const isSame = askedFor === addressHash(email);
    const isAgain = (!isSame || askedAt <= askAgainFrom(now)) && asks < maxAsks;
    if (state !== "checked" && !isAgain) return false;
    const asked = { askedAt: now.toISOString(), askedFor: addressHash(email), asks: asks + 1 };
    const kept = isSame && matched ? { matched } : {};
    this.#challenges.set(id, { ...rest, ...kept, ...asked, state: "asked", email });
    return true;
  }

  async match(id: string, email: string): Promise<boolean> {
    const challenge = this.#challenges.get(id);
    if (challenge?.kind !== "reset" || challenge.state !== "asked") return false;
    if (challenge.askedFor !== addressHash(email)) return false;
    this.#challenges.set(id, { ...challenge, matched: true });
    return true;
  }

  async settle(id: string, email: string): Promise<boolean> {
    const challenge = this.#challenges.get(id);
    if (challenge?.kind !== "reset" || challenge.state !== "asked") return false;
    if (challenge.askedFor !== addressHash(email)) return false;
    const { email: _, ...rest } = challenge;
    this.#challenges.set(id, { ...rest, state: "settled" });
    return true;
  }

  async take(id: string): Promise<boolean> {
    return this.#challenges.delete(id);
  }
}
