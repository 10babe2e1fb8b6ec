import type { Captcha, CaptchaPurpose } from "#shared/captcha/captcha.ts";
import type { CaptchaTable } from "#shared/captcha/captcha-table.ts";

/** The captcha table without DynamoDB; runs the same contract test (captcha-table-contract.ts). */
export class CaptchasInMemory implements Pick<CaptchaTable, keyof CaptchaTable> {
  readonly #captchas = new Map<string, Captcha>();

  get all(): readonly Captcha[] {
    return [...this.#captchas.values()];
  }

  async add(captcha: Captcha): Promise<void> {
    this.#captchas.set(captcha.id, captcha);
  }

  async take(id: string, purpose: CaptchaPurpose): Promise<Captcha | undefined> {
    const captcha = this.#captchas.get(id);
    if (captcha?.purpose !== purpose) return undefined;
    this.#captchas.delete(id);
    return captcha;
  }
}
