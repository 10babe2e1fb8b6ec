/** Refusals that several operations share, in Cognito's words. */
import { AwsError } from "../kernel/service.ts";

export function notAuthorized(message: string): AwsError {
  return new AwsError("NotAuthorizedException", message);
}

export function invalidParameter(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}

export function resourceNotFound(message: string): AwsError {
  return new AwsError("ResourceNotFoundException", message);
}

export function userNotFound(): AwsError {
  return new AwsError("UserNotFoundException", "User does not exist.");
}

export function wrongCredentials(): AwsError {
  return notAuthorized("Incorrect username or password.");
}

export function userDisabled(): AwsError {
  return notAuthorized("User is disabled.");
}
