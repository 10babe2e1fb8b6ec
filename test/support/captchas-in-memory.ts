import type { CaptchaTable } from "#shared/captcha/captcha-table.ts";

/** The captcha table without DynamoDB; runs the same contract test (captcha-table-contract.ts). */
export class CaptchasInMemory implements Pick<CaptchaTable, keyof CaptchaTable> {
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
