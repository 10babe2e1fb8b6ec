import { DecryptCommand, EncryptCommand, type KMSClient } from "@aws-sdk/client-kms";
import type { Seals } from "./seals.ts";

/**
 * Encrypts with a KMS key what a table must store but nobody may read there: secrets of sessions and challenges, keys of
 * authenticators. The owner's id is KMS's encryption context, so a text can only be opened for the same owner.
 */
export class SealingKey implements Seals {
  readonly #kms: KMSClient;
  readonly #keyId: string;
  readonly #owner: "owner" | "account";

  /** @param owner what the encryption context calls the owner; the key's permissions ask for it */
  constructor(kms: KMSClient, keyId: string, owner: "owner" | "account") {
    this.#kms = kms;
    this.#keyId = keyId;
    this.#owner = owner;
  }

  async seal(ownerId: string, text: string): Promise<string> {
    const { CiphertextBlob } = await this.#kms.send(
      new EncryptCommand({
        KeyId: this.#keyId,
        Plaintext: Buffer.from(text, "utf8"),
        EncryptionContext: { [this.#owner]: ownerId },
      }),
    );
    return Buffer.from(CiphertextBlob ?? []).toString("base64");
  }

  async open(ownerId: string, sealed: string): Promise<string> {
    const { Plaintext } = await this.#kms.send(
      new DecryptCommand({
        KeyId: this.#keyId,
        CiphertextBlob: Buffer.from(sealed, "base64"),
        EncryptionContext: { [this.#owner]: ownerId },
      }),
    );
    return Buffer.from(Plaintext ?? []).toString("utf8");
  }
}
