import type { CreateUserPoolCommandInput } from "@aws-sdk/client-cognito-identity-provider";

export const password = "Str0ng-Passw0rd!2";
export const temporaryPassword = "Temp-Passw0rd!1";

/** A pool like the product's: TOTP required, imported users, strict passwords. */
export const strictPool = {
  PoolName: "employees",
  MfaConfiguration: "ON",
  Policies: {
    PasswordPolicy: {
      MinimumLength: 12,
      RequireLowercase: true,
      RequireUppercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      TemporaryPasswordValidityDays: 1,
    },
  },
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  AutoVerifiedAttributes: ["email"],
  UsernameConfiguration: { CaseSensitive: false },
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
  Schema: [{ Name: "unit", AttributeDataType: "String", Mutable: true }],
} satisfies CreateUserPoolCommandInput;

export const allFlows = [
  "ALLOW_USER_PASSWORD_AUTH",
  "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  "ALLOW_REFRESH_TOKEN_AUTH",
] as const;

/** MFA off: the password is all. */
export const passwordOnly = { pool: { MfaConfiguration: "OFF" } } as const;

/** Users have a unit, which may change, and a short code, which may not. */
export const poolWithAttributes = {
  pool: {
    MfaConfiguration: "OFF",
    Schema: [
      { Name: "unit", AttributeDataType: "String" },
      { Name: "code", Mutable: false, StringAttributeConstraints: { MaxLength: "4" } },
    ],
  },
} satisfies { pool: Partial<CreateUserPoolCommandInput> };
