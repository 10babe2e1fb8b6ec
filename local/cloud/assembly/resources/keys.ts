import * as z from "zod";
import type { PolicyDocument } from "../../iam/policy.ts";
import { type Deployer, physicalId, readProperties, withoutEffect } from "../deployer.ts";

const keyProperties = z.strictObject({
  KeyPolicy: z.custom<PolicyDocument>().optional(),
  KeySpec: z.enum(["SYMMETRIC_DEFAULT", "ECC_NIST_P256", "HMAC_256"]).default("SYMMETRIC_DEFAULT"),
  KeyUsage: z.enum(["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC"]).optional(),
  // A rotated key keeps its id and opens what it sealed before: no caller sees a difference.
  EnableKeyRotation: withoutEffect,
  Enabled: z.literal(true).optional(),
  Description: withoutEffect,
  // Nothing here deletes a key.
  PendingWindowInDays: withoutEffect,
  Tags: withoutEffect,
});

export const deployKey: Deployer = (resource, { kms, iam }) => {
  const key = readProperties(keyProperties, resource);
  const hex = physicalId(resource, 32);
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const arn = kms.ensureKey(id, key.KeySpec, key.KeyUsage);
  if (key.KeyPolicy) iam.setResourcePolicy(arn, key.KeyPolicy);
  return { ref: id, attributes: { Arn: arn, KeyId: id } };
};

const alias = z.strictObject({ AliasName: z.string(), TargetKeyId: z.string() });

export const deployKeyAlias: Deployer = (resource, { kms }) => {
  const { AliasName, TargetKeyId } = readProperties(alias, resource);
  kms.ensureAlias(AliasName, TargetKeyId);
  return { ref: AliasName };
};
