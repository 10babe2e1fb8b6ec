/** Setting up, choosing and taking away TOTP as a second factor. */
import * as z from "zod";
import { AwsError } from "../kernel/service.ts";
import type { Dependencies } from "./dependencies.ts";
import { invalidParameter } from "./errors.ts";
import { type Operations, operation } from "./operation.ts";
import { readSession } from "./sign-in.ts";
import { readAccessToken } from "./tokens.ts";
import { matchingStep, newTotpSecret } from "./totp.ts";
import type { SoftwareToken, User } from "./user.ts";
import type { Pool } from "./user-pool.ts";

const associate = z.strictObject({
  AccessToken: z.string().optional(),
  Session: z.string().optional(),
});

const verify = associate.extend({
  UserCode: z.string().regex(/^\d{6}$/, "Member must be six digits"),
  FriendlyDeviceName: z.string().max(131_072).default(""),
});

/** Other factors are not emulated: turning one off changes nothing, turning one on is refused. */
const otherFactor = z
  .strictObject({ Enabled: z.literal(false).optional(), PreferredMfa: z.literal(false).optional() })
  .optional();

const preferences = {
  SoftwareTokenMfaSettings: z
    .strictObject({ Enabled: z.boolean().default(false), PreferredMfa: z.boolean().optional() })
    .optional(),
  SMSMfaSettings: otherFactor,
  EmailMfaSettings: otherFactor,
  WebAuthnMfaSettings: otherFactor,
};

const user = z.strictObject({ UserPoolId: z.string(), Username: z.string() });

export function softwareTokenOperations(dependencies: Dependencies): Operations {
  return {
    AssociateSoftwareToken: operation(associate, ({ AccessToken, Session }) =>
      AccessToken === undefined
        ? associateInSignIn(dependencies, Session)
        : associateSignedIn(dependencies, AccessToken),
    ),

    VerifySoftwareToken: operation(verify, ({ AccessToken, Session, ...proof }) =>
      AccessToken === undefined
        ? verifyInSignIn(dependencies, Session, proof)
        : verifySignedIn(dependencies, AccessToken, proof),
    ),

    SetUserMFAPreference: operation(
      z.strictObject({ AccessToken: z.string(), ...preferences }),
      ({ AccessToken, SoftwareTokenMfaSettings }) => {
        const signedIn = readAccessToken(dependencies, AccessToken);
        return setPreference(dependencies, signedIn.pool, signedIn.user, SoftwareTokenMfaSettings);
      },
    ),
  };
}

export function adminSoftwareTokenOperations(dependencies: Dependencies): Operations {
  const { directory } = dependencies;
  return {
    AdminSetUserMFAPreference: operation(
      user.extend(preferences),
      ({ UserPoolId, Username, SoftwareTokenMfaSettings }) => {
        const pool = directory.pool(UserPoolId);
        return setPreference(
          dependencies,
          pool,
          directory.user(pool, Username),
          SoftwareTokenMfaSettings,
        );
      },
    ),

    /** Where the pool requires MFA, the user's next sign-in answers MFA_SETUP. */
    AdminDeleteSoftwareToken: operation(user, ({ UserPoolId, Username }) => {
      directory.changeUser(directory.pool(UserPoolId), Username, () => ({
        softwareToken: undefined,
        pendingSecret: undefined,
        prefersSoftwareToken: false,
      }));
      return {};
    }),
  };
}

type Proof = Omit<z.output<typeof verify>, "AccessToken" | "Session">;

function associateInSignIn(
  dependencies: Dependencies,
  token: string | undefined,
): Record<string, unknown> {
  const { session, pool, client, user } = readSession(dependencies, token, "MFA_SETUP");
  requireSoftwareTokens(pool);
  const secret = newTotpSecret();
  return dependencies.context.store.transaction(() => {
    dependencies.sessions.consume(session);
    const { username, sub } = user;
    return {
      SecretCode: secret,
      Session: dependencies.sessions.open(client, {
        step: "MFA_SETUP_VERIFY",
        username,
        sub,
        secret,
      }),
    };
  });
}

function associateSignedIn(
  dependencies: Dependencies,
  accessToken: string,
): Record<string, unknown> {
  const { pool, user } = readAccessToken(dependencies, accessToken);
  requireSoftwareTokens(pool);
  const secret = newTotpSecret();
  dependencies.directory.changeUser(pool, user.username, () => ({ pendingSecret: secret }));
  return { SecretCode: secret };
}

function verifyInSignIn(
  dependencies: Dependencies,
  token: string | undefined,
  proof: Proof,
): Record<string, unknown> {
  // What another sign-in of this user has set up meanwhile is replaced: «Amazon Cognito disassociates an existing software token when
  // you verify the new token» («AssociateSoftwareToken», Cognito User Pools API Reference).
  const { session, pool, client, user } = readSession(dependencies, token, "MFA_SETUP_VERIFY");
  const softwareToken = provedToken(dependencies, session.secret, proof);
  return dependencies.context.store.transaction(() => {
    dependencies.sessions.consume(session);
    dependencies.directory.changeUser(pool, user.username, () => ({
      softwareToken,
      prefersSoftwareToken: true,
    }));
    const { username, sub } = user;
    return {
      Status: "SUCCESS",
      Session: dependencies.sessions.open(client, { step: "MFA_SETUP_DONE", username, sub }),
    };
  });
}

/** In a pool that leaves MFA optional the user must still choose it, with SetUserMFAPreference. */
function verifySignedIn(
  dependencies: Dependencies,
  accessToken: string,
  proof: Proof,
): Record<string, unknown> {
  const { pool, user } = readAccessToken(dependencies, accessToken);
  const softwareToken = provedToken(dependencies, user.pendingSecret, proof);
  dependencies.directory.changeUser(pool, user.username, () => ({
    softwareToken,
    pendingSecret: undefined,
  }));
  return { Status: "SUCCESS" };
}

/** @throws AwsError EnableSoftwareTokenMFAException unless the code is one of the secret's */
function provedToken(
  dependencies: Dependencies,
  secret: string | undefined,
  proof: Proof,
): SoftwareToken {
  const now = dependencies.context.clock.millis();
  const lastStep = secret === undefined ? undefined : matchingStep(secret, proof.UserCode, now);
  if (secret === undefined || lastStep === undefined) {
    throw new AwsError("EnableSoftwareTokenMFAException", "Code mismatch");
  }
  return { secret, lastStep, deviceName: proof.FriendlyDeviceName };
}

/** Where the pool requires MFA, turning it off is answered with success and changes nothing, as on AWS. */
function setPreference(
  { directory }: Dependencies,
  pool: Pool,
  user: User,
  settings: { Enabled: boolean } | undefined,
): Record<string, never> {
  if (settings?.Enabled && !user.softwareToken) {
    throw invalidParameter("User has not verified software token mfa");
  }
  if (settings) {
    directory.changeUser(pool, user.username, () => ({ prefersSoftwareToken: settings.Enabled }));
  }
  return {};
}

function requireSoftwareTokens(pool: Pool): void {
  if (!pool.softwareTokens) {
    throw new AwsError(
      "SoftwareTokenMFANotFoundException",
      "Software Token MFA has not been enabled by the userPool.",
    );
  }
}
