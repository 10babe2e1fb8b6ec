import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  timingSafeEqual,
  verify,
} from "node:crypto";
import * as z from "zod";
import { bytes, operation } from "../kernel/operation.ts";
import { AwsError } from "../kernel/service.ts";
import { requireLength } from "./encryption-operations.ts";
import { algorithms } from "./key-operations.ts";
import type { Key, KeyRing } from "./key-ring.ts";
import { signDigest, verifyDigest } from "./p256-digest.ts";

const keyId = z.string().min(1).max(2048);
const signInput = z.strictObject({
  KeyId: keyId,
  Message: bytes,
  MessageType: z.enum(["RAW", "DIGEST"]).default("RAW"),
  SigningAlgorithm: z.literal("ECDSA_SHA_256"),
});
const macInput = z.strictObject({
  KeyId: keyId,
  Message: bytes,
  MacAlgorithm: z.literal("HMAC_SHA_256"),
});

/** Longest message of Sign and GenerateMac, in bytes. */
const messageLimit = 4096;
const digestBytes = 32;

/** Signatures (ECDSA on P-256, DER) and message authentication codes. Long: a table, one entry for each operation. */
export function signingOperations(keys: KeyRing) {
  return {
    Sign: operation(signInput, (input, caller) => {
      const key = keys.authorized(input.KeyId, caller, "kms:Sign", signConditions(input));
      keys.requireUsable(key, "SIGN_VERIFY");
      requireMessage(input);
      const signature =
        input.MessageType === "RAW"
          ? sign("sha256", input.Message, privateKey(key))
          : signDigest(privateKey(key), input.Message);
      return {
        KeyId: keys.keyArn(key),
        Signature: signature.toString("base64"),
        SigningAlgorithm: input.SigningAlgorithm,
      };
    }),

    Verify: operation(signInput.extend({ Signature: bytes }), (input, caller) => {
      const key = keys.authorized(input.KeyId, caller, "kms:Verify", signConditions(input));
      keys.requireUsable(key, "SIGN_VERIFY");
      requireMessage(input);
      const publicKey = createPublicKey(privateKey(key));
      const valid =
        input.MessageType === "RAW"
          ? verify("sha256", input.Message, publicKey, input.Signature)
          : verifyDigest(publicKey, input.Message, input.Signature);
      // AWS never answers SignatureValid false: a wrong signature is an error.
      if (!valid) throw new AwsError("KMSInvalidSignatureException", "");
      return {
        KeyId: keys.keyArn(key),
        SignatureValid: true,
        SigningAlgorithm: input.SigningAlgorithm,
      };
    }),

    GetPublicKey: operation(z.strictObject({ KeyId: keyId }), ({ KeyId }, caller) => {
      const key = keys.authorized(KeyId, caller, "kms:GetPublicKey");
      if (key.usage !== "SIGN_VERIFY") {
        throw new AwsError(
          "UnsupportedOperationException",
          `${keys.keyArn(key)} origin is AWS_KMS and key spec is ${key.spec}, which has no public key.`,
        );
      }
      keys.requireUsable(key, "SIGN_VERIFY");
      const spki = createPublicKey(privateKey(key)).export({ type: "spki", format: "der" });
      return {
        KeyId: keys.keyArn(key),
        PublicKey: spki.toString("base64"),
        CustomerMasterKeySpec: key.spec,
        KeySpec: key.spec,
        KeyUsage: key.usage,
        ...algorithms(key),
      };
    }),

    GenerateMac: operation(macInput, ({ KeyId, Message, MacAlgorithm }, caller) => {
      const key = keys.authorized(KeyId, caller, "kms:GenerateMac", {
        "kms:MacAlgorithm": MacAlgorithm,
      });
      keys.requireUsable(key, "GENERATE_VERIFY_MAC");
      requireLength("message", Message, messageLimit);
      return { KeyId: keys.keyArn(key), Mac: mac(key, Message).toString("base64"), MacAlgorithm };
    }),

    VerifyMac: operation(
      macInput.extend({ Mac: bytes }),
      ({ KeyId, Message, MacAlgorithm, Mac }, caller) => {
        const key = keys.authorized(KeyId, caller, "kms:VerifyMac", {
          "kms:MacAlgorithm": MacAlgorithm,
        });
        keys.requireUsable(key, "GENERATE_VERIFY_MAC");
        requireLength("message", Message, messageLimit);
        const expected = mac(key, Message);
        if (Mac.length !== expected.length || !timingSafeEqual(Mac, expected))
          throw new AwsError("KMSInvalidMacException", "");
        return { KeyId: keys.keyArn(key), MacValid: true, MacAlgorithm };
      },
    ),
  };
}

function signConditions(input: z.output<typeof signInput>): Record<string, string> {
  return {
    "kms:SigningAlgorithm": input.SigningAlgorithm,
    "kms:MessageType": input.MessageType,
  };
}

function requireMessage({ Message, MessageType }: z.output<typeof signInput>): void {
  requireLength("message", Message, messageLimit);
  if (MessageType === "DIGEST" && Message.length !== digestBytes) {
    throw new AwsError(
      "ValidationException",
      "Digest is invalid length for algorithm ECDSA_SHA_256.",
    );
  }
}

function privateKey({ material }: Key): KeyObject {
  return createPrivateKey({
    key: Buffer.from(material, "base64"),
    format: "der",
    type: "pkcs8",
  });
}

function mac({ material }: Key, message: Buffer): Buffer {
  return createHmac("sha256", Buffer.from(material, "base64")).update(message).digest();
}
