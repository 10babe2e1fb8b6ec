/** What an app client may be defined with. Everything the embedded cloud does not act upon is refused by name. */
import * as z from "zod";
import { invalidParameter } from "./errors.ts";
import { withoutEffect } from "./operation.ts";

const timeUnit = z.enum(["seconds", "minutes", "hours", "days"]);
const unitSeconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
const daySeconds = unitSeconds.days;

/** The input of CreateUserPoolClient without its pool. */
export const clientDefinition = z.strictObject({
  ClientName: z.string().min(1).max(128),
  GenerateSecret: z.boolean().default(false),
  RefreshTokenValidity: z.int().min(0).optional(),
  AccessTokenValidity: z.int().min(1).optional(),
  IdTokenValidity: z.int().min(1).optional(),
  TokenValidityUnits: z
    .strictObject({
      AccessToken: timeUnit.optional(),
      IdToken: timeUnit.optional(),
      RefreshToken: timeUnit.optional(),
    })
    .prefault({}),
  /** Attributes that ID tokens and GetUser show; all when not given. */
  ReadAttributes: z.array(z.string()).optional(),
  WriteAttributes: withoutEffect, // the operations it governs (SignUp, UpdateUserAttributes) are not emulated
  ExplicitAuthFlows: z
    .array(
      z.enum([
        "ALLOW_ADMIN_USER_PASSWORD_AUTH",
        "ALLOW_USER_PASSWORD_AUTH",
        "ALLOW_USER_SRP_AUTH",
        "ALLOW_REFRESH_TOKEN_AUTH",
        // May be allowed; the flows themselves are refused.
        "ALLOW_CUSTOM_AUTH",
        "ALLOW_USER_AUTH",
      ]),
    )
    .default(["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_CUSTOM_AUTH"]),
  SupportedIdentityProviders: z.array(z.literal("COGNITO")).optional(),
  PreventUserExistenceErrors: z.enum(["ENABLED", "LEGACY"]).default("LEGACY"),
  EnableTokenRevocation: z.literal(true).default(true),
  /** Minutes. */
  AuthSessionValidity: z.int().min(3).max(15).default(3),
  RefreshTokenRotation: z
    .strictObject({
      Feature: z.enum(["ENABLED", "DISABLED"]),
      RetryGracePeriodSeconds: z.int().min(0).max(60).default(0),
    })
    .optional(),
  // There is no hosted sign-in page, so nothing of OAuth happens.
  CallbackURLs: withoutEffect,
  LogoutURLs: withoutEffect,
  DefaultRedirectURI: withoutEffect,
  AllowedOAuthFlows: withoutEffect,
  AllowedOAuthScopes: withoutEffect,
  AllowedOAuthFlowsUserPoolClient: withoutEffect,
  // Data about the caller, for statistics and threat protection.
  AnalyticsConfiguration: withoutEffect,
  EnablePropagateAdditionalUserContextData: withoutEffect,
});

export type ClientDefinition = z.output<typeof clientDefinition>;

/** How long a client's tokens live, in seconds. */
export interface TokenLifetimes {
  readonly access: number;
  readonly id: number;
  readonly refresh: number;
}

export function tokenLifetimes(definition: ClientDefinition): TokenLifetimes {
  const { TokenValidityUnits: units } = definition;
  return {
    access: (definition.AccessTokenValidity ?? 1) * unitSeconds[units.AccessToken ?? "hours"],
    id: (definition.IdTokenValidity ?? 1) * unitSeconds[units.IdToken ?? "hours"],
    // AWS reads 0 as its default of 30 days.
    refresh: (definition.RefreshTokenValidity || 30) * unitSeconds[units.RefreshToken ?? "days"],
  };
}

export function rotatesRefreshTokens({ RefreshTokenRotation }: ClientDefinition): boolean {
  return RefreshTokenRotation?.Feature === "ENABLED";
}

/** Rules between members. @throws AwsError InvalidParameterException */
export function checkClientDefinition(definition: ClientDefinition): ClientDefinition {
  const { access, id, refresh } = tokenLifetimes(definition);
  const short = [access, id].every((seconds) => seconds >= 300 && seconds <= daySeconds);
  if (!short || refresh < 3600 || refresh > 3650 * daySeconds || refresh < access) {
    throw invalidParameter("Invalid range for token validity.");
  }
  if (
    rotatesRefreshTokens(definition) &&
    definition.ExplicitAuthFlows.includes("ALLOW_REFRESH_TOKEN_AUTH")
  ) {
    throw invalidParameter(
      "Refresh token rotation and ALLOW_REFRESH_TOKEN_AUTH cannot be enabled together.",
    );
  }
  // Seen of AWS, documented nowhere: aws/aws-cdk, issue 7625.
  if (
    !rotatesRefreshTokens(definition) &&
    !definition.ExplicitAuthFlows.includes("ALLOW_REFRESH_TOKEN_AUTH")
  ) {
    throw invalidParameter("REFRESH_TOKEN_AUTH should always be allowed.");
  }
  return definition;
}
