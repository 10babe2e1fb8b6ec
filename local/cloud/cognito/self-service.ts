/** What a signed-in user does with the own account, and the sign-up that these pools do not offer. */
import * as z from "zod";
import { AwsError } from "../kernel/service.ts";
import type { Dependencies } from "./dependencies.ts";
import { notAuthorized, wrongCredentials } from "./errors.ts";
import { type Operations, operation } from "./operation.ts";
import { changedPassword, checkPasswordPolicy, passwordMatches } from "./passwords.ts";
import { checkSecretHash } from "./secret-hash.ts";
import { readAccessToken, readableAttributes } from "./tokens.ts";
import { attributeList, mfaView } from "./user.ts";

const signedIn = z.strictObject({ AccessToken: z.string() });

const changePassword = signedIn.extend({
  PreviousPassword: z.string(),
  ProposedPassword: z.string(),
});

/** Nothing is done with the rest of a sign-up, so the rest is not looked at. */
const signUp = z.looseObject({
  ClientId: z.string(),
  Username: z.string(),
  SecretHash: z.string().optional(),
});

/** Long: a closure, of which each function fits a screen. */
export function selfServiceOperations(dependencies: Dependencies): Operations {
  const { attempts, directory, context, lockout } = dependencies;
  return {
    GetUser: operation(signedIn, ({ AccessToken }) => {
      const { pool, client, user } = readAccessToken(dependencies, AccessToken);
      return {
        Username: user.username,
        UserAttributes: attributeList({
          sub: user.sub,
          attributes: readableAttributes(client, user),
        }),
        ...mfaView(pool, user),
      };
    }),

    ChangePassword: operation(changePassword, (input) => {
      const { pool, user } = readAccessToken(dependencies, input.AccessToken);
      attempts.spend(pool.id, `${user.username}/change`);
      lockout.check(pool.id, user.username);
      if (!passwordMatches(pool, user, input.PreviousPassword)) {
        lockout.fail(pool.id, user.username);
        throw wrongCredentials();
      }
      checkPasswordPolicy(pool, input.ProposedPassword);
      const now = context.clock.millis();
      directory.changeUser(pool, user.username, (current) =>
        changedPassword(pool, current, input.ProposedPassword, { now, permanent: true }),
      );
      return {};
    }),

    GlobalSignOut: operation(signedIn, ({ AccessToken }) => {
      const { pool, user } = readAccessToken(dependencies, AccessToken);
      directory.changeUser(pool, user.username, ({ signOuts }) => ({ signOuts: signOuts + 1 }));
      return {};
    }),

    SignUp: operation(signUp, (input) => {
      const client = directory.client(input.ClientId);
      checkSecretHash(client, input.Username, input.SecretHash);
      const { AdminCreateUserConfig } = directory.pool(client.poolId).definition;
      if (AdminCreateUserConfig.AllowAdminCreateUserOnly) {
        throw notAuthorized("SignUp is not permitted for this user pool");
      }
      throw new AwsError(
        "UnknownOperationException",
        "The embedded cloud does not emulate SignUp: its pools must set AllowAdminCreateUserOnly.",
      );
    }),
  };
}

export function adminSignOutOperations({ directory }: Dependencies): Operations {
  const user = z.strictObject({ UserPoolId: z.string(), Username: z.string() });
  return {
    AdminUserGlobalSignOut: operation(user, ({ UserPoolId, Username }) => {
      directory.changeUser(directory.pool(UserPoolId), Username, ({ signOuts }) => ({
        signOuts: signOuts + 1,
      }));
      return {};
    }),
  };
}
