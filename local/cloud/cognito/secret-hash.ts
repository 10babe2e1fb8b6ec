import { createHmac } from "node:crypto";
import { equal } from "../kernel/sigv4.ts";
import { notAuthorized } from "./errors.ts";
import type { Client } from "./user-pool.ts";

/**
 * Checks SECRET_HASH: base64 HMAC-SHA256 of username + client id under the client's secret.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
 * @param username exactly as the same call sends it
 * @throws AwsError NotAuthorizedException when it is missing, wrong, or sent for a client without a secret
 */
export function checkSecretHash(client: Client, username: string, hash: string | undefined): void {
  if (client.secret === undefined) {
    if (hash === undefined) return;
    throw notAuthorized(
      `Client ${client.id} is not configured with secret but SECRET_HASH was received`,
    );
  }
  if (hash === undefined) {
    throw notAuthorized(
      `Client ${client.id} is configured with secret but SECRET_HASH was not received`,
    );
  }
  const expected = createHmac("sha256", client.secret).update(`${username}${client.id}`);
  if (!equal(expected.digest("base64"), hash)) {
    throw notAuthorized(`SecretHash does not match for the client: ${client.id}`);
  }
}

/** Whether a caller of RevokeToken or GetTokensFromRefreshToken, who sends the secret itself, has it. */
export function hasClientSecret(client: Client, secret: string | undefined): boolean {
  if (client.secret === undefined) return secret === undefined;
  return secret !== undefined && equal(client.secret, secret);
}
