/** Forgotten passwords: the request, the code, and the administrator's reset. */
import * as z from "zod";
import type { Dependencies } from "./dependencies.ts";
import { invalidParameter, notAuthorized, userDisabled, userNotFound } from "./errors.ts";
import { maskedAddress, simulatedAddress } from "./messages.ts";
import { type Operations, operation, withoutEffect } from "./operation.ts";
import { changedPassword, checkPasswordPolicy } from "./passwords.ts";
import { checkSecretHash } from "./secret-hash.ts";
import { countedName } from "./sign-in.ts";
import type { User } from "./user.ts";
import { type Client, hidesUserExistence, type Pool } from "./user-pool.ts";

const forgotPassword = z.strictObject({
  ClientId: z.string(),
  SecretHash: z.string().optional(),
  Username: z.string(),
  ClientMetadata: withoutEffect,
  // Data about the caller, for statistics and threat protection.
  AnalyticsMetadata: withoutEffect,
  UserContextData: withoutEffect,
});

const confirmForgotPassword = forgotPassword.extend({
  ConfirmationCode: z.string(),
  Password: z.string(),
});

const adminResetUserPassword = z.strictObject({
  UserPoolId: z.string(),
  Username: z.string(),
  ClientMetadata: withoutEffect,
});

/** Long: a closure, of which each function fits a screen. */
export function forgotPasswordOperations(dependencies: Dependencies): Operations {
  const { context, directory, attempts, resetCodes } = dependencies;

  const identify = (input: {
    ClientId: string;
    Username: string;
    SecretHash?: string | undefined;
  }) => {
    const client = directory.client(input.ClientId);
    checkSecretHash(client, input.Username, input.SecretHash);
    const pool = directory.pool(client.poolId);
    const user = directory.findUser(pool, input.Username);
    return { client, pool, user, name: countedName(pool, input.Username, user) };
  };

  return {
    ForgotPassword: operation(forgotPassword, async (input) => {
      const { client, pool, user, name } = identify(input);
      attempts.spend(pool.id, name);
      const recoverable = recoverableUser(pool, client, user);
      if (recoverable) {
        await sendResetCode(dependencies, pool, recoverable);
      } else {
        resetCodes.simulate(pool.id, name);
      }
      return {
        CodeDeliveryDetails: {
          AttributeName: "email",
          DeliveryMedium: "EMAIL",
          Destination: maskedAddress(recoverable?.attributes.email ?? simulatedAddress(pool, name)),
        },
      };
    }),

    ConfirmForgotPassword: operation(confirmForgotPassword, (input) => {
      const { client, pool, user, name } = identify(input);
      if (!user && !hidesUserExistence(client)) throw userNotFound();
      attempts.spend(pool.id, name);
      const owner = resetCodes.check(pool.id, name, user, input.ConfirmationCode);
      checkPasswordPolicy(pool, input.Password);
      const now = context.clock.millis();
      const passwords = changedPassword(pool, owner, input.Password, { now, permanent: true });
      context.store.transaction(() => {
        resetCodes.delete(pool.id, name);
        directory.changeUser(pool, owner.username, () => ({ ...passwords, status: "CONFIRMED" }));
      });
      return {};
    }),
  };
}

export function adminResetPasswordOperations(dependencies: Dependencies): Operations {
  const { directory } = dependencies;
  return {
    AdminResetUserPassword: operation(adminResetUserPassword, async (input) => {
      const pool = directory.pool(input.UserPoolId);
      const user = directory.user(pool, input.Username);
      requireResettable(user);
      const reset = directory.changeUser(pool, user.username, () => ({ status: "RESET_REQUIRED" }));
      await sendResetCode(dependencies, pool, reset);
      return {};
    }),
  };
}

/**
 * @returns undefined for a user who does not exist, is disabled or has no verified address, where the client does not tell so
 * («Managing user existence error responses», Amazon Cognito Developer Guide)
 */
function recoverableUser(pool: Pool, client: Client, user: User | undefined): User | undefined {
  const mechanisms = pool.definition.AccountRecoverySetting?.RecoveryMechanisms ?? [];
  if (mechanisms.some(({ Name }) => Name === "admin_only")) {
    throw notAuthorized("Contact administrator to reset password.");
  }
  if (!user?.enabled) {
    if (hidesUserExistence(client)) return undefined;
    throw user ? userDisabled() : userNotFound();
  }
  if (hidesUserExistence(client) && !hasVerifiedEmail(user)) return undefined;
  requireResettable(user);
  return user;
}

function hasVerifiedEmail({ attributes }: User): boolean {
  return attributes.email !== undefined && attributes.email_verified === "true";
}

function requireResettable(user: User): void {
  if (user.status === "FORCE_CHANGE_PASSWORD") {
    throw notAuthorized("User password cannot be reset in the current state.");
  }
  if (!hasVerifiedEmail(user)) {
    throw invalidParameter(
      "Cannot reset password for the user as there is no registered/verified email or phone_number",
    );
  }
}

/** Keeps a new code, which replaces an older one, and mails it. */
async function sendResetCode(dependencies: Dependencies, pool: Pool, user: User): Promise<void> {
  const code = dependencies.makeCode();
  dependencies.resetCodes.issue(pool.id, user, code);
  await dependencies.messages.send({ kind: "ForgotPassword", pool, user, code });
}
