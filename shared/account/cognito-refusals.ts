/** Cognito's refusals, and ours that they become. */
import {
  CodeMismatchException,
  EnableSoftwareTokenMFAException,
  ExpiredCodeException,
  NotAuthorizedException,
  PasswordResetRequiredException,
  UserNotConfirmedException,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import type { ErrorCode } from "#shared/runtime/codes.ts";
import { TooManyAttempts, Unauthenticated } from "#shared/runtime/errors.ts";

/** For a caller, all of these are the same "no". */
export const refusesSignIn = [
  NotAuthorizedException,
  UserNotFoundException,
  PasswordResetRequiredException,
  UserNotConfirmedException,
];
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

export function isOneOf(error: unknown, refusals: readonly Refusal[]): boolean {
  return refusals.some((refusal) => error instanceof refusal);
}
