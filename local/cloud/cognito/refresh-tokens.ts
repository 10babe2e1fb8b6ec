/** New tokens for old: GetTokensFromRefreshToken, RevokeToken, and the refresh flow of InitiateAuth. */
import * as z from "zod";
import { AwsError } from "../kernel/service.ts";
import { rotatesRefreshTokens } from "./client-definition.ts";
import type { Dependencies } from "./dependencies.ts";
import { invalidParameter, notAuthorized, userDisabled } from "./errors.ts";
import { type Operations, operation, withoutEffect } from "./operation.ts";
import { hasClientSecret } from "./secret-hash.ts";
import { type AuthenticationResult, makeTokens } from "./tokens.ts";
import type { User } from "./user.ts";
import type { Client, Pool } from "./user-pool.ts";

const getTokensFromRefreshToken = z.strictObject({
  RefreshToken: z.string(),
  ClientId: z.string(),
  ClientSecret: z.string().optional(),
  ClientMetadata: withoutEffect,
});

const revokeToken = z.strictObject({
  Token: z.string(),
  ClientId: z.string(),
  ClientSecret: z.string().optional(),
  // There are no sessions of a hosted sign-in page to end with it.
  RevokeAssociatedSessions: z.enum(["NONE", "LINKED"]).optional(),
});

export function refreshTokenOperations(dependencies: Dependencies): Operations {
  const { directory, signIns } = dependencies;
  return {
    GetTokensFromRefreshToken: operation(getTokensFromRefreshToken, (input) => {
      const client = directory.client(input.ClientId);
      if (!hasClientSecret(client, input.ClientSecret)) {
        throw notAuthorized(`Unable to verify client secret for client ${client.id}`);
      }
      const { definition } = client;
      if (
        !rotatesRefreshTokens(definition) &&
        !definition.ExplicitAuthFlows.includes("ALLOW_REFRESH_TOKEN_AUTH")
      ) {
        throw invalidParameter("REFRESH_TOKEN_AUTH flow not enabled for this client");
      }
      const result = refreshTokens(dependencies, {
        pool: directory.pool(client.poolId),
        client,
        token: input.RefreshToken,
      });
      return { AuthenticationResult: result };
    }),

    RevokeToken: operation(revokeToken, (input) => {
      const client = directory.client(input.ClientId);
      if (!hasClientSecret(client, input.ClientSecret)) {
        throw new AwsError("UnauthorizedException", "Unauthorized client");
      }
      if (input.Token.split(".").length === 3) {
        throw new AwsError("UnsupportedTokenTypeException", "Unsupported token type");
      }
      signIns.revoke(input.Token, client);
      return {};
    }),
  };
}

/**
 * @param checkUser a further check, once the token has told whose it is
 * @returns tokens, with a new refresh token where the client rotates them; it ends when the old one would have
 */
export function refreshTokens(
  dependencies: Dependencies,
  {
    pool,
    client,
    token,
    checkUser,
  }: {
    pool: Pool;
    client: Client;
    token: string;
    checkUser?: (user: User) => void;
  },
): AuthenticationResult {
  const grace = client.definition.RefreshTokenRotation?.RetryGracePeriodSeconds ?? 0;
  const { signIn, expiresAt } = dependencies.signIns.ofRefreshToken(token, client, grace);
  const user = dependencies.directory.findUser(pool, signIn.username);
  if (!user) throw notAuthorized("Invalid Refresh Token");
  checkUser?.(user);
  if (!user.enabled) throw userDisabled();
  if (!dependencies.signIns.isLive(signIn.originJti, user)) {
    throw notAuthorized("Refresh Token has been revoked");
  }
  const rotates = rotatesRefreshTokens(client.definition);
  if (rotates) dependencies.signIns.markRotated(token);
  const tokens = makeTokens(dependencies, {
    pool,
    client,
    user,
    signIn,
  });
  return rotates
    ? { ...tokens, RefreshToken: dependencies.signIns.addRefreshToken(signIn, expiresAt) }
    : tokens;
}
