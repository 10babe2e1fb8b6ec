/** Cognito's refusals, and the errors of ours that they are turned into. */
import {
  CodeMismatchException,
  EnableSoftwareTokenMFAException,
  ExpiredCodeException,
  InvalidPasswordException,
  LimitExceededException,
  NotAuthorizedException,
  PasswordResetRequiredException,
  SoftwareTokenMFANotFoundException,
  TooManyFailedAttemptsException,
  UserNotConfirmedException,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import type { ErrorCode } from "#shared/runtime/codes.ts";
import { InvalidInput, TooManyAttempts, Unauthenticated } from "#shared/runtime/errors.ts";

/** A caller gets the same refusal for all of these. */
export const refusesSignIn = [
  NotAuthorizedException,
  UserNotFoundException,
  PasswordResetRequiredException,
  UserNotConfirmedException,
];
/** Also when the authenticator was taken away since the password was right: «Software Token MFA does not exist for the user». */
export const refusesStep = [...refusesSignIn, SoftwareTokenMFANotFoundException];
export const refusesCode = [
  CodeMismatchException,
  ExpiredCodeException,
  EnableSoftwareTokenMFAException,
];

/** Turns Cognito's refusals into ours; every other failure stays what it is. */
export function refuse(code: ErrorCode, refusals: readonly Refusal[]): (error: unknown) => never {
  return (error) => {
    if (isLocked(error)) throw new TooManyAttempts(lockedForSeconds);
    throw isOneOf(error, refusals) ? new Unauthenticated(code) : error;
  };
}

/** Our own rules are stricter than Cognito's, so what is left is its list of compromised passwords. */
export function refuseNewPassword(error: unknown): never {
  if (!(error instanceof InvalidPasswordException)) throw error;
  throw new InvalidInput({ field: "newPassword", code: "password-common" });
}

/** Seconds to wait. Our own count refuses before Cognito does; this is for the moment in which the two counts differ. */
const lockedForSeconds = 30;

/**
 * Whether Cognito has locked the number, which refuses every password. Only the message says so («Password attempts
 * exceeded», Amazon Cognito Developer Guide, lockout behaviour).
 */
function isLocked(error: unknown): boolean {
  return (
    error instanceof NotAuthorizedException && /password attempts exceeded/i.test(error.message)
  );
}

type Refusal = abstract new (...args: never) => Error;

export function isOneOf(error: unknown, refusals: readonly Refusal[]): boolean {
  return refusals.some((refusal) => error instanceof refusal);
}

/** Where a middleware of the SDK sees each try, so that the error it makes is not tried again. */
export const beneathRetries = { step: "finalizeRequest", priority: "low" } as const;

/** A middleware of the SDK that throws what `turn` makes of a failure. */
export function turnErrors(turn: (error: unknown) => unknown) {
  return <Args, Answer>(next: (args: Args) => Promise<Answer>): ((args: Args) => Promise<Answer>) =>
    (args) =>
      next(args).catch((error: unknown) => {
        throw turn(error);
      });
}

/** Limits of one account, not of our service. Cognito counts by the hour («Forgot password behavior», its Developer Guide). */
const limitsAccount = [LimitExceededException, TooManyFailedAttemptsException];
const accountLimitSeconds = 3_600;

/**
 * Turns the used-up limit of an account into an error of ours. The SDK takes LimitExceededException for
 * throttling (`THROTTLING_ERROR_CODES` of its retry module; «Retry behavior», AWS SDKs and Tools Reference Guide) and would ask
 * three times, though Cognito refuses for the rest of the hour.
 */
export const tellAccountLimit = turnErrors((error) =>
  isOneOf(error, limitsAccount) ? new TooManyAttempts(accountLimitSeconds) : error,
);
