import { randomBytes } from "node:crypto";
import { AwsError } from "../kernel/service.ts";
import { equal } from "../kernel/sigv4.ts";
import { invalidParameter } from "./errors.ts";
import { passwordVerifier } from "./password-verifier.ts";
import type { PoolDefinition } from "./pool-definition.ts";
import type { Password, User } from "./user.ts";
import { type Pool, srpName } from "./user-pool.ts";

type Policy = PoolDefinition["Policies"]["PasswordPolicy"];

const symbols = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/;

/** Replaces the password of an unknown user, so that the work is the same. No password matches it. */
const nobodys: Password = { salt: "00", verifier: "0", setAt: 0 };

export function newPassword(pool: Pool, username: string, password: string, now: number): Password {
  const salt = randomBytes(16).toString("hex");
  return {
    salt,
    verifier: passwordVerifier(srpName(pool), username, password, salt),
    setAt: now,
  };
}

/** Whether this is the user's password; false, after the same work, when there is no such user. */
export function passwordMatches(pool: Pool, user: User | undefined, password: string): boolean {
  return matches(pool, user?.username ?? "", user?.password ?? nobodys, password);
}

/** A temporary password for a user created without one; it suits every policy up to its length. */
export function generatedPassword({ definition }: Pool): string {
  const length = Math.max(definition.Policies.PasswordPolicy.MinimumLength, 16);
  return `${randomBytes(length)
    .toString("base64url")
    .slice(0, length - 4)}aA1!`;
}

/**
 * @throws AwsError InvalidPasswordException with the first rule that is broken, InvalidParameterException for
 * blanks at either end or more than 256 characters
 */
export function checkPasswordPolicy({ definition }: Pool, password: string): void {
  if (!/^\S.{0,254}\S$/.test(password)) {
    throw invalidParameter(
      "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$",
    );
  }
  const problem = policyProblem(definition.Policies.PasswordPolicy, password);
  if (problem) {
    throw new AwsError(
      "InvalidPasswordException",
      `Password did not conform with policy: ${problem}`,
    );
  }
}

/**
 * The user's passwords after a new one. A permanent one may not be one of the last, as many as the policy
 * remembers.
 * @throws AwsError PasswordHistoryPolicyViolationException
 */
export function changedPassword(
  pool: Pool,
  user: User,
  password: string,
  { now, permanent }: { now: number; permanent: boolean },
): Pick<User, "password" | "previousPasswords"> {
  const { PasswordHistorySize } = pool.definition.Policies.PasswordPolicy;
  const remembered = [user.password, ...user.previousPasswords].slice(0, PasswordHistorySize);
  if (permanent && remembered.some((old) => matches(pool, user.username, old, password))) {
    throw new AwsError(
      "PasswordHistoryPolicyViolationException",
      "Password has previously been used.",
    );
  }
  return {
    password: newPassword(pool, user.username, password, now),
    previousPasswords: remembered,
  };
}

function matches(pool: Pool, username: string, kept: Password, password: string): boolean {
  return equal(passwordVerifier(srpName(pool), username, password, kept.salt), kept.verifier);
}

function policyProblem(policy: Policy, password: string): string | undefined {
  if (password.length < policy.MinimumLength) return "Password not long enough";
  if (policy.RequireUppercase && !/[A-Z]/.test(password))
    return "Password must have uppercase characters";
  if (policy.RequireLowercase && !/[a-z]/.test(password))
    return "Password must have lowercase characters";
  if (policy.RequireNumbers && !/\d/.test(password)) return "Password must have numeric characters";
  if (policy.RequireSymbols && !symbols.test(password))
    return "Password must have symbol characters";
  return undefined;
}
