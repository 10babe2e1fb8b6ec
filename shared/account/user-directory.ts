import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AssociateSoftwareTokenCommand,
  type ChallengeNameType,
  ChangePasswordCommand,
  type CognitoIdentityProviderClient,
  RevokeTokenCommand,
  VerifySoftwareTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Nip } from "#shared/employee/nip.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import type { AppClientKey } from "./app-client-key.ts";
import { readTokens } from "./cognito-account.ts";
import {
  beneathRetries,
  isOneOf,
  refuse,
  refuseNewPassword,
  refusesCode,
  refusesSignIn,
  refusesStep,
  tellAccountLimit,
} from "./cognito-refusals.ts";
import { revokeSignIn } from "./revoke-sign-in.ts";
import type { SignedIn, Users } from "./users.ts";

/**
 * Who may sign in: Cognito. The user name is the NIP, the client is confidential and does only admin flows, so nobody
 * reaches Cognito around our captcha and limits. All refusals are alike here already, so that none tells who exists.
 */
export class UserDirectory implements Users {
  readonly #cognito: CognitoIdentityProviderClient;
  readonly #key: AppClientKey;

  constructor(cognito: CognitoIdentityProviderClient, key: AppClientKey) {
    this.#cognito = cognito;
    this.#key = key;
  }

  async checkPassword(
    nip: Nip,
    password: string,
  ): Promise<{ next: "code" | "enrolment"; cognitoSession: string }> {
    const SECRET_HASH = await this.#key.hashOf(nip);
    const { ChallengeName, Session: cognitoSession } = await this.#cognito
      .send(
        new AdminInitiateAuthCommand({
          UserPoolId: this.#key.poolId,
          ClientId: this.#key.clientId,
          AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
          AuthParameters: { USERNAME: nip, PASSWORD: password, SECRET_HASH },
        }),
      )
      .catch(refuse("login-refused", refusesSignIn));
    if (cognitoSession && ChallengeName === "SOFTWARE_TOKEN_MFA")
      return { next: "code", cognitoSession };
    if (cognitoSession && ChallengeName === "MFA_SETUP")
      return { next: "enrolment", cognitoSession };
    // Any other challenge belongs to an account that was not made by `createAccount`.
    throw new Unauthenticated("login-refused");
  }

  async checkCode(nip: Nip, cognitoSession: string, code: string): Promise<SignedIn> {
    const responses = { SOFTWARE_TOKEN_MFA_CODE: code };
    return await this.#answer("SOFTWARE_TOKEN_MFA", nip, cognitoSession, responses);
  }

  async newAuthenticatorKey(
    cognitoSession: string,
  ): Promise<{ key: string; cognitoSession: string }> {
    const { SecretCode, Session } = await this.#cognito
      .send(new AssociateSoftwareTokenCommand({ Session: cognitoSession }))
      .catch(refuse("step-expired", refusesSignIn));
    if (!SecretCode || !Session) throw new Error("Cognito gave no key.");
    return { key: SecretCode, cognitoSession: Session };
  }

  async registerAuthenticator(
    nip: Nip,
    cognitoSession: string,
    { code, deviceName }: { code: string; deviceName: string },
  ): Promise<void> {
    const { Session = "" } = await this.#cognito
      .send(
        new VerifySoftwareTokenCommand({
          Session: cognitoSession,
          UserCode: code,
          FriendlyDeviceName: deviceName,
        }),
      )
      .catch(refuseCode);
    await revokeSignIn(this, await this.#answer("MFA_SETUP", nip, Session));
  }

  async changePassword(
    AccessToken: string,
    { present, next }: { readonly present: string; readonly next: string },
  ): Promise<void> {
    const command = new ChangePasswordCommand({
      AccessToken,
      PreviousPassword: present,
      ProposedPassword: next,
    });
    command.middlewareStack.add(tellAccountLimit, beneathRetries);
    await this.#cognito.send(command).catch(refuseNewPassword);
  }

  async revoke(refreshToken: string): Promise<void> {
    await this.#cognito.send(
      new RevokeTokenCommand({
        ClientId: this.#key.clientId,
        ClientSecret: await this.#key.secret(),
        Token: refreshToken,
      }),
    );
  }

  async #answer(
    ChallengeName: ChallengeNameType,
    nip: Nip,
    cognitoSession: string,
    responses: Record<string, string> = {},
  ): Promise<SignedIn> {
    const SECRET_HASH = await this.#key.hashOf(nip);
    const { AuthenticationResult } = await this.#cognito
      .send(
        new AdminRespondToAuthChallengeCommand({
          UserPoolId: this.#key.poolId,
          ClientId: this.#key.clientId,
          ChallengeName,
          Session: cognitoSession,
          ChallengeResponses: { USERNAME: nip, SECRET_HASH, ...responses },
        }),
      )
      .catch(refuseCode);
    return readTokens(AuthenticationResult);
  }
}

/** A wrong code may be tried again in the same session; anything else ends the challenge. */
function refuseCode(error: unknown): never {
  if (isOneOf(error, refusesCode)) throw new Unauthenticated("code-refused");
  return refuse("step-expired", refusesStep)(error);
}
