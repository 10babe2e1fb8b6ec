/** What a user pool may be defined with. Everything the embedded cloud does not act upon is refused by name. */
import * as z from "zod";
import { withoutEffect } from "./operation.ts";

/** AWS's defaults when a pool is created without a policy. */
const defaultPasswordPolicy = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
};

const passwordPolicy = z.strictObject({
  MinimumLength: z.int().min(6).max(99).default(8),
  RequireUppercase: z.boolean().default(false),
  RequireLowercase: z.boolean().default(false),
  RequireNumbers: z.boolean().default(false),
  RequireSymbols: z.boolean().default(false),
  PasswordHistorySize: z.int().min(0).max(24).default(0),
  /** AWS reads 0 as "not set". */
  TemporaryPasswordValidityDays: z
    .int()
    .min(0)
    .max(365)
    .default(7)
    .transform((days) => days || 7),
});

const schemaAttribute = z.strictObject({
  Name: z.string().regex(/^[^\s:]{1,20}$/, "Member must be a name of 1 to 20 characters"),
  AttributeDataType: z.enum(["String", "Number", "DateTime", "Boolean"]).default("String"),
  DeveloperOnlyAttribute: z.literal(false).optional(),
  Mutable: z.boolean().default(true),
  Required: z.boolean().default(false),
  // CloudFormation and the API write these numbers as strings.
  StringAttributeConstraints: z
    .strictObject({
      MinLength: z.coerce.number().optional(),
      MaxLength: z.coerce.number().optional(),
    })
    .optional(),
  NumberAttributeConstraints: z
    .strictObject({
      MinValue: z.coerce.number().optional(),
      MaxValue: z.coerce.number().optional(),
    })
    .optional(),
});

const recoveryMechanism = z.strictObject({
  Name: z.enum(["verified_email", "verified_phone_number", "admin_only"]),
  Priority: z.int(),
});

const messageTemplate = z.strictObject({
  EmailMessage: z.string().optional(),
  EmailSubject: z.string().optional(),
  SMSMessage: withoutEffect, // no text messages are sent
});

export const mfaConfiguration = z.enum(["OFF", "ON", "OPTIONAL"]);

/** The input of CreateUserPool. */
export const poolDefinition = z.strictObject({
  PoolName: z.string().min(1).max(128),
  Policies: z
    .strictObject({
      PasswordPolicy: passwordPolicy.prefault(defaultPasswordPolicy),
      SignInPolicy: z
        .strictObject({ AllowedFirstAuthFactors: z.array(z.literal("PASSWORD")) })
        .optional(),
    })
    .prefault({}),
  DeletionProtection: z.enum(["ACTIVE", "INACTIVE"]).default("INACTIVE"),
  AutoVerifiedAttributes: z.array(z.literal("email")).optional(),
  AliasAttributes: z.array(z.never()).optional(),
  UsernameAttributes: z.array(z.never()).optional(),
  UsernameConfiguration: z.strictObject({ CaseSensitive: z.boolean() }).optional(),
  EmailVerificationMessage: z.string().optional(),
  EmailVerificationSubject: z.string().optional(),
  VerificationMessageTemplate: z
    .strictObject({
      DefaultEmailOption: z.literal("CONFIRM_WITH_CODE").optional(),
      EmailMessage: z.string().optional(),
      EmailSubject: z.string().optional(),
      SmsMessage: withoutEffect, // no text messages are sent
    })
    .prefault({}),
  AdminCreateUserConfig: z
    .strictObject({
      AllowAdminCreateUserOnly: z.boolean().default(false),
      UnusedAccountValidityDays: withoutEffect, // AWS reads TemporaryPasswordValidityDays instead
      InviteMessageTemplate: messageTemplate.prefault({}),
    })
    .prefault({}),
  MfaConfiguration: mfaConfiguration.default("OFF"),
  EmailConfiguration: z
    .strictObject({
      From: z.string().optional(),
      ReplyToEmailAddress: withoutEffect, // a mail header only
      SourceArn: withoutEffect, // whether SES lets Cognito send is not asked here
      EmailSendingAccount: withoutEffect,
      ConfigurationSet: z.string().optional(),
    })
    .prefault({}),
  Schema: z.array(schemaAttribute).default([]),
  UserAttributeUpdateSettings: z
    .strictObject({ AttributesRequireVerificationBeforeUpdate: z.array(z.literal("email")) })
    .optional(),
  AccountRecoverySetting: z
    .strictObject({ RecoveryMechanisms: z.array(recoveryMechanism) })
    .optional(),
  // No text messages are sent.
  SmsVerificationMessage: withoutEffect,
  SmsAuthenticationMessage: withoutEffect,
  SmsConfiguration: withoutEffect,
  // Threat protection has no knowledge of risk here: every sign-in is one of no risk.
  UserPoolAddOns: withoutEffect,
  UserPoolTier: withoutEffect,
  UserPoolTags: withoutEffect,
});

export type PoolDefinition = z.output<typeof poolDefinition>;

/** A pool out of a CloudFormation template, where EnabledMfas says what SetUserPoolMfaConfig says in the API. */
export const templatePoolDefinition = poolDefinition.extend({
  EnabledMfas: z.array(z.literal("SOFTWARE_TOKEN_MFA")).default([]),
});
