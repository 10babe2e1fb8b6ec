import { GenerateMacCommand, type KMSClient } from "@aws-sdk/client-kms";
import { base32 } from "#shared/runtime/ids.ts";
import type { CardTokens } from "./card.ts";

/** With the next number all sealed tokens are of no use any more, and are sealed anew as their cards are drawn (decision 0081). */
const sealKeyNumber = 1;

/**
 * Makes the token of a card: the first 128 bits of a MAC over its identity, under a key that never leaves KMS.
 * Without the key nobody can guess them. The renderer gets the same ones each time, so a redraw after a crash makes the
 * same card (docs/decisions/0006-card-token.md).
 */
export class CardTokenSigner implements CardTokens {
  readonly #kms: KMSClient;
  readonly #keyId: string;

  constructor(kms: KMSClient, keyId: string) {
    this.#kms = kms;
    this.#keyId = keyId;
  }

  async token(contentHash: string): Promise<string> {
    return base32((await this.#mac(`card-token:${contentHash}`)).subarray(0, 16));
  }

  /**
   * The key under which tokens lie in the table, 32 bytes: a MAC too, so that it is stored nowhere, and only who may make tokens has it
   * (AWS KMS API Reference, «GenerateMac»: the result may be used for HMAC-based key derivation).
   */
  sealKey(): Promise<Buffer> {
    return this.#mac(`card-token-seal:${sealKeyNumber}`);
  }

  async #mac(text: string): Promise<Buffer> {
    const { Mac } = await this.#kms.send(
      new GenerateMacCommand({
        KeyId: this.#keyId,
        MacAlgorithm: "HMAC_SHA_256",
        Message: Buffer.from(text),
      }),
    );
    if (!Mac) throw new Error("KMS answered without a MAC.");
    return Buffer.from(Mac);
  }
}
