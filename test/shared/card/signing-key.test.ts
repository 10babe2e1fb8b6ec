import { createSign, generateKeyPairSync } from "node:crypto";
import { GetPublicKeyCommand, KMSClient, SignCommand } from "@aws-sdk/client-kms";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, expect, test } from "vitest";
import { SigningKey } from "#shared/card/signing-key.ts";
import { isLowS } from "#shared/signed-qr/low-s.ts";
import { verifies } from "#shared/signed-qr/p256.ts";
import { outages } from "../../support/aws-failures.ts";

const client = new KMSClient();
const kms = mockClient(client);
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const spki = publicKey.export({ type: "spki", format: "der" });
const text = Buffer.from("what is signed");

beforeEach(() => {
  kms.reset();
  kms.on(GetPublicKeyCommand).resolves({ PublicKey: spki });
  kms.on(SignCommand).callsFake(async ({ Message }) => ({
    Signature: createSign("sha256").update(Message).sign(privateKey),
  }));
});

test("whatever s KMS chooses, the signature is right, of 64 bytes, and has the lower one", async () => {
  const key = new SigningKey(client, "arn:key");
  const signatures = await Promise.all(Array.from({ length: 20 }, () => key.sign(text)));

  for (const signature of signatures) {
    expect(signature).toHaveLength(64);
    expect(isLowS(signature)).toBe(true);
    expect(await verifies(await key.publicKey(), signature, text)).toBe(true);
  }
  expect(kms.commandCalls(SignCommand)[0]?.args[0].input).toEqual({
    KeyId: "arn:key",
    Message: text,
    MessageType: "RAW",
    SigningAlgorithm: "ECDSA_SHA_256",
  });
});

test("the public half is read once, and names the key", async () => {
  const key = new SigningKey(client, "arn:key");
  expect(await key.kid()).toMatch(/^[0-9a-f]{4}$/);
  await key.sign(text);

  expect(kms.commandCalls(GetPublicKeyCommand)).toHaveLength(1);
});

test("a signature of another text or key is not handed on", async () => {
  const other = createSign("sha256").update("another text").sign(privateKey);
  kms.on(SignCommand).resolves({ Signature: other });

  await expect(new SigningKey(client, "k").sign(text)).rejects.toThrow("not right");
});

test("without a signature or a key there is none", async () => {
  kms.on(SignCommand).resolves({});
  await expect(new SigningKey(client, "k").sign(text)).rejects.toThrow("without a signature");
  kms.on(GetPublicKeyCommand).resolves({});
  await expect(new SigningKey(client, "k").kid()).rejects.toThrow("without a key");
});

test.each(outages)("%s is passed on, and the next call asks again", async (_, outage) => {
  kms.on(GetPublicKeyCommand).rejectsOnce(outage).resolves({ PublicKey: spki });
  const key = new SigningKey(client, "k");

  await expect(key.kid()).rejects.toBe(outage);
  expect(await key.kid()).toMatch(/^[0-9a-f]{4}$/);
});
