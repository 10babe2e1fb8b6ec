import { createHash, createPublicKey, verify } from "node:crypto";
import {
  GenerateMacCommand,
  GetPublicKeyCommand,
  type KMSClient,
  SignCommand,
  VerifyCommand,
  VerifyMacCommand,
} from "@aws-sdk/client-kms";
import { afterAll, beforeAll, expect, test } from "vitest";
import { encrypt, type KmsUnderTest, newKey, startKms, text } from "./kms-under-test.ts";

let under: KmsUnderTest;
let kms: KMSClient;

beforeAll(async () => {
  under = await startKms();
  kms = under.kms;
});
afterAll(() => under.cloud.stop());

test("a signature over a message is ECDSA in DER that the public key checks", async () => {
  const KeyId = await newKey(kms, "ECC_NIST_P256", "SIGN_VERIFY");
  const SigningAlgorithm = "ECDSA_SHA_256";
  const { Signature } = await kms.send(new SignCommand({ KeyId, Message: text, SigningAlgorithm }));
  const { PublicKey, SigningAlgorithms } = await kms.send(new GetPublicKeyCommand({ KeyId }));
  const key = createPublicKey({
    key: Buffer.from(PublicKey ?? []),
    format: "der",
    type: "spki",
  });

  expect(key.asymmetricKeyDetails).toEqual({ namedCurve: "prime256v1" });
  expect(SigningAlgorithms).toEqual([SigningAlgorithm]);
  expect(verify("sha256", text, key, Signature ?? new Uint8Array())).toBe(true);
});

test("a digest and its message have interchangeable signatures", async () => {
  const KeyId = await newKey(kms, "ECC_NIST_P256", "SIGN_VERIFY");
  const SigningAlgorithm = "ECDSA_SHA_256";
  const digest = createHash("sha256").update(text).digest();
  const raw = { KeyId, SigningAlgorithm, Message: text, MessageType: "RAW" } as const;
  const digested = { ...raw, Message: digest, MessageType: "DIGEST" } as const;

  for (const [signed, checked] of [
    [raw, digested],
    [digested, raw],
    [digested, digested],
  ] as const) {
    const { Signature } = await kms.send(new SignCommand(signed));
    const answer = await kms.send(new VerifyCommand({ ...checked, Signature }));
    expect(answer.SignatureValid).toBe(true);

    const changed = { ...checked, Message: Buffer.alloc(32, 7), Signature };
    await expect(kms.send(new VerifyCommand(changed))).rejects.toHaveProperty(
      "name",
      "KMSInvalidSignatureException",
    );
  }
  await expect(kms.send(new SignCommand({ ...digested, Message: text }))).rejects.toThrow(
    /Digest is invalid length/,
  );
  await expect(
    kms.send(new VerifyCommand({ ...digested, Signature: Buffer.from("none") })),
  ).rejects.toHaveProperty("name", "KMSInvalidSignatureException");
});

test("a message authentication code is verified by the same key only", async () => {
  const KeyId = await newKey(kms, "HMAC_256", "GENERATE_VERIFY_MAC");
  const mac = { Message: text, MacAlgorithm: "HMAC_SHA_256" } as const;
  const { Mac } = await kms.send(new GenerateMacCommand({ KeyId, ...mac }));

  expect(Mac).toHaveLength(32);
  expect((await kms.send(new VerifyMacCommand({ KeyId, Mac, ...mac }))).MacValid).toBe(true);
  await expect(
    kms.send(
      new VerifyMacCommand({
        KeyId: await newKey(kms, "HMAC_256", "GENERATE_VERIFY_MAC"),
        Mac,
        ...mac,
      }),
    ),
  ).rejects.toHaveProperty("name", "KMSInvalidMacException");
});

test("a key does only what it is for", async () => {
  const KeyId = await newKey(kms, "HMAC_256", "GENERATE_VERIFY_MAC");
  await expect(encrypt(kms, KeyId)).rejects.toHaveProperty("name", "InvalidKeyUsageException");
  await expect(kms.send(new GetPublicKeyCommand({ KeyId }))).rejects.toHaveProperty(
    "name",
    "UnsupportedOperationException",
  );
});
