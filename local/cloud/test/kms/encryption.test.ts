import { DecryptCommand, EncryptCommand, type KMSClient } from "@aws-sdk/client-kms";
import { afterAll, beforeAll, expect, test } from "vitest";
import { encrypt, type KmsUnderTest, newKey, startKms, text } from "./kms-under-test.ts";

let under: KmsUnderTest;
let kms: KMSClient;

beforeAll(async () => {
  under = await startKms();
  kms = under.kms;
});
afterAll(() => under.cloud.stop());

test("what is encrypted is decrypted without naming the key", async () => {
  const id = await newKey(kms);
  const answer = await kms.send(new DecryptCommand({ CiphertextBlob: await encrypt(kms, id) }));

  expect(Buffer.from(answer.Plaintext ?? [])).toEqual(text);
  expect(answer.KeyId).toContain(id);
});

test("only the same encryption context decrypts, in any order", async () => {
  const CiphertextBlob = await encrypt(kms, await newKey(kms), { purpose: "card", employee: "e1" });
  const decrypt = (EncryptionContext?: Record<string, string>) =>
    kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));

  const { Plaintext } = await decrypt({ employee: "e1", purpose: "card" });
  expect(Buffer.from(Plaintext ?? [])).toEqual(text);
  for (const wrong of [undefined, { purpose: "card" }, { purpose: "card", employee: "e2" }])
    await expect(decrypt(wrong)).rejects.toHaveProperty("name", "InvalidCiphertextException");
});

test("a changed byte anywhere makes a ciphertext invalid", async () => {
  const blob = await encrypt(kms, await newKey(kms));
  for (const position of [0, 40, blob.length - 1]) {
    const changed = Uint8Array.from(blob, (byte, at) => (at === position ? byte ^ 1 : byte));
    await expect(kms.send(new DecryptCommand({ CiphertextBlob: changed }))).rejects.toHaveProperty(
      "name",
      "InvalidCiphertextException",
    );
  }
  await expect(
    kms.send(new DecryptCommand({ CiphertextBlob: Buffer.from("no blob") })),
  ).rejects.toHaveProperty("name", "InvalidCiphertextException");
});

test("a key that did not encrypt cannot be named to decrypt", async () => {
  const CiphertextBlob = await encrypt(kms, await newKey(kms));
  await expect(
    kms.send(new DecryptCommand({ CiphertextBlob, KeyId: await newKey(kms) })),
  ).rejects.toHaveProperty("name", "IncorrectKeyException");
});

test("a plaintext has at most 4096 bytes", async () => {
  const KeyId = await newKey(kms);
  await kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.alloc(4096) }));
  await expect(
    kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.alloc(4097) })),
  ).rejects.toThrow(/length less than or equal to 4096/);
});
