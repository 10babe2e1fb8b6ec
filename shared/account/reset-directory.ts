import {
  AdminUpdateUserAttributesCommand,
  CodeDeliveryFailureException,
  type CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  InvalidParameterException,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Nip } from "#shared/employee/nip.ts";
import { Busy, TooManyAttempts, Unauthenticated } from "#shared/runtime/errors.ts";
import type { AppClientKey } from "./app-client-key.ts";
import { verifiedEmail } from "./cognito-account.ts";
import {
  beneathRetries,
  isOneOf,
  refuse,
  refuseNewPassword,
  refusesCode,
  refusesSignIn,
  tellAccountLimit,
} from "./cognito-refusals.ts";
import type { PasswordResets } from "./password-resets.ts";

const refusesResetCode = [...refusesSignIn, ...refusesCode];
/**
 * Of a name that nobody has, Cognito may also refuse the code as an invalid parameter («Managing user existence error responses»,
 * Amazon Cognito Developer Guide). An error of ours there would tell numbers that nobody has.
 */
const refusesNobody = [...refusesResetCode, InvalidParameterException];
/** After how many seconds a code is tried again that could not be mailed. */
const deliverySeconds = 60;

/** Resets in Cognito: the mailed code, and the password that is set with it. */
export class ResetDirectory implements PasswordResets {
  readonly #cognito: CognitoIdentityProviderClient;
  readonly #key: AppClientKey;

  constructor(cognito: CognitoIdentityProviderClient, key: AppClientKey) {
    this.#cognito = cognito;
    this.#key = key;
  }

  async sendResetCode(
    nip: Nip,
    email: string,
  ): Promise<"code-sent" | "no-account" | "too-many-mails"> {
    const SecretHash = await this.#key.hashOf(nip);
    const command = new ForgotPasswordCommand({
      ClientId: this.#key.clientId,
      Username: nip,
      SecretHash,
    });
    command.middlewareStack.add(tellAccountLimit, beneathRetries);
    try {
      await this.#cognito.send(
        new AdminUpdateUserAttributesCommand({
          UserPoolId: this.#key.poolId,
          Username: nip,
          UserAttributes: verifiedEmail(email),
        }),
      );
      await this.#cognito.send(command);
      return "code-sent";
    } catch (error) {
      if (isOneOf(error, refusesSignIn)) return "no-account";
      if (error instanceof TooManyAttempts) return "too-many-mails";
      // SES takes no more mails in this second or on this day («ForgotPassword», Cognito user pools API Reference).
      if (error instanceof CodeDeliveryFailureException) throw new Busy(deliverySeconds);
      throw error;
    }
  }

  async refuseReset(challengeId: string, code: string, newPassword: string): Promise<never> {
    await this.#confirm(`nobody-${challengeId}`, code, newPassword, refusesNobody);
    throw new Unauthenticated("reset-code-refused");
  }

  async resetPassword(nip: Nip, code: string, newPassword: string): Promise<void> {
    await this.#confirm(nip, code, newPassword, refusesResetCode);
  }

  async #confirm(
    Username: string,
    code: string,
    newPassword: string,
    refusals: Parameters<typeof refuse>[1],
  ): Promise<void> {
    const SecretHash = await this.#key.hashOf(Username);
    const command = new ConfirmForgotPasswordCommand({
      ClientId: this.#key.clientId,
      Username,
      SecretHash,
      ConfirmationCode: code,
      Password: newPassword,
    });
    command.middlewareStack.add(tellAccountLimit, beneathRetries);
    await this.#cognito
      .send(command)
      .catch(refuse("reset-code-refused", refusals))
      .catch(refuseNewPassword);
  }
}
