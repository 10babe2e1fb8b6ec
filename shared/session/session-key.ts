import { DecryptCommand, EncryptCommand, type KMSClient } from "@aws-sdk/client-kms";
import type { Seals } from "./secret.ts";

/**
 * Encrypts what a session or challenge must store but nobody may read in its table: refresh tokens, keys of authenticators.
 * The owner's id is KMS's encryption context, so a text can only be opened for the same owner.
 */
export class SessionKey implements Seals {
  readonly #kms: KMSClient;
  readonly #keyId: string;

  constructor(kms: KMSClient, keyId: string) {
    this.#kms = kms;
    this.#keyId = keyId;
  }

  async seal(ownerId: string, text: string): Promise<string> {
    const { CiphertextBlob } = await this.#kms.send(
      new EncryptCommand({
        KeyId: this.#keyId,
        Plaintext: Buffer.from(text, "utf8"),
        EncryptionContext: { owner: ownerId },
      }),
    );
    return Buffer.from(CiphertextBlob ?? []).toString("base64");
  }

  async open(ownerId: string, sealed: string): Promise<string> {
    const { Plaintext } = await this.#kms.send(
      new DecryptCommand({
        KeyId: this.#keyId,
        CiphertextBlob: Buffer.from(sealed, "base64"),
        EncryptionContext: { owner: ownerId },
      }),
    );
    return Buffer.from(Plaintext ?? []).toString("utf8");
  }
}
