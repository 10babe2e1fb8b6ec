import * as z from "zod";
import { operation } from "../kernel/operation.ts";
import { AwsError, type CloudContext } from "../kernel/service.ts";
import { type Key, type KeyRing, keyState, usageOf } from "./key-ring.ts";

const dayMillis = 86_400_000;

const keyId = z.string().min(1).max(2048);
const aliasName = z.string().regex(/^alias\/[\w/-]{1,250}$/);
const onlyKeyId = z.strictObject({ KeyId: keyId });

/** Making, describing, naming and ending keys. Long: a table, one entry for each operation. */
export function keyOperations(context: CloudContext, keys: KeyRing) {
  const { authorize, clock } = context;

  return {
    CreateKey: operation(
      z.strictObject({
        KeySpec: z
          .enum(["SYMMETRIC_DEFAULT", "ECC_NIST_P256", "HMAC_256"])
          .default("SYMMETRIC_DEFAULT"),
        KeyUsage: z
          .enum(["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC"])
          .default("ENCRYPT_DECRYPT"),
        Description: z.string().max(8192).default(""),
        Origin: z.literal("AWS_KMS").optional(),
        MultiRegion: z.literal(false).optional(),
        Tags: z.array(z.strictObject({ TagKey: z.string(), TagValue: z.string() })).default([]),
      }),
      ({ KeySpec: spec, KeyUsage: usage, Description, Tags }, caller) => {
        authorize(caller, "kms:CreateKey", "*", { "kms:KeySpec": spec, "kms:KeyUsage": usage });
        if (usage !== usageOf[spec]) {
          throw new AwsError(
            "ValidationException",
            `KeyUsage ${usage} is not compatible with KeySpec ${spec}`,
          );
        }
        const key = keys.create({ spec, description: Description, tags: Tags });
        return { KeyMetadata: metadata(context, keys, key) };
      },
    ),

    DescribeKey: operation(onlyKeyId, ({ KeyId }, caller) => ({
      KeyMetadata: metadata(context, keys, keys.authorized(KeyId, caller, "kms:DescribeKey")),
    })),

    ListKeys: operation(z.strictObject({}), (_, caller) => {
      authorize(caller, "kms:ListKeys", "*");
      return {
        Keys: keys.all().map((key) => ({ KeyId: key.id, KeyArn: keys.keyArn(key) })),
        Truncated: false,
      };
    }),

    CreateAlias: operation(
      z.strictObject({ AliasName: aliasName, TargetKeyId: keyId }),
      ({ AliasName, TargetKeyId }, caller) => {
        authorize(caller, "kms:CreateAlias", keys.arn(AliasName));
        const key = keys.authorized(TargetKeyId, caller, "kms:CreateAlias");
        if (keys.aliases().some(([name]) => name === AliasName)) {
          throw new AwsError(
            "AlreadyExistsException",
            `An alias with the name ${keys.arn(AliasName)} already exists`,
          );
        }
        keys.setAlias(AliasName, key);
      },
    ),

    EnableKey: operation(onlyKeyId, ({ KeyId }, caller) => {
      const key = notPendingDeletion(keys, keys.authorized(KeyId, caller, "kms:EnableKey"));
      keys.save({ ...key, enabled: true });
    }),

    DisableKey: operation(onlyKeyId, ({ KeyId }, caller) => {
      const key = notPendingDeletion(keys, keys.authorized(KeyId, caller, "kms:DisableKey"));
      keys.save({ ...key, enabled: false });
    }),

    ScheduleKeyDeletion: operation(
      z.strictObject({ KeyId: keyId, PendingWindowInDays: z.int().min(7).max(30).default(30) }),
      ({ KeyId, PendingWindowInDays }, caller) => {
        const key = notPendingDeletion(
          keys,
          keys.authorized(KeyId, caller, "kms:ScheduleKeyDeletion", {
            "kms:ScheduleKeyDeletionPendingWindowInDays": String(PendingWindowInDays),
          }),
        );
        const deletionAt = clock.millis() + PendingWindowInDays * dayMillis;
        keys.save({ ...key, deletionAt });
        return {
          KeyId: keys.keyArn(key),
          DeletionDate: deletionAt / 1000,
          KeyState: "PendingDeletion",
          PendingWindowInDays,
        };
      },
    ),

    CancelKeyDeletion: operation(onlyKeyId, ({ KeyId }, caller) => {
      const key = keys.authorized(KeyId, caller, "kms:CancelKeyDeletion");
      if (key.deletionAt === undefined) {
        throw new AwsError(
          "KMSInvalidStateException",
          `${keys.keyArn(key)} is not pending deletion.`,
        );
      }
      keys.save({ ...key, deletionAt: undefined, enabled: false });
      return { KeyId: keys.keyArn(key) };
    }),
  };
}

function notPendingDeletion(keys: KeyRing, key: Key): Key {
  if (keyState(key) !== "PendingDeletion") return key;
  throw new AwsError("KMSInvalidStateException", `${keys.keyArn(key)} is pending deletion.`);
}

function metadata({ account }: Pick<CloudContext, "account">, keys: KeyRing, key: Key) {
  return {
    AWSAccountId: account,
    KeyId: key.id,
    Arn: keys.keyArn(key),
    CreationDate: key.createdAt / 1000,
    Enabled: keyState(key) === "Enabled",
    Description: key.description,
    KeyUsage: key.usage,
    KeyState: keyState(key),
    ...(key.deletionAt === undefined ? {} : { DeletionDate: key.deletionAt / 1000 }),
    Origin: "AWS_KMS",
    KeyManager: "CUSTOMER",
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    ...algorithms(key),
    MultiRegion: false,
  };
}

/** The member that says what a key can do, as DescribeKey and GetPublicKey carry it. */
export function algorithms({ usage }: Key) {
  switch (usage) {
    case "ENCRYPT_DECRYPT":
      return { EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"] };
    case "SIGN_VERIFY":
      return { SigningAlgorithms: ["ECDSA_SHA_256"] };
    case "GENERATE_VERIFY_MAC":
      return { MacAlgorithms: ["HMAC_SHA_256"] };
  }
}
