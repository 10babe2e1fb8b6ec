import { GenerateMacCommand, type KMSClient } from "@aws-sdk/client-kms";
import type { DerivedKeys, KeyUse } from "./keyed-hash.ts";

/**
 * Keys for keyed hashes, derived from one HMAC key that never leaves KMS: the MAC of the use's name is the key for that use
 * (KMS API reference, «GenerateMac»: the raw result may be used for HMAC-based key derivation). Each execution environment
 * derives them once, so that no request waits for KMS. They are the same in all functions, so that log lines can be joined.
 */
export class HmacKey implements DerivedKeys {
  readonly #kms: Pick<KMSClient, "send">;
  readonly #keyId: string;
  readonly #derived = new Map<KeyUse, Promise<Buffer>>();

  constructor(kms: Pick<KMSClient, "send">, keyId: string) {
    this.#kms = kms;
    this.#keyId = keyId;
  }

  derive(use: KeyUse): Promise<Buffer> {
    const known = this.#derived.get(use);
    if (known) return known;
    const asked = this.#ask(use);
    this.#derived.set(use, asked);
    asked.catch(() => this.#derived.delete(use));
    return asked;
  }

  async #ask(use: KeyUse): Promise<Buffer> {
    const { Mac } = await this.#kms.send(
      new GenerateMacCommand({
        KeyId: this.#keyId,
        MacAlgorithm: "HMAC_SHA_256",
        Message: Buffer.from(`kartu-asn:${use}`),
      }),
    );
    if (!Mac) throw new Error("KMS answered without a MAC.");
    return Buffer.from(Mac);
  }
}
