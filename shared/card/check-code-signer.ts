import { GenerateMacCommand, type KMSClient } from "@aws-sdk/client-kms";
import { base32 } from "#shared/runtime/ids.ts";
import type { CheckCodes } from "./card.ts";

/** 40 bits. */
const codeBytes = 5;

/**
 * Makes the Kode Periksa of a card: the first 40 bits of a MAC over its number and identity, under a key of its own that
 * never leaves KMS. It is not stored: whoever may use the key can make it again from the record
 * (docs/decisions/0013-faces.md).
 */
export class CheckCodeSigner implements CheckCodes {
  readonly #kms: KMSClient;
  readonly #keyId: string;

  constructor(kms: KMSClient, keyId: string) {
    this.#kms = kms;
    this.#keyId = keyId;
  }

  async code({
    serial,
    contentHash,
  }: {
    readonly serial: string;
    readonly contentHash: string;
  }): Promise<string> {
    const { Mac } = await this.#kms.send(
      new GenerateMacCommand({
        KeyId: this.#keyId,
        MacAlgorithm: "HMAC_SHA_256",
        Message: Buffer.from(`check-code:${serial}:${contentHash}`),
      }),
    );
    if (!Mac) throw new Error("KMS answered without a MAC.");
    return base32(Mac.subarray(0, codeBytes)).toUpperCase();
  }
}
