import type { AnsweredChallenges } from "#shared/captcha/work-challenge.ts";

/** The captcha table without DynamoDB; runs the same contract test (captcha-table-contract.ts). */
export class CaptchasInMemory implements AnsweredChallenges {
  readonly #used = new Set<string>();

  /** How many challenges were used up. */
  get used(): number {
    return this.#used.size;
  }

  async use({ id }: { id: string }): Promise<boolean> {
    if (this.#used.has(id)) return false;
    this.#used.add(id);
    return true;
  }
}
