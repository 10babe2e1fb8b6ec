import { createPublicKey, type KeyObject } from "node:crypto";
import { GetPublicKeyCommand, type KMSClient, SignCommand } from "@aws-sdk/client-kms";
import type { SealSigner } from "./seals.ts";

/** The key that signs seals; it never leaves KMS. Whoever has its public half checks them without AWS. */
export class SealKey implements SealSigner {
  readonly #kms: Pick<KMSClient, "send">;
  readonly #keyId: string;

  constructor(kms: Pick<KMSClient, "send">, keyId: string) {
    this.#kms = kms;
    this.#keyId = keyId;
  }

  async sign(text: string): Promise<string> {
    const { Signature } = await this.#kms.send(
      new SignCommand({
        KeyId: this.#keyId,
        Message: Buffer.from(text),
        MessageType: "RAW",
        SigningAlgorithm: "ECDSA_SHA_256",
      }),
    );
    if (!Signature) throw new Error("KMS answered without a signature.");
    return Buffer.from(Signature).toString("base64");
  }

  /** DER of a SubjectPublicKeyInfo («GetPublicKey», AWS KMS API Reference). */
  async publicKey(): Promise<KeyObject> {
    const { PublicKey } = await this.#kms.send(new GetPublicKeyCommand({ KeyId: this.#keyId }));
    if (!PublicKey) throw new Error("KMS answered without a key.");
    return createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" });
  }
}
