import {
  type MailedCode,
  type MailedCodeKey,
  type MailedCodeMessage,
  type MailedCodes,
  mailAgainSeconds,
  mailedCodeTries,
} from "#shared/account/mailed-code.ts";

/** The mailed codes without DynamoDB; runs the same contract test (mailed-code-table-contract.ts). */
export class MailedCodesInMemory implements MailedCodes {
  readonly #codes = new Map<string, MailedCode>();

  async ask(code: Omit<MailedCode, "hash" | "tries" | "settled">): Promise<boolean> {
    const before = await this.find(code);
    const nextAt = before ? Date.parse(before.askedAt) + mailAgainSeconds * 1000 : 0;
    if (nextAt > Date.parse(code.askedAt)) return false;
    this.#codes.set(keyOf(code), { ...code, tries: 0 });
    return true;
  }

  async find(key: MailedCodeKey): Promise<MailedCode | undefined> {
    return this.#codes.get(keyOf(key));
  }

  keep(message: MailedCodeMessage, kept: { hash: string; endsAt: string }): Promise<boolean> {
    return this.#change(message, (code) => (code.settled ? undefined : { ...code, ...kept }));
  }

  settle(message: MailedCodeMessage): Promise<boolean> {
    return this.#change(message, (code) => ({ ...code, settled: true }));
  }

  countTry(message: MailedCodeMessage): Promise<boolean> {
    return this.#change(message, (code) =>
      code.tries < mailedCodeTries ? { ...code, tries: code.tries + 1 } : undefined,
    );
  }

  async take({ askId, ...key }: MailedCodeMessage): Promise<boolean> {
    return this.#codes.get(keyOf(key))?.askId === askId && this.#codes.delete(keyOf(key));
  }

  async #change(
    { askId, ...key }: MailedCodeMessage,
    next: (code: MailedCode) => MailedCode | undefined,
  ): Promise<boolean> {
    const code = this.#codes.get(keyOf(key));
    const changed = code?.askId === askId ? next(code) : undefined;
    if (changed) this.#codes.set(keyOf(key), changed);
    return changed !== undefined;
  }
}

const keyOf = ({ employeeId, purpose }: MailedCodeKey) => `${purpose} ${employeeId}`;
