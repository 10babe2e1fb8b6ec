import { randomBytes } from "node:crypto";
import * as z from "zod";
import { bytes, operation } from "../kernel/operation.ts";
import { AwsError, type Caller, type CloudContext } from "../kernel/service.ts";
import { type EncryptionContext, keyIdOf, open, seal } from "./ciphertext.ts";
import type { Key, KeyRing } from "./key-ring.ts";

const keyId = z.string().min(1).max(2048);
const encryptionContext = z.record(z.string(), z.string()).default({});
const algorithm = z.literal("SYMMETRIC_DEFAULT").default("SYMMETRIC_DEFAULT");
const dataKeyInput = z.strictObject({
  KeyId: keyId,
  EncryptionContext: encryptionContext,
  KeySpec: z.enum(["AES_256", "AES_128"]).optional(),
  NumberOfBytes: z.int().min(1).max(1024).optional(),
});

/** Longest plaintext of Encrypt, in bytes. */
const plaintextLimit = 4096;

export function encryptionOperations({ authorize }: CloudContext, keys: KeyRing) {
  /** The key, once the caller may use it with this encryption context and it can be used. */
  function usable(id: string, caller: Caller, action: string, context: EncryptionContext): Key {
    const key = keys.authorized(id, caller, action, contextConditions(context));
    keys.requireUsable(key, "ENCRYPT_DECRYPT");
    return key;
  }

  function newDataKey(action: string, input: z.output<typeof dataKeyInput>, caller: Caller) {
    const key = usable(input.KeyId, caller, action, input.EncryptionContext);
    const plaintext = randomBytes(dataKeyBytes(input));
    return {
      KeyId: keys.keyArn(key),
      CiphertextBlob: seal(key, plaintext, input.EncryptionContext).toString("base64"),
      plaintext: plaintext.toString("base64"),
    };
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

    GenerateDataKey: operation(dataKeyInput, (input, caller) => {
      const { plaintext, ...answer } = newDataKey("kms:GenerateDataKey", input, caller);
      return { ...answer, Plaintext: plaintext };
    }),

    GenerateDataKeyWithoutPlaintext: operation(dataKeyInput, (input, caller) => {
      const { plaintext: _, ...answer } = newDataKey(
        "kms:GenerateDataKeyWithoutPlaintext",
        input,
        caller,
      );
      return answer;
    }),

    GenerateRandom: operation(
      z.strictObject({ NumberOfBytes: z.int().min(1).max(1024) }),
      ({ NumberOfBytes }, caller) => {
        authorize(caller, "kms:GenerateRandom", "*");
        return { Plaintext: randomBytes(NumberOfBytes).toString("base64") };
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

function dataKeyBytes({ KeySpec, NumberOfBytes }: z.output<typeof dataKeyInput>): number {
  if (KeySpec === undefined && NumberOfBytes !== undefined) return NumberOfBytes;
  if (KeySpec !== undefined && NumberOfBytes === undefined) return KeySpec === "AES_256" ? 32 : 16;
  throw new AwsError("ValidationException", "Please specify either number of bytes or key spec.");
}

function contextConditions(context: EncryptionContext): Record<string, string | string[]> {
  const pairs = Object.entries(context);
  if (pairs.length === 0) return {};
  return {
    "kms:EncryptionContextKeys": pairs.map(([name]) => name),
    ...Object.fromEntries(pairs.map(([name, value]) => [`kms:EncryptionContext:${name}`, value])),
  };
}
