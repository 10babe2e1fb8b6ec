/**
 * The blob Encrypt answers: it names its key, so that Decrypt needs none.
 * Layout: version 1 | length of key id (1 byte) | key id | nonce (12) | tag (16) | AES-256-GCM ciphertext.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AwsError } from "../kernel/service.ts";
import type { Key } from "./key-ring.ts";

export type EncryptionContext = Readonly<Record<string, string>>;

const formatVersion = 1;
const nonceBytes = 12;
const tagBytes = 16;

export function seal(key: Key, plaintext: Uint8Array, context: EncryptionContext): Buffer {
  const id = Buffer.from(key.id);
  const header = Buffer.from([formatVersion, id.length, ...id]);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(key.material, "base64"), nonce);
  cipher.setAAD(authenticatedData(context));
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([header, nonce, cipher.getAuthTag(), sealed]);
}

/** The id of the key a blob was sealed with. @throws AwsError InvalidCiphertextException */
export function keyIdOf(blob: Buffer): string {
  const length = blob[1] ?? 0;
  if (blob[0] !== formatVersion || blob.length < 2 + length + nonceBytes + tagBytes)
    throw invalidCiphertext();
  return blob.subarray(2, 2 + length).toString();
}

/** @throws AwsError InvalidCiphertextException when the blob or its context was changed */
export function open(key: Key, blob: Buffer, context: EncryptionContext): Buffer {
  const header = blob.subarray(0, 2 + (blob[1] ?? 0));
  const nonce = blob.subarray(header.length, header.length + nonceBytes);
  const sealed = blob.subarray(header.length + nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", Buffer.from(key.material, "base64"), nonce);
  decipher.setAAD(authenticatedData(context));
  decipher.setAuthTag(sealed.subarray(0, tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(tagBytes)), decipher.final()]);
  } catch {
    throw invalidCiphertext();
  }
}

/** The order of the pairs does not count. */
function authenticatedData(context: EncryptionContext): Buffer {
  const pairs = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(JSON.stringify(pairs));
}

// AWS says nothing more, so that nobody learns what was wrong.
function invalidCiphertext(): AwsError {
  return new AwsError("InvalidCiphertextException", "");
}
