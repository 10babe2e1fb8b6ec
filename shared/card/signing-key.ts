import { createHash, createPublicKey } from "node:crypto";
import {
  DescribeKeyCommand,
  GetPublicKeyCommand,
  type KMSClient,
  SignCommand,
} from "@aws-sdk/client-kms";
import * as z from "zod";
import { lowS } from "#shared/signed-qr/low-s.ts";
import { kidOf, type PublicKey, verifies } from "#shared/signed-qr/p256.ts";
import type { ListableKey } from "./publish-keys.ts";
import type { PayloadSigner } from "./sign-card.ts";

const jwk = z.object({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string(),
  y: z.string(),
});

/** Signs payloads and status lists with keys that never leave KMS (decisions 0072, 0075). */
export class SigningKey implements PayloadSigner, ListableKey {
  readonly #kms: Pick<KMSClient, "send">;
  readonly #keyId: string;
  readonly #sends: "RAW" | "DIGEST";
  /** Read once: a key of KMS never has another public half. */
  #public: PublicKey | undefined;

  /** @param sends "DIGEST": for texts of more than the 4,096 bytes that KMS takes («Sign», AWS KMS API Reference) */
  constructor(kms: Pick<KMSClient, "send">, keyId: string, sends: "RAW" | "DIGEST" = "RAW") {
    this.#kms = kms;
    this.#keyId = keyId;
    this.#sends = sends;
  }

  async kid(): Promise<string> {
    return await kidOf(await this.publicKey());
  }

  /**
   * @returns r and s of 32 bytes each, with the lower s. KMS answers DER («Sign», AWS KMS API Reference)
   * @throws Error when the signature is not right: nobody would find out before it is drawn
   */
  async sign(text: Uint8Array): Promise<Uint8Array> {
    const { Signature } = await this.#kms.send(
      new SignCommand({
        KeyId: this.#keyId,
        Message: this.#sends === "RAW" ? text : createHash("sha256").update(text).digest(),
        MessageType: this.#sends,
        SigningAlgorithm: "ECDSA_SHA_256",
      }),
    );
    if (!Signature) throw new Error("KMS answered without a signature.");
    const signature = lowS(Signature);
    if (!(await verifies(await this.publicKey(), signature, text)))
      throw new Error("The signature is not right.");
    return signature;
  }

  async publicKey(): Promise<PublicKey> {
    this.#public ??= await this.#readPublicKey();
    return this.#public;
  }

  async madeOn(): Promise<string> {
    const { KeyMetadata } = await this.#kms.send(new DescribeKeyCommand({ KeyId: this.#keyId }));
    if (!KeyMetadata?.CreationDate) throw new Error("KMS answered without a date.");
    return KeyMetadata.CreationDate.toISOString().slice(0, 10);
  }

  /** From DER of a SubjectPublicKeyInfo («GetPublicKey», AWS KMS API Reference). */
  async #readPublicKey(): Promise<PublicKey> {
    const { PublicKey } = await this.#kms.send(new GetPublicKeyCommand({ KeyId: this.#keyId }));
    if (!PublicKey) throw new Error("KMS answered without a key.");
    const key = createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" });
    const { x, y } = jwk.parse(key.export({ format: "jwk" }));
    return { x, y };
  }
}
