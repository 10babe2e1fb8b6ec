import * as z from "zod";
import { operation } from "../kernel/operation.ts";
import { AwsError, type CloudContext } from "../kernel/service.ts";
import { notPendingDeletion } from "./key-operations.ts";
import type { Key, KeyRing } from "./key-ring.ts";

const dayMillis = 86_400_000;
const onlyKeyId = z.strictObject({ KeyId: z.string().min(1) });

/**
 * Whether a key rotates. The material itself stays: a rotation on AWS keeps the key's id and still opens the
 * old ciphertexts, so no caller can see the difference.
 */
export function rotationOperations({ clock }: Pick<CloudContext, "clock">, keys: KeyRing) {
  return {
    EnableKeyRotation: operation(
      z.strictObject({
        KeyId: z.string().min(1),
        RotationPeriodInDays: z.int().min(90).max(2560).default(365),
      }),
      ({ KeyId, RotationPeriodInDays }, caller) => {
        const key = rotatable(keys, keys.authorized(KeyId, caller, "kms:EnableKeyRotation"));
        keys.save({
          ...key,
          rotation: { periodDays: RotationPeriodInDays, since: clock.millis() },
        });
      },
    ),

    DisableKeyRotation: operation(onlyKeyId, ({ KeyId }, caller) => {
      const key = rotatable(keys, keys.authorized(KeyId, caller, "kms:DisableKeyRotation"));
      keys.save({ ...key, rotation: undefined });
    }),

    GetKeyRotationStatus: operation(onlyKeyId, ({ KeyId }, caller) => {
      const key = keys.authorized(KeyId, caller, "kms:GetKeyRotationStatus");
      requireSymmetric(keys, key);
      if (!key.rotation) return { KeyId: keys.keyArn(key), KeyRotationEnabled: false };
      const { periodDays, since } = key.rotation;
      const period = periodDays * dayMillis;
      const rotations = Math.floor((clock.millis() - since) / period);
      return {
        KeyId: keys.keyArn(key),
        KeyRotationEnabled: true,
        RotationPeriodInDays: periodDays,
        NextRotationDate: (since + (rotations + 1) * period) / 1000,
      };
    }),
  };
}

function rotatable(keys: KeyRing, key: Key): Key {
  requireSymmetric(keys, key);
  notPendingDeletion(keys, key);
  keys.requireUsable(key, "ENCRYPT_DECRYPT");
  return key;
}

function requireSymmetric(keys: KeyRing, key: Key): void {
  if (key.spec === "SYMMETRIC_DEFAULT") return;
  throw new AwsError(
    "UnsupportedOperationException",
    `${keys.keyArn(key)} does not support key rotation: its key spec is ${key.spec}.`,
  );
}
