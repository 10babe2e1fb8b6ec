import { createHmac } from "node:crypto";
import {
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  type AssociateSoftwareTokenCommandOutput,
  type CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  EnableSoftwareTokenMFAException,
  VerifySoftwareTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Clock } from "#shared/runtime/clock.ts";
import { totpCode } from "../cloud/cognito/totp.ts";

/** Every activated demo account's password. */
export const demoPassword = "Demo-Kartu-2026!";
/** What they call their authenticator. */
export const demoDevice = "Demo";

/** Does what a holder does once with a new account, without mailbox and browser. */
export class DemoLogin {
  readonly #cognito: CognitoIdentityProviderClient;
  readonly #poolId: string;
  readonly #clientId: string;
  readonly #clock: Clock;
  #secret: Promise<string> | undefined;

  constructor(
    cognito: CognitoIdentityProviderClient,
    poolId: string,
    clientId: string,
    clock: Clock,
  ) {
    this.#cognito = cognito;
    this.#poolId = poolId;
    this.#clientId = clientId;
    this.#clock = clock;
  }

  async activate(nip: string): Promise<void> {
    await this.#cognito.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: this.#poolId,
        Username: nip,
        Password: demoPassword,
        Permanent: true,
      }),
    );
  }

  /** Registers an authenticator, unless the account has one. @returns its key, base32 */
  async enrol(nip: string): Promise<string | undefined> {
    const { ChallengeName, Session } = await this.#cognito.send(
      new AdminInitiateAuthCommand({
        UserPoolId: this.#poolId,
        ClientId: this.#clientId,
        AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
        AuthParameters: {
          USERNAME: nip,
          PASSWORD: demoPassword,
          SECRET_HASH: await this.#secretHash(nip),
        },
      }),
    );
    if (ChallengeName !== "MFA_SETUP") return undefined;
    const token = await this.#cognito.send(new AssociateSoftwareTokenCommand({ Session }));
    // The code of the step before is right too, so the present one can be used for the first login.
    const before = await this.#verify(token, -30_000);
    // If a step ended between making and checking the code, the session is still open for another try.
    if (!before) await this.#verify(token, 0);
    return token.SecretCode;
  }

  async #verify(
    { SecretCode = "", Session }: AssociateSoftwareTokenCommandOutput,
    offset: number,
  ): Promise<boolean> {
    const UserCode = totpCode(SecretCode, this.#clock.now().getTime() + offset);
    try {
      await this.#cognito.send(
        new VerifySoftwareTokenCommand({ Session, UserCode, FriendlyDeviceName: demoDevice }),
      );
      return true;
    } catch (error) {
      if (error instanceof EnableSoftwareTokenMFAException) return false;
      throw error;
    }
  }

  async #secretHash(nip: string): Promise<string> {
    this.#secret ??= this.#clientSecret();
    return createHmac("sha256", await this.#secret)
      .update(`${nip}${this.#clientId}`)
      .digest("base64");
  }

  async #clientSecret(): Promise<string> {
    const { UserPoolClient } = await this.#cognito.send(
      new DescribeUserPoolClientCommand({ UserPoolId: this.#poolId, ClientId: this.#clientId }),
    );
    return UserPoolClient?.ClientSecret ?? "";
  }
}
