import { jsonService } from "../kernel/json-service.ts";
import type { CloudContext, Service } from "../kernel/service.ts";
import { encryptionOperations } from "./encryption-operations.ts";
import { keyOperations } from "./key-operations.ts";
import { KeyRing, type KeySpec, type KeyUsage, usageOf } from "./key-ring.ts";
import { signingOperations } from "./signing-operations.ts";

export interface Kms extends Service {
  /** The key with this id, made when there is none yet: for resources whose id is known before. @returns its ARN */
  ensureKey(id: string, spec?: KeySpec, usage?: KeyUsage): string;
  /** Points an alias at a key, wherever it pointed before. @param name with "alias/" */
  ensureAlias(name: string, keyId: string): void;
  /** For services that encrypt with a customer's key. @throws AwsError when it cannot be used now */
  requireUsable(keyId: string): void;
}

export function createKms(context: CloudContext): Kms {
  const keys = new KeyRing(context);
  return {
    ...jsonService(context, {
      name: "kms",
      targets: ["TrentService"],
      contentType: "application/x-amz-json-1.1",
      operations: {
        ...keyOperations(context, keys),
        ...encryptionOperations(keys),
        ...signingOperations(keys),
      },
    }),
    ensureKey(id, spec = "SYMMETRIC_DEFAULT", usage = usageOf[spec]) {
      const key = keys.get(id) ?? keys.create({ id, spec });
      if (key.spec !== spec || key.usage !== usage)
        throw new Error(`Key ${id} is ${key.spec} ${key.usage}, not ${spec} ${usage}.`);
      return keys.keyArn(key);
    },
    requireUsable: (keyId) => keys.requireUsable(keys.find(keyId), "ENCRYPT_DECRYPT"),
    ensureAlias(name, keyId) {
      keys.setAlias(name, keys.find(keyId));
    },
  };
}
