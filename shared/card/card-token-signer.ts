import { GenerateMacCommand, type KMSClient } from "@aws-sdk/client-kms";
import { base32 } from "#shared/runtime/ids.ts";
import type { CardTokens } from "./card.ts";

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
    const { Mac } = await this.#kms.send(
      new GenerateMacCommand({
        KeyId: this.#keyId,
        MacAlgorithm: "HMAC_SHA_256",
        Message: Buffer.from(`card-token:${contentHash}`),
      }),
    );
    if (!Mac) throw new Error("KMS answered without a MAC.");
    return base32(Mac.subarray(0, 16));
  }
}
