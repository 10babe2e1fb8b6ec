import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Clock } from "#shared/runtime/clock.ts";

const algorithm = "aes-256-gcm";
/** Random ones are safe for 2^32 texts under one key (NIST SP 800-38D, section 8.3), which are eight hundred years of changes. */
const nonceBytes = 12;
const tagBytes = 16;

/** In milliseconds. So long a process can still open tokens after its right to the key was taken away. */
const heldFor = 3_600_000;

/**
 * Tokens as they may lie in a table, so that a card that is drawn again needs no key of KMS. Who reads the table without the right to make
 * tokens learns none. A text opens only for the card that it was sealed for (decision 0081).
 */
export class TokenSeals {
  readonly #askKey: () => Promise<Buffer>;
  readonly #clock: Clock;
  #held: { readonly key: Promise<Buffer>; readonly until: number } | undefined;

  /** @param askKey for the key, 32 bytes; asked once an hour, and again after a failure */
  constructor(askKey: () => Promise<Buffer>, clock: Clock) {
    this.#askKey = askKey;
    this.#clock = clock;
  }

  /** @returns nonce, tag and ciphertext in base64url */
  async seal(contentHash: string, token: string): Promise<string> {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, await this.#key(), nonce, {
      authTagLength: tagBytes,
    });
    cipher.setAAD(Buffer.from(contentHash));
    const text = Buffer.concat([cipher.update(token), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url");
  }

  /** @returns undefined when it was sealed for another card or under another key, or is no sealed text: then the token is made again */
  async open(contentHash: string, sealed: string): Promise<string | undefined> {
    const key = await this.#key();
    const bytes = Buffer.from(sealed, "base64url");
    const text = bytes.subarray(nonceBytes + tagBytes);
    try {
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(contentHash));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([decipher.update(text), decipher.final()]).toString();
    } catch {
      return undefined;
    }
  }

  #key(): Promise<Buffer> {
    const now = this.#clock.now().getTime();
    if (this.#held && now < this.#held.until) return this.#held.key;
    const key = this.#askKey();
    const held = { key, until: now + heldFor };
    this.#held = held;
    key.catch(() => {
      if (this.#held === held) this.#held = undefined;
    });
    return key;
  }
}
