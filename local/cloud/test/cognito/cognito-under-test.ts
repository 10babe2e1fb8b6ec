import { randomInt } from "node:crypto";
import {
  AdminCreateUserCommand,
  type AdminCreateUserCommandInput,
  type AdminCreateUserCommandOutput,
  AdminInitiateAuthCommand,
  type AdminInitiateAuthCommandOutput,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  type AuthenticationResultType,
  InitiateAuthCommand,
  type InitiateAuthCommandOutput,
  VerifySoftwareTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll } from "vitest";
import { EmbeddedCognito } from "./embedded-cognito.ts";
import {
  createPool,
  type PoolDefinition,
  type PoolUnderTest,
  secretHash,
} from "./pool-under-test.ts";
import { password, temporaryPassword } from "./strict-pool.ts";

export const stepMillis = 30_000;

/** The refusal of a code that was used before, or is older than the last used. */
export const replayedCode = {
  name: "ExpiredCodeException",
  message: "Your software token has already been used once.",
};

/**
 * Cognito for the tests of the file that calls this, with one pool. Both can be used from the first test on, and are
 * gone after the last.
 * @param definition how the pool differs from the strict one
 */
export function cognitoForThisFile(definition?: PoolDefinition): {
  cloud: CognitoUnderTest;
  pool: PoolUnderTest;
} {
  const cloud = new CognitoUnderTest();
  // Filled in by the hook: tests close over what is given here.
  const pool: PoolUnderTest = { UserPoolId: "", ClientId: "", secret: undefined };
  beforeAll(async () => {
    await cloud.start();
    Object.assign(pool, await cloud.aPool(definition));
  });
  afterAll(() => cloud.stop());
  return { cloud, pool };
}

/** Cognito, and the steps that most stories begin with. */
export class CognitoUnderTest extends EmbeddedCognito {
  aPool(definition?: PoolDefinition): Promise<PoolUnderTest> {
    return createPool(this.sdk, definition);
  }

  /** An administrator imports a user, who has a temporary password and gets no mail unless told. */
  createUser(
    { UserPoolId }: PoolUnderTest,
    Username: string,
    input: Partial<AdminCreateUserCommandInput> = {},
  ): Promise<AdminCreateUserCommandOutput> {
    return this.sdk.send(
      new AdminCreateUserCommand({
        UserPoolId,
        Username,
        TemporaryPassword: temporaryPassword,
        MessageAction: "SUPPRESS",
        ...input,
      }),
    );
  }

  /** An imported user with a permanent password and a verified address. @returns the username, 18 digits */
  async aUser(
    pool: PoolUnderTest,
    { temporary = false }: { temporary?: boolean } = {},
  ): Promise<string> {
    const username = String(randomInt(1e8, 1e9)).padEnd(18, "7");
    await this.createUser(pool, username, {
      UserAttributes: [
        { Name: "email", Value: "siti@example.test" },
        { Name: "email_verified", Value: "true" },
        { Name: "custom:unit", Value: "U1" },
      ],
    });
    if (!temporary) await this.setPassword(pool.UserPoolId, username, password);
    return username;
  }

  /** A user of a pool that asks for a password alone, and the tokens of the first sign-in. */
  async aSignedInUser(
    pool: PoolUnderTest,
  ): Promise<{ username: string; tokens: AuthenticationResultType }> {
    const username = await this.aUser(pool);
    const { AuthenticationResult = {} } = await this.login(pool, username);
    return { username, tokens: AuthenticationResult };
  }

  /** A user of a pool that requires TOTP, whose authenticator is set up. */
  async aUserWithTotp(pool: PoolUnderTest): Promise<{ username: string; secret: string }> {
    const username = await this.aUser(pool);
    return { username, secret: await this.setUpTotp(pool, username) };
  }

  async setPassword(UserPoolId: string, Username: string, Password: string): Promise<void> {
    await this.sdk.send(
      new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }),
    );
  }

  /** The password step, as anyone may take it. */
  initiate(
    { ClientId }: PoolUnderTest,
    USERNAME: string,
    PASSWORD: string,
  ): Promise<InitiateAuthCommandOutput> {
    return this.sdk.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: "USER_PASSWORD_AUTH",
        AuthParameters: { USERNAME, PASSWORD },
      }),
    );
  }

  /** The password step, as a server takes it. */
  login(
    { UserPoolId, ClientId, secret }: PoolUnderTest,
    USERNAME: string,
    PASSWORD = password,
  ): Promise<AdminInitiateAuthCommandOutput> {
    return this.sdk.send(
      new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId,
        AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
        AuthParameters: {
          USERNAME,
          PASSWORD,
          ...(secret ? { SECRET_HASH: secretHash(secret, USERNAME, ClientId) } : {}),
        },
      }),
    );
  }

  /** The code step. */
  async answerTotp(
    { UserPoolId, ClientId }: PoolUnderTest,
    USERNAME: string,
    Session: string | undefined,
    SOFTWARE_TOKEN_MFA_CODE: string,
  ): Promise<AuthenticationResultType> {
    const { AuthenticationResult } = await this.sdk.send(
      new AdminRespondToAuthChallengeCommand({
        UserPoolId,
        ClientId,
        ChallengeName: "SOFTWARE_TOKEN_MFA",
        Session,
        ChallengeResponses: { USERNAME, SOFTWARE_TOKEN_MFA_CODE },
      }),
    );
    return AuthenticationResult ?? {};
  }

  /** Registers an authenticator in a sign-in that asks for it, and moves on so that its code is fresh. */
  async setUpTotp(pool: PoolUnderTest, username: string): Promise<string> {
    const { Session } = await this.login(pool, username);
    const given = await this.sdk.send(new AssociateSoftwareTokenCommand({ Session }));
    const secret = given.SecretCode ?? "";
    await this.sdk.send(
      new VerifySoftwareTokenCommand({
        Session: given.Session,
        UserCode: this.code(secret),
        FriendlyDeviceName: "phone",
      }),
    );
    this.advance(stepMillis);
    return secret;
  }

  /** A whole sign-in of a user who has an authenticator. */
  async signIn(
    pool: PoolUnderTest,
    username: string,
    secret: string,
  ): Promise<AuthenticationResultType> {
    const { Session } = await this.login(pool, username);
    const tokens = await this.answerTotp(pool, username, Session, this.code(secret));
    this.advance(stepMillis);
    return tokens;
  }

  /** What an authenticator app shows now, by another implementation than ours. */
  code(secret: string, skewMillis = 0): string {
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    return totp.generate({ timestamp: this.now + skewMillis });
  }
}

export function claimsOf(token: string | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from(token?.split(".")[1] ?? "", "base64url").toString());
}
