import { createHmac } from "node:crypto";
import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminUpdateUserAttributesCommand,
  AssociateSoftwareTokenCommand,
  type ChallengeNameType,
  CodeMismatchException,
  type CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  DescribeUserPoolClientCommand,
  EnableSoftwareTokenMFAException,
  ExpiredCodeException,
  ForgotPasswordCommand,
  InvalidPasswordException,
  LimitExceededException,
  NotAuthorizedException,
  PasswordResetRequiredException,
  RevokeTokenCommand,
  TooManyFailedAttemptsException,
  UserNotConfirmedException,
  UserNotFoundException,
  VerifySoftwareTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Nip } from "#shared/employee/nip.ts";
import type { ErrorCode } from "#shared/runtime/codes.ts";
import { InvalidInput, TooManyAttempts, Unauthenticated } from "#shared/runtime/errors.ts";
import { readTokens, type SignedIn, verifiedEmail } from "./cognito-account.ts";

/** For a caller, all of these are the same "no". */
const refusesSignIn = [
  NotAuthorizedException,
  UserNotFoundException,
  PasswordResetRequiredException,
  UserNotConfirmedException,
];
const refusesCode = [CodeMismatchException, ExpiredCodeException, EnableSoftwareTokenMFAException];
const refusesResetCode = [...refusesSignIn, ...refusesCode];
/** One account's limits, not ours: «Forgot password behavior», Amazon Cognito Developer Guide, counts by the hour. */
const limitsAccount = [LimitExceededException, TooManyFailedAttemptsException];
const accountLimitSeconds = 3_600;

/**
 * Who may sign in: Cognito. The user name is the NIP, the client is confidential and does only admin flows, so nobody
 * reaches Cognito around our captcha and limits. Refusals that would tell who exists are all the same here already.
 */
export class UserDirectory {
  readonly #cognito: CognitoIdentityProviderClient;
  readonly #poolId: string;
  readonly #clientId: string;
  #clientSecret: string | undefined;

  constructor(cognito: CognitoIdentityProviderClient, poolId: string, clientId: string) {
    this.#cognito = cognito;
    this.#poolId = poolId;
    this.#clientId = clientId;
  }

  /**
   * The first factor. @returns what is next, and Cognito's session for it
   * @throws Unauthenticated `login-refused`: wrong, unknown, disabled; TooManyAttempts while Cognito has the number locked
   */
  async checkPassword(
    nip: Nip,
    password: string,
  ): Promise<{ next: "code" | "enrolment"; cognitoSession: string }> {
    const SECRET_HASH = await this.#secretHash(nip);
    const { ChallengeName, Session: cognitoSession } = await this.#cognito
      .send(
        new AdminInitiateAuthCommand({
          UserPoolId: this.#poolId,
          ClientId: this.#clientId,
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

  /** The second factor. @throws Unauthenticated `code-refused` (may be tried again), `step-expired` */
  async checkCode(nip: Nip, cognitoSession: string, code: string): Promise<SignedIn> {
    const responses = { SOFTWARE_TOKEN_MFA_CODE: code };
    return await this.#answer("SOFTWARE_TOKEN_MFA", nip, cognitoSession, responses);
  }

  /** A new key for an authenticator, base32. @throws Unauthenticated `step-expired` */
  async newAuthenticatorKey(
    cognitoSession: string,
  ): Promise<{ key: string; cognitoSession: string }> {
    const { SecretCode, Session } = await this.#cognito
      .send(new AssociateSoftwareTokenCommand({ Session: cognitoSession }))
      .catch(refuse("step-expired", refusesSignIn));
    if (!SecretCode || !Session) throw new Error("Cognito gave no key.");
    return { key: SecretCode, cognitoSession: Session };
  }

  /**
   * Registers the authenticator that knows the key's code. Cognito signs the holder in with it, but the first code
   * given at a login is asked for all the same (D-12), so these tokens are revoked.
   * @throws Unauthenticated `code-refused` (may be tried again), `step-expired`
   */
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
    const { refreshToken } = await this.#answer("MFA_SETUP", nip, Session);
    await this.revoke(refreshToken);
  }

  /**
   * Mails a reset code. The record's e-mail is the true one: Cognito learns it first.
   * @returns "no-account" when this account cannot have one (none, disabled); "too-many-mails" when Cognito mails it no more in
   * this hour, which outlasts every retry of ours
   * @throws TooManyRequestsException, for the queue to try later
   */
  async sendResetCode(
    nip: Nip,
    email: string,
  ): Promise<"code-sent" | "no-account" | "too-many-mails"> {
    const SecretHash = await this.#secretHash(nip);
    const command = new ForgotPasswordCommand({
      ClientId: this.#clientId,
      Username: nip,
      SecretHash,
    });
    command.middlewareStack.add(tellAccountLimit, beneathRetries);
    try {
      await this.#cognito.send(
        new AdminUpdateUserAttributesCommand({
          UserPoolId: this.#poolId,
          Username: nip,
          UserAttributes: verifiedEmail(email),
        }),
      );
      await this.#cognito.send(command);
      return "code-sent";
    } catch (error) {
      if (isOneOf(error, refusesSignIn)) return "no-account";
      if (error instanceof TooManyAttempts) return "too-many-mails";
      throw error;
    }
  }

  /**
   * Refuses a code that was mailed to nobody. Cognito is asked about a name that nobody has, so that the answer takes as long as
   * any other; the true name must not be asked about, because Cognito lets a user «request or enter a password reset code»
   * 5 to 20 times an hour (Amazon Cognito Developer Guide, «Forgot password behavior»), and strangers would use these up.
   * Each step has a name of its own, so that no limit of Cognito's is used up.
   * @throws Unauthenticated `reset-code-refused`
   */
  async refuseReset(stepId: string, code: string, newPassword: string): Promise<never> {
    await this.#confirm(`nobody-${stepId}`, code, newPassword);
    throw new Unauthenticated("reset-code-refused");
  }

  /** @throws Unauthenticated `reset-code-refused`: wrong, used, expired, nobody's; TooManyAttempts in this hour, by Cognito's count */
  async resetPassword(nip: Nip, code: string, newPassword: string): Promise<void> {
    await this.#confirm(nip, code, newPassword);
  }

  async #confirm(Username: string, code: string, newPassword: string): Promise<void> {
    const SecretHash = await this.#secretHash(Username);
    const command = new ConfirmForgotPasswordCommand({
      ClientId: this.#clientId,
      Username,
      SecretHash,
      ConfirmationCode: code,
      Password: newPassword,
    });
    command.middlewareStack.add(tellAccountLimit, beneathRetries);
    await this.#cognito
      .send(command)
      .catch(refuse("reset-code-refused", refusesResetCode))
      .catch((error) => {
        // Our own rules are stricter, so what is left is Cognito's list of compromised passwords.
        if (!(error instanceof InvalidPasswordException)) throw error;
        throw new InvalidInput({ field: "newPassword", code: "password-common" });
      });
  }

  /** Ends a sign-in and everything refreshed from it. */
  async revoke(refreshToken: string): Promise<void> {
    await this.#cognito.send(
      new RevokeTokenCommand({
        ClientId: this.#clientId,
        ClientSecret: await this.#secret(),
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
    const SECRET_HASH = await this.#secretHash(nip);
    const { AuthenticationResult } = await this.#cognito
      .send(
        new AdminRespondToAuthChallengeCommand({
          UserPoolId: this.#poolId,
          ClientId: this.#clientId,
          ChallengeName,
          Session: cognitoSession,
          ChallengeResponses: { USERNAME: nip, SECRET_HASH, ...responses },
        }),
      )
      .catch(refuseCode);
    return readTokens(AuthenticationResult);
  }

  async #secretHash(username: string): Promise<string> {
    const hmac = createHmac("sha256", await this.#secret());
    return hmac.update(username + this.#clientId).digest("base64");
  }

  /** Read once, not a setting: settings are shown to everyone who may look at a function. */
  async #secret(): Promise<string> {
    if (this.#clientSecret === undefined) {
      const { UserPoolClient } = await this.#cognito.send(
        new DescribeUserPoolClientCommand({ UserPoolId: this.#poolId, ClientId: this.#clientId }),
      );
      if (!UserPoolClient?.ClientSecret) throw new Error("The app client has no secret.");
      this.#clientSecret = UserPoolClient.ClientSecret;
    }
    return this.#clientSecret;
  }
}

/**
 * An account's used-up limit becomes ours beneath the SDK's retries: the SDK takes LimitExceededException for throttling
 * (`THROTTLING_ERROR_CODES` of its retry module; «Retry behavior», AWS SDKs and Tools Reference Guide) and would ask three
 * times for what is refused for the rest of an hour.
 */
function tellAccountLimit<Args, Answer>(
  next: (args: Args) => Promise<Answer>,
): (args: Args) => Promise<Answer> {
  return (args) =>
    next(args).catch((error: unknown) => {
      throw isOneOf(error, limitsAccount) ? new TooManyAttempts(accountLimitSeconds) : error;
    });
}
const beneathRetries = { step: "finalizeRequest", priority: "low" } as const;

/** Turns Cognito's refusals into ours; every other failure stays what it is. */
function refuse(code: ErrorCode, refusals: readonly Refusal[]): (error: unknown) => never {
  return (error) => {
    if (isLocked(error)) throw new TooManyAttempts(lockedForSeconds);
    throw isOneOf(error, refusals) ? new Unauthenticated(code) : error;
  };
}

/** A wrong code may be tried again in the same session; anything else ends the step. */
function refuseCode(error: unknown): never {
  if (isOneOf(error, refusesCode)) throw new Unauthenticated("code-refused");
  return refuse("step-expired", refusesSignIn)(error);
}

/** Our own count of failures refuses before Cognito does; this is for the second in which they differ. */
const lockedForSeconds = 30;

/**
 * A locked number is refused whatever its password. Only the message tells («Password attempts exceeded», Amazon Cognito
 * Developer Guide, lockout behaviour).
 */
function isLocked(error: unknown): boolean {
  return (
    error instanceof NotAuthorizedException && /password attempts exceeded/i.test(error.message)
  );
}

type Refusal = abstract new (...args: never) => Error;

function isOneOf(error: unknown, refusals: readonly Refusal[]): boolean {
  return refusals.some((refusal) => error instanceof refusal);
}
