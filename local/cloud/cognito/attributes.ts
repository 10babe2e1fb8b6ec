/** Attributes of users and what the pool's schema allows of them. */
import * as z from "zod";
import { invalidParameter } from "./errors.ts";
import type { PoolDefinition } from "./pool-definition.ts";
import type { User } from "./user.ts";
import type { Pool } from "./user-pool.ts";

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html */
const standard = new Set([
  "address",
  "birthdate",
  "email",
  "email_verified",
  "family_name",
  "gender",
  "given_name",
  "locale",
  "middle_name",
  "name",
  "nickname",
  "phone_number",
  "phone_number_verified",
  "picture",
  "preferred_username",
  "profile",
  "updated_at",
  "website",
  "zoneinfo",
]);
const longestValue = 2048;

type SchemaAttribute = PoolDefinition["Schema"][number];

export const attributeList = z
  .array(z.strictObject({ Name: z.string(), Value: z.string().default("") }))
  .default([]);

/**
 * Checks new values against the schema.
 * @param current the user's attributes; undefined for a new user
 * @returns the attributes after the change
 * @throws AwsError InvalidParameterException
 */
export function changedAttributes(
  { definition }: Pool,
  changes: z.output<typeof attributeList>,
  current?: User["attributes"],
): Record<string, string> {
  for (const { Name, Value } of changes) {
    const problem = problemOf(definition, Name, Value, current !== undefined);
    if (problem) {
      throw invalidParameter(`Attributes did not conform to the schema: ${Name}: ${problem}\n`);
    }
  }
  const given = Object.fromEntries(changes.map(({ Name, Value }) => [Name, Value]));
  return { ...current, ...given, ...verifiedAfter(definition, given, current) };
}

/** Names of the attributes a user must still give before the first sign-in is complete. */
export function missingAttributes({ definition }: Pool, attributes: User["attributes"]): string[] {
  const required = definition.Schema.filter(({ Required, Name }) => Required && standard.has(Name));
  return required.map(({ Name }) => Name).filter((name) => !attributes[name]);
}

/** The schema as DescribeUserPool shows it: a pool's own attributes carry the prefix. */
export function describeSchema(schema: readonly SchemaAttribute[]): SchemaAttribute[] {
  return schema.map((attribute) => ({
    ...attribute,
    Name: standard.has(attribute.Name) ? attribute.Name : `custom:${attribute.Name}`,
  }));
}

function problemOf(
  { Schema }: PoolDefinition,
  name: string,
  value: string,
  update: boolean,
): string | undefined {
  const own = Schema.find((attribute) =>
    standard.has(attribute.Name) ? attribute.Name === name : `custom:${attribute.Name}` === name,
  );
  if (!own && !standard.has(name)) return "Attribute does not exist in the schema.";
  if (update && own?.Mutable === false) return "Attribute cannot be updated.";
  return own ? valueProblem(own, value) : formatProblem(name, value);
}

function valueProblem(attribute: SchemaAttribute, value: string): string | undefined {
  const { AttributeDataType, StringAttributeConstraints, NumberAttributeConstraints } = attribute;
  if (AttributeDataType === "Boolean") {
    return /^(true|false)$/.test(value) ? undefined : "Attribute is not a boolean.";
  }
  if (AttributeDataType === "Number") {
    const { MinValue = -Infinity, MaxValue = Infinity } = NumberAttributeConstraints ?? {};
    const number = Number(value);
    return number >= MinValue && number <= MaxValue ? undefined : "Attribute is out of range.";
  }
  if (AttributeDataType === "DateTime") {
    return Number.isNaN(Date.parse(value)) ? "Attribute is not a date." : undefined;
  }
  const { MinLength = 0, MaxLength = longestValue } = StringAttributeConstraints ?? {};
  if (value.length < MinLength) return `String must be no shorter than ${MinLength} characters`;
  if (value.length > MaxLength) return `String must be no longer than ${MaxLength} characters`;
  return formatProblem(attribute.Name, value);
}

function formatProblem(name: string, value: string): string | undefined {
  if (value.length > longestValue)
    return `String must be no longer than ${longestValue} characters`;
  if (name === "email" && !/^[^\s@]+@[^\s@]+$/.test(value)) return "Invalid email address format.";
  if (name === "phone_number" && !/^\+\d{1,15}$/.test(value)) return "Invalid phone number format.";
  return undefined;
}

/** A new address is unverified unless the same call says that it is verified. */
function verifiedAfter(
  definition: PoolDefinition,
  given: Record<string, string>,
  current: User["attributes"] | undefined,
): Record<string, string> {
  if (!current || given.email === undefined || given.email === current.email) return {};
  if (given.email_verified === "true") return {};
  if (definition.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate.length) {
    throw invalidParameter(
      "The embedded cloud does not verify a changed email: give email_verified with it.",
    );
  }
  return { email_verified: "false" };
}
