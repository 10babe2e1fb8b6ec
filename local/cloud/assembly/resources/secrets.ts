import { randomInt } from "node:crypto";
import * as z from "zod";
import { type Deployer, physicalName, readProperties, withoutEffect } from "../deployer.ts";

const secretProperties = z.strictObject({
  GenerateSecretString: z.strictObject({
    PasswordLength: z.coerce.number().int().min(1).max(4096).default(32),
    // A generated value with punctuation is not made here.
    ExcludePunctuation: z.literal(true),
  }),
  Description: withoutEffect,
  Tags: withoutEffect,
});

const characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

export const deploySecret: Deployer = (resource, { secretsManager }) => {
  const { GenerateSecretString } = readProperties(secretProperties, resource);
  const makeValue = () =>
    Array.from({ length: GenerateSecretString.PasswordLength }, () =>
      characters.charAt(randomInt(characters.length)),
    ).join("");
  const arn = secretsManager.ensureSecret(physicalName(resource, 512), makeValue);
  return { ref: arn, attributes: { Id: arn } };
};
