import { createHmac, randomInt } from "node:crypto";
import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  type AdminInitiateAuthCommandOutput,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  type AuthenticationResultType,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  type CreateUserPoolClientCommandInput,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  SetUserPoolMfaConfigCommand,
  VerifySoftwareTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { Secret, TOTP } from "otpauth";
import { vi } from "vitest";
import { type CognitoService, createCognito } from "../../../local/cognito/cognito-service.ts";
import type { Mail } from "../../../local/cognito/messages.ts";
import type { TriggerEvent } from "../../../local/cognito/triggers.ts";
import type { CloudContext } from "../../../local/kernel/service.ts";
import { type ServicesUnderTest, startServices } from "../../support/one-service.ts";
import { allFlows, password, strictPool, temporaryPassword } from "./strict-pool.ts";

export const fixedCode = "424242";
export const stepMillis = 30_000;

export interface PoolUnderTest {
  readonly UserPoolId: string;
  readonly ClientId: string;
  readonly secret: string | undefined;
}

/**
 * Cognito on a port of its own, and the steps that most stories begin with. The machine's time stands still
 * meanwhile, so that locks and codes end when a story says so, however busy the machine is.
 */
export class CognitoUnderTest {
  readonly services: ServicesUnderTest;
  readonly cognito: CognitoService;
  readonly sdk: CognitoIdentityProviderClient;
  readonly mails: Mail[];

  private constructor(services: ServicesUnderTest, cognito: CognitoService, mails: Mail[]) {
    this.services = services;
    this.cognito = cognito;
    this.mails = mails;
    this.sdk = new CognitoIdentityProviderClient(services.client);
  }

  static async start({
    trigger = async (_functionArn, event) => event,
    ...options
  }: {
    trigger?: (functionArn: string, event: TriggerEvent) => Promise<TriggerEvent>;
    directory?: string;
    authorize?: CloudContext["authorize"];
  } = {}): Promise<CognitoUnderTest> {
    vi.useFakeTimers({ toFake: ["Date"] });
    const mails: Mail[] = [];
    const created: CognitoService[] = [];
    const services = await startServices((context) => {
      const deliver = (mail: Mail) => void mails.push(mail);
      created.push(createCognito(context, { deliver, trigger, makeCode: () => fixedCode }));
      return created;
    }, options);
    const [cognito] = created;
    if (!cognito) throw new Error("No service was created.");
    return new CognitoUnderTest(services, cognito, mails);
  }

  async stop(options?: { keep: boolean }): Promise<void> {
    this.sdk.destroy();
    await this.services.stop(options);
    vi.useRealTimers();
  }

  get now(): number {
    return this.services.clock.millis();
  }

  /** Moves the cloud's clock, and the one the SDK signs by. */
  advance(milliseconds: number): void {
    this.services.clock.advance(milliseconds);
    this.sdk.config.systemClockOffset += milliseconds;
  }

  async aPool({
    pool = {},
    client = {},
  }: {
    pool?: Partial<CreateUserPoolCommandInput>;
    client?: Partial<CreateUserPoolClientCommandInput>;
  } = {}): Promise<PoolUnderTest> {
    const definition = { ...strictPool, ...pool };
    const { UserPool } = await this.sdk.send(new CreateUserPoolCommand(definition));
    const UserPoolId = UserPool?.Id ?? "";
    if (definition.MfaConfiguration !== "OFF") {
      await this.sdk.send(
        new SetUserPoolMfaConfigCommand({
          UserPoolId,
          MfaConfiguration: definition.MfaConfiguration,
          SoftwareTokenMfaConfiguration: { Enabled: true },
        }),
      );
    }
    const { UserPoolClient } = await this.sdk.send(
      new CreateUserPoolClientCommand({
        UserPoolId,
        ClientName: "web",
        ExplicitAuthFlows: [...allFlows],
        PreventUserExistenceErrors: "ENABLED",
        AccessTokenValidity: 15,
        TokenValidityUnits: { AccessToken: "minutes" },
        ...client,
      }),
    );
    return {
      UserPoolId,
      ClientId: UserPoolClient?.ClientId ?? "",
      secret: UserPoolClient?.ClientSecret,
    };
  }

  /** An imported user with a permanent password and a verified address. @returns the username, 18 digits */
  async aUser(
    { UserPoolId }: PoolUnderTest,
    { temporary = false }: { temporary?: boolean } = {},
  ): Promise<string> {
    const Username = String(randomInt(1e8, 1e9)).padEnd(18, "7");
    await this.sdk.send(
      new AdminCreateUserCommand({
        UserPoolId,
        Username,
        TemporaryPassword: temporaryPassword,
        MessageAction: "SUPPRESS",
        UserAttributes: [
          { Name: "email", Value: "siti@example.test" },
          { Name: "email_verified", Value: "true" },
          { Name: "custom:unit", Value: "U1" },
        ],
      }),
    );
    if (!temporary) await this.setPassword(UserPoolId, Username, password);
    return Username;
  }

  async setPassword(UserPoolId: string, Username: string, Password: string): Promise<void> {
    await this.sdk.send(
      new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }),
    );
  }

  /** The password step. */
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

  /** An unsigned call as bytes. */
  async post(operation: string, input: unknown): Promise<{ status: number; body: string }> {
    const response = await fetch(this.services.endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify(input),
    });
    return { status: response.status, body: await response.text() };
  }
}

export function secretHash(secret: string, username: string, clientId: string): string {
  return createHmac("sha256", secret).update(`${username}${clientId}`).digest("base64");
}

export function claimsOf(token: string | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from(token?.split(".")[1] ?? "", "base64url").toString());
}
