import {
  CreateKeyCommand,
  EncryptCommand,
  type KeySpec,
  type KeyUsageType,
  KMSClient,
} from "@aws-sdk/client-kms";
import type { CloudContext } from "../../kernel/service.ts";
import { createKms, type Kms } from "../../kms/kms-service.ts";
import { type ServicesUnderTest, startServices } from "../one-service.ts";

export const text = Buffer.from("Kartu ASN Virtual");

export interface KmsUnderTest {
  cloud: ServicesUnderTest;
  service: Kms;
  kms: KMSClient;
}

export async function startKms(options?: {
  directory?: string;
  authorize?: CloudContext["authorize"];
}): Promise<KmsUnderTest> {
  let service: Kms | undefined;
  const cloud = await startServices((context) => {
    service = createKms(context);
    return [service];
  }, options);
  if (!service) throw new Error("The service was not made.");
  // With more attempts than one the SDK repairs its clock after the cloud's was moved.
  return { cloud, service, kms: new KMSClient({ ...cloud.client, maxAttempts: 3 }) };
}

/** @returns the id of a new key, symmetric unless told */
export async function newKey(
  kms: KMSClient,
  KeySpec: KeySpec = "SYMMETRIC_DEFAULT",
  KeyUsage: KeyUsageType = "ENCRYPT_DECRYPT",
): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec, KeyUsage }));
  return KeyMetadata?.KeyId ?? "";
}

/** Encrypts `text`. */
export async function encrypt(
  kms: KMSClient,
  KeyId: string,
  EncryptionContext?: Record<string, string>,
): Promise<Uint8Array> {
  const { CiphertextBlob } = await kms.send(
    new EncryptCommand({ KeyId, Plaintext: text, EncryptionContext }),
  );
  return CiphertextBlob ?? new Uint8Array();
}
