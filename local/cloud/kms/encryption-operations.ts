import * as z from "zod";
import { bytes, operation } from "../kernel/operation.ts";
import { AwsError, type Caller } from "../kernel/service.ts";
import { type EncryptionContext, keyIdOf, open, seal } from "./ciphertext.ts";
import type { Key, KeyRing } from "./key-ring.ts";

const keyId = z.string().min(1).max(2048);
const encryptionContext = z.record(z.string(), z.string()).default({});
const algorithm = z.literal("SYMMETRIC_DEFAULT").default("SYMMETRIC_DEFAULT");

/** Longest plaintext of Encrypt, in bytes. */
const plaintextLimit = 4096;

/** Long: a closure, of which each function fits a screen. */
export function encryptionOperations(keys: KeyRing) {
  /** The key, once the caller may use it with this encryption context and it can be used. */
  function usable(id: string, caller: Caller, action: string, context: EncryptionContext): Key {
    const key = keys.authorized(id, caller, action, contextConditions(context));
    keys.requireUsable(key, "ENCRYPT_DECRYPT");
    return key;
  }

  return {
    Encrypt: operation(
      z.strictObject({
        KeyId: keyId,
        Plaintext: bytes,
        EncryptionContext: encryptionContext,
        EncryptionAlgorithm: algorithm,
      }),
      ({ KeyId, Plaintext, EncryptionContext, EncryptionAlgorithm }, caller) => {
        const key = usable(KeyId, caller, "kms:Encrypt", EncryptionContext);
        requireLength("plaintext", Plaintext, plaintextLimit);
        return {
          KeyId: keys.keyArn(key),
          CiphertextBlob: seal(key, Plaintext, EncryptionContext).toString("base64"),
          EncryptionAlgorithm,
        };
      },
    ),

    Decrypt: operation(
      z.strictObject({
        KeyId: keyId.optional(),
        CiphertextBlob: bytes,
        EncryptionContext: encryptionContext,
        EncryptionAlgorithm: algorithm,
      }),
      ({ KeyId, CiphertextBlob, EncryptionContext, EncryptionAlgorithm }, caller) => {
        const sealedWith = keyIdOf(CiphertextBlob);
        const key = usable(KeyId ?? sealedWith, caller, "kms:Decrypt", EncryptionContext);
        if (key.id !== sealedWith) {
          throw new AwsError(
            "IncorrectKeyException",
            "The key ID in the request does not identify a CMK that can perform this operation.",
          );
        }
        return {
          KeyId: keys.keyArn(key),
          Plaintext: open(key, CiphertextBlob, EncryptionContext).toString("base64"),
          EncryptionAlgorithm,
        };
      },
    ),
  };
}

/** @throws AwsError ValidationException in the words AWS has for a member that is too long */
export function requireLength(member: string, value: Buffer, limit: number): void {
  if (value.length >= 1 && value.length <= limit) return;
  const bound = value.length < 1 ? "greater than or equal to 1" : `less than or equal to ${limit}`;
  throw new AwsError(
    "ValidationException",
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must have length ${bound}`,
  );
}

function contextConditions(context: EncryptionContext): Record<string, string | string[]> {
  const pairs = Object.entries(context);
  if (pairs.length === 0) return {};
  return {
    "kms:EncryptionContextKeys": pairs.map(([name]) => name),
    ...Object.fromEntries(pairs.map(([name, value]) => [`kms:EncryptionContext:${name}`, value])),
  };
}
